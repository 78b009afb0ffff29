// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/date_order.hpp"

#include "news/base/ascii.hpp"

namespace news {

namespace {

/// The region in "en-GB" or "en_gb", in small letters; empty if there is none.
std::string region_of_locale(std::string_view locale) {
  const std::size_t dash = locale.find_last_of("-_");
  const std::string region = dash == locale.npos ? "" : ascii::to_lower(locale.substr(dash + 1));
  return region.size() == 2 ? region : std::string();
}

/// The country that a site's name ends with, in small letters; empty for ".com" and the like.
std::string country_of_site(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == url.npos) return {};
  url.remove_prefix(scheme + 3);
  const std::string_view host = url.substr(0, url.find_first_of("/:?#"));
  const std::string_view ending = host.substr(std::min(host.rfind('.'), host.size() - 1) + 1);
  return ending.size() == 2 ? ascii::to_lower(ending) : std::string();
}

/// Countries where the month stands first in English.
bool is_month_first(std::string_view country) {
  return country == "us" || country == "ph" || country == "pr" || country == "gu";
}

/// Endings that are countries' but are used by everyone.
bool is_of_everyone(std::string_view ending) {
  constexpr std::string_view endings = " tv io co me ai fm cc ws to ly gl ";
  return endings.find(" " + std::string(ending) + " ") != endings.npos;
}

}  // namespace

Language language_of_dates(const PageClaims& claims, Language language, std::string_view url) {
  if (language.code() != "en") return language;
  const std::string country = country_of_site(url);
  if (!country.empty() && !is_of_everyone(country)) {
    return is_month_first(country) ? language : Language();
  }
  // "en-US" is what many systems write by themselves, so another region is believed first.
  for (const PageClaims::Claim* claim : claims.of(PageField::language)) {
    const std::string region = region_of_locale(claim->value);
    if (!region.empty() && !is_month_first(region)) return Language();
  }
  return language;
}

}  // namespace news
