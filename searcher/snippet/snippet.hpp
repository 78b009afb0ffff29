// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/base/byte_range.hpp"

#include <string>
#include <vector>

namespace news {

/// A few sentences of an article that show why it matched, without any markup.
struct Snippet {
  std::string text;                   ///< on one line; passages joined by " … "
  std::vector<ByteRange> highlights;  ///< in `text`, ascending, apart from each other

  friend bool operator==(const Snippet&, const Snippet&) = default;
};

}  // namespace news
