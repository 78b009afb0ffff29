// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/cut_points.hpp"

#include "news/base/ascii.hpp"
#include "news/base/byte_range.hpp"

#include <algorithm>
#include <optional>

#include "text/boundaries.hpp"

namespace news {

namespace {

/// The most bytes of a word or character that is left whole.
constexpr std::size_t longest = 200;

/// So much before a window's start is not known, so its first boundaries may be wrong.
constexpr std::size_t margin = 56;

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// The beginning of the code point at or before `at`.
std::size_t code_point_at_or_before(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
    --at;
  }
  return at;
}

/// Between two ASCII characters nothing joins them to one; the texts of articles have no returns.
bool is_between_ascii(std::string_view text, std::size_t at) {
  return at == 0 || at >= text.size() || (is_ascii(text[at - 1]) && is_ascii(text[at]));
}

/// What is around `at`, as far as it can matter.
ByteRange window_around(std::string_view text, std::size_t at) {
  const std::size_t reach = longest + margin;
  return {code_point_at_or_before(text, at > reach ? at - reach : 0),
          code_point_at_or_before(text, std::min(at + reach, text.size()))};
}

/// How far a space is looked for before ICU is asked.
constexpr std::size_t near = 40;

/// Whether white space or an end of the text is at `at` or before it.
bool is_by_space(std::string_view text, std::size_t at) {
  return at == 0 || at == text.size() || ascii::is_space(text[at]) || ascii::is_space(text[at - 1]);
}

std::optional<std::size_t> space_at_or_before(std::string_view text, std::size_t at) {
  for (std::size_t i = 0; i <= std::min(near, at); ++i) {
    if (is_by_space(text, at - i)) return at - i;
  }
  return std::nullopt;
}

std::optional<std::size_t> space_at_or_behind(std::string_view text, std::size_t at) {
  for (std::size_t i = at; i <= std::min(at + near, text.size()); ++i) {
    if (is_by_space(text, i)) return i;
  }
  return std::nullopt;
}

}  // namespace

class CutPoints::Impl {
 public:
  std::size_t word_at_or_before(std::string_view text, std::size_t at) {
    if (const auto space = space_at_or_before(text, at)) return *space;
    const auto boundary = boundary_at_or_before(words_, text, at);
    return boundary ? *boundary : character_at_or_before(text, at);
  }

  std::size_t character_at_or_before(std::string_view text, std::size_t at) {
    if (is_between_ascii(text, at)) return at;
    const auto boundary = boundary_at_or_before(characters_, text, at);
    return boundary ? *boundary : code_point_at_or_before(text, at);
  }

  std::size_t word_at_or_behind(std::string_view text, std::size_t at) {
    if (const auto space = space_at_or_behind(text, at)) return *space;
    const auto boundary = boundary_at_or_behind(words_, text, at);
    return boundary ? *boundary : character_at_or_behind(text, at);
  }

  std::size_t character_at_or_behind(std::string_view text, std::size_t at) {
    if (is_between_ascii(text, at)) return at;
    const auto boundary = boundary_at_or_behind(characters_, text, at);
    return boundary ? *boundary : code_point_at_or_before(text, at);
  }

 private:
  /// Nothing if the word or character is longer than it may be.
  static std::optional<std::size_t> boundary_at_or_before(Boundaries& boundaries,
                                                          std::string_view text, std::size_t at) {
    const ByteRange window = window_around(text, at);
    boundaries.set_text(window.in(text));
    const std::size_t boundary = window.begin + boundaries.at_or_before(at - window.begin);
    if (window.begin > 0 && boundary + longest < at) return std::nullopt;
    return boundary;
  }

  static std::optional<std::size_t> boundary_at_or_behind(Boundaries& boundaries,
                                                          std::string_view text, std::size_t at) {
    const ByteRange window = window_around(text, at);
    boundaries.set_text(window.in(text));
    const std::size_t place = at - window.begin;
    if (boundaries.at_or_before(place) == place) return at;
    const auto behind = boundaries.next();
    if (!behind) return at;
    const bool cut_short = *behind == window.size() && window.end < text.size();
    return cut_short ? std::nullopt : std::optional(window.begin + *behind);
  }

  Boundaries words_{Boundaries::Kind::words};
  Boundaries characters_{Boundaries::Kind::characters};
};

CutPoints::CutPoints() : impl_(std::make_unique<Impl>()) {}
CutPoints::~CutPoints() = default;
CutPoints::CutPoints(CutPoints&&) noexcept = default;
CutPoints& CutPoints::operator=(CutPoints&&) noexcept = default;

std::size_t CutPoints::word_at_or_before(std::string_view text, std::size_t at) {
  return impl_->word_at_or_before(text, at);
}

std::size_t CutPoints::word_at_or_behind(std::string_view text, std::size_t at) {
  return impl_->word_at_or_behind(text, at);
}

std::size_t CutPoints::character_at_or_before(std::string_view text, std::size_t at) {
  return impl_->character_at_or_before(text, at);
}

std::size_t CutPoints::character_at_or_behind(std::string_view text, std::size_t at) {
  return impl_->character_at_or_behind(text, at);
}

}  // namespace news
