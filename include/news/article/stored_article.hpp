// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/article.hpp"

#include <string>
#include <string_view>

namespace news {

/// The form in which an index keeps an article: lines of "name=value" as Omega's templates read
/// them, an empty line, and the body. Fields that are empty are left out; authors and topics are
/// repeated. docs/index-format.md lists the names.
///
/// to_stored expects a normalized article. from_stored gives back what to_stored was given; names
/// that it does not know are passed over, so that fields can be added.
std::string to_stored(const Article& article);
Article from_stored(std::string_view stored);

}  // namespace news
