// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/language.hpp"

#include "news/base/ascii.hpp"

#include <algorithm>
#include <map>

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace news {

namespace {

using CodesByName = std::map<std::string, std::string, std::less<>>;

/// "english" -> "en", "english" in its own tongue too: "deutsch" -> "de".
const CodesByName& codes_by_name() {
  static const CodesByName table = [] {
    CodesByName names;
    const auto add = [&names](icu::UnicodeString name, const char* code) {
      std::string utf8;
      name.toLower().toUTF8String(utf8);
      names.try_emplace(utf8, code);
    };
    for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code) {
      const icu::Locale locale(*code);
      icu::UnicodeString name;
      add(locale.getDisplayLanguage(icu::Locale::getEnglish(), name), *code);
      add(locale.getDisplayLanguage(locale, name), *code);
    }
    return names;
  }();
  return table;
}

/// The shortest ISO 639 code of a language tag, empty if ICU does not know it. ICU shortens "eng"
/// to "en" and replaces the retired codes ("iw").
std::string code_of_tag(const std::string& tag) {
  const icu::Locale locale = icu::Locale::createCanonical(tag.c_str());
  return *locale.getISO3Language() == '\0' ? "" : locale.getLanguage();
}

}  // namespace

std::optional<Language> Language::parse(std::string_view tag_or_name) {
  const std::string name = ascii::to_lower(tag_or_name);
  std::string code = code_of_tag(name);
  if (code.empty()) {
    const auto found = codes_by_name().find(name);
    if (found == codes_by_name().end()) return std::nullopt;
    code = found->second;
  }
  return from_code(code);
}

std::optional<Language> Language::from_code(std::string_view code) {
  if (code.size() < 2 || code.size() > 3) return std::nullopt;
  if (!std::all_of(code.begin(), code.end(), ascii::is_lower)) return std::nullopt;
  Language language;
  language.code_ = {code[0], code[1], code.size() == 3 ? code[2] : '\0'};
  return language;
}

}  // namespace news
