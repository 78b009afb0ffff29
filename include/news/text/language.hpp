// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace news {

/// A language by its ISO 639 code: two letters, or three where there are no two ("haw").
/// A default Language is "und", undetermined.
class Language {
 public:
  constexpr Language() = default;

  /// Reads what people and files write: "en", "EN", "en-GB", "en_US", "eng", "English".
  /// Nothing if it names no language ICU knows.
  static std::optional<Language> parse(std::string_view tag_or_name);

  /// Reads what code() gives, and looks nothing up: whether there is such a language was seen when
  /// it was written. Nothing for what is no code by its form.
  static std::optional<Language> from_code(std::string_view code);

  std::string_view code() const { return {code_.data(), code_[2] == '\0' ? 2U : 3U}; }
  bool known() const { return *this != Language(); }

  friend auto operator<=>(const Language&, const Language&) = default;

 private:
  std::array<char, 3> code_{'u', 'n', 'd'};
};

/// The language that most of `text` (UTF-8) is written in, by CLD2; undetermined when the text has
/// too few words to tell. Only its start is looked at, so the cost is bounded.
Language detect_language(std::string_view text);

}  // namespace news
