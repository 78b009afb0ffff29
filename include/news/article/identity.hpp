// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/article.hpp"

#include <string>

namespace news {

/// How far an article's identity reaches.
enum class IdentityScope {
  everywhere,  ///< a URL, or an id that is made to be unique in the world
  collection,  ///< an id such as "17", which another collection may use for something else
  source,      ///< none but its place: the file and the record in it
};

/// What makes an article the same one when it is met again, in a changed form or another file.
struct Identity {
  std::string key;  ///< a Hasher digest
  IdentityScope scope = IdentityScope::source;
};

/// The article's own id, its URL, or both where the id is short; else its place.
Identity identity_of(const Article& article);

}  // namespace news
