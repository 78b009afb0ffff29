// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/article.hpp"

#include <string>

namespace news {

/// What makes an article the same one when it is met again, in a changed form or another file: a
/// Hasher digest of its own id if that was made to be unique in the world, else of its id and URL,
/// of its id, of its URL, or of its place. An id such as "17" may be another collection's, too, and
/// data sets give one URL to many articles: whoever meets two articles with one identity looks at
/// what they say as well.
std::string identity_of(const Article& article);

}  // namespace news
