// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/country_names.hpp"

#include "news/text/fold.hpp"

#include <string>
#include <unordered_set>

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace news {

namespace {

std::unordered_set<std::string> read_names() {
  std::unordered_set<std::string> names;
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    icu::UnicodeString name;
    std::string utf8;
    icu::Locale("", *code).getDisplayCountry(icu::Locale::getEnglish(), name).toUTF8String(utf8);
    names.insert(fold_case(utf8));
  }
  return names;
}

}  // namespace

bool is_country(std::string_view name) {
  static const auto names = read_names();
  constexpr std::size_t longest_bytes = 60;
  return name.size() <= longest_bytes && names.contains(fold_case(name));
}

}  // namespace news
