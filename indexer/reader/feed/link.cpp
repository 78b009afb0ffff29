// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/feed/link.hpp"

#include "news/base/ascii.hpp"

#include <algorithm>

namespace news {

namespace {

bool has_scheme(std::string_view url) {
  const std::size_t end = url.find_first_of(":/?#");
  return end != std::string_view::npos && end > 0 && url[end] == ':';
}

bool is_web_address(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://");
}

/// A link is a text (RSS) or an attribute (Atom); one that leads to something else than the entry
/// says so.
std::string target_of(XmlElement link) {
  const std::string relation = link.attribute("rel");
  if (!relation.empty() && !ascii::equals_ignoring_case(relation, "alternate")) return {};
  const std::string target = link.attribute("href");
  return std::string(ascii::trim(target.empty() ? link.text() : target));
}

std::string first_link(const NamedChildren& children) {
  for (const std::string_view name : {"feedburner:origlink", "link", "atom:link", "a"}) {
    for (const XmlElement link : children.all(name)) {
      std::string target = target_of(link);
      if (!target.empty()) return target;
    }
  }
  return {};
}

std::string base_of(XmlElement element, std::string_view feed_url) {
  for (XmlElement at = element; at; at = at.parent()) {
    std::string base = at.attribute("base");
    if (is_web_address(base)) return base;
  }
  return std::string(feed_url);
}

}  // namespace

std::string absolute_url(std::string_view base, std::string_view reference) {
  std::string url(reference);
  if (reference.empty() || has_scheme(reference) || !is_web_address(base)) return url;
  const std::size_t host = base.find("//") + 2;
  const std::size_t host_end = std::min(base.find_first_of("/?#", host), base.size());
  if (reference.starts_with("//")) return std::string(base.substr(0, host - 2)) + url;
  if (reference.starts_with('/')) return std::string(base.substr(0, host_end)) + url;
  const std::string_view path = base.substr(0, base.find_first_of("?#"));
  const std::size_t folder = path.rfind('/');
  if (folder < host_end) return std::string(base.substr(0, host_end)) + "/" + url;
  return std::string(path.substr(0, folder + 1)) + url;
}

std::string link_of_entry(XmlElement entry, const NamedChildren& children,
                          std::string_view feed_url) {
  std::string link = first_link(children);
  if (link.empty()) link = entry.attribute("href");
  if (!link.empty()) return absolute_url(base_of(entry, feed_url), link);
  std::string id = id_of_entry(entry, children);
  const XmlElement guid = children.first("guid");
  const bool only_name = ascii::equals_ignoring_case(guid.attribute("isPermaLink"), "false");
  return is_web_address(id) && !only_name ? id : std::string();
}

std::string id_of_entry(XmlElement entry, const NamedChildren& children) {
  for (const std::string_view name : {"guid", "id", "atom:id", "dc:identifier"}) {
    const std::string id = children.first(name).text();
    if (!ascii::trim(id).empty()) return std::string(ascii::trim(id));
  }
  return std::string(ascii::trim(entry.attribute("about")));
}

}  // namespace news
