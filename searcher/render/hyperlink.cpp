// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/hyperlink.hpp"

#include "news/base/ascii.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <unistd.h>

namespace news {

namespace {

/// What a URL may hold as it is; the rest, as a space or a letter beyond ASCII, is written in hex.
bool may_stand(char c, std::string_view marks) {
  return ascii::is_alnum(c) || marks.find(c) != std::string_view::npos;
}

std::string encoded(std::string_view text, std::string_view marks) {
  std::string out;
  for (const char c : text) {
    if (may_stand(c, marks)) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

std::string host_name() {
  std::array<char, 256> name{};
  if (::gethostname(name.data(), name.size() - 1) != 0) return {};
  return name.data();
}

}  // namespace

bool is_safe_url(std::string_view url) {
  constexpr std::size_t longest = 2000;  // terminals refuse longer ones
  const std::string scheme = ascii::to_lower(url.substr(0, url.find(':')));
  const bool known = scheme == "http" || scheme == "https" || scheme == "ftp";
  return known && url.size() <= longest && url.substr(scheme.size()).starts_with("://") &&
         std::none_of(url.begin(), url.end(),
                      [](char c) { return c == ' ' || ascii::is_control(c); });
}

std::string link_target(const Article& article) {
  if (is_safe_url(article.url)) return encoded(article.url, "-._~:/?#[]@!$&'()*+,;=%");
  const std::string& path = article.origin.path;
  if (!path.starts_with('/')) return {};
  return "file://" + encoded(host_name(), "-._") + encoded(path, "-._~/!$&'()*+,=:@");
}

std::string hyperlink(const std::string& text, const std::string& target) {
  if (target.empty() || text.empty()) return text;
  return "\033]8;;" + target + "\033\\" + text + "\033]8;;\033\\";
}

}  // namespace news
