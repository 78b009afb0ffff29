// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/article/identity.hpp"

#include "news/base/ascii.hpp"
#include "news/base/hash.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace news {

namespace {

/// The part of a URL that names the page: scheme and host in lower case, no fragment. Empty for
/// what is no URL, or names a whole site, as data sets give for each of its articles.
std::string page_of(std::string_view url) {
  url = url.substr(0, url.find('#'));
  const std::size_t scheme_end = url.find("://");
  if (scheme_end == std::string_view::npos) return {};
  const std::size_t path = url.find_first_of("/?", scheme_end + 3);
  if (path == std::string_view::npos || path + 1 == url.size()) return {};
  return ascii::to_lower(url.substr(0, path)) + std::string(url.substr(path));
}

/// Whether an id was made to be unique in the world: a URI or URN, a message id, or a long string
/// of letters and digits (a UUID, a hash). "17" and "reut-17" were not.
bool is_unique_everywhere(std::string_view id) {
  constexpr std::size_t shortest_random_id = 20;
  if (id.find("://") != std::string_view::npos || id.starts_with("urn:") ||
      id.starts_with("tag:") || id.find('@') != std::string_view::npos) {
    return true;
  }
  const auto is_in_id = [](char c) { return ascii::is_alnum(c) || c == '-' || c == '_'; };
  return id.size() >= shortest_random_id && std::all_of(id.begin(), id.end(), is_in_id) &&
         std::any_of(id.begin(), id.end(), ascii::is_digit);
}

std::string digest_of(std::initializer_list<std::string_view> parts) {
  Hasher hasher;
  for (const std::string_view part : parts) hasher.update(part).update({"\0", 1});
  return hasher.digest();
}

}  // namespace

std::string identity_of(const Article& article) {
  const std::string page = page_of(article.url);
  if (!article.id.empty()) {
    if (is_unique_everywhere(article.id)) {
      return digest_of({"id", article.id});
    }
    if (!page.empty()) return digest_of({"id+url", article.id, page});
    return digest_of({"id", article.id});
  }
  if (!page.empty()) return digest_of({"url", page});
  const Origin& origin = article.origin;
  if (origin.path == "-") {  // standard input has no place; the text is all there is
    return digest_of({"text", article.title, article.body});
  }
  return digest_of({"place", origin.path, origin.member, std::to_string(origin.record)});
}

}  // namespace news
