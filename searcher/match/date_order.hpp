// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <xapian.h>

namespace news {

/// Orders articles by when they were published: the newest first, or the oldest. Those without a
/// date come last either way; equal ones are ordered by their identity.
class DateOrder : public Xapian::KeyMaker {
 public:
  explicit DateOrder(bool oldest_first) : oldest_first_(oldest_first) {}

  std::string operator()(const Xapian::Document& document) const override;

 private:
  bool oldest_first_;
};

}  // namespace news
