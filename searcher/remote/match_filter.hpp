// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/index/schema.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace news {

/// A condition that lets pass the articles with these keys of schema::order_slot, which Xapian
/// gives along with each match, and hardly any other: there is no way to name documents by their
/// numbers in a query.
Xapian::Query one_of_articles(const std::vector<std::string>& order_keys);

}  // namespace news
