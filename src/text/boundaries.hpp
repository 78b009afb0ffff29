// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

namespace news {

/// ICU's boundaries in UTF-8 text, as byte offsets. ICU is started up when the first text is set.
class Boundaries {
 public:
  enum class Kind { characters, words, sentences };

  explicit Boundaries(Kind kind) : kind_(kind) {}

  /// The text must outlive its use here.
  void set_text(std::string_view text);

  /// The next boundary behind the start of the text or the last one; nothing behind the end.
  std::optional<std::size_t> next();

  /// The last boundary at or before a place in the text.
  std::size_t at_or_before(std::size_t at);

 private:
  struct CloseText {
    void operator()(UText* text) const { utext_close(text); }
  };

  icu::BreakIterator* make_iterator(UErrorCode& status) const;

  Kind kind_;
  std::unique_ptr<icu::BreakIterator> iterator_;
  std::unique_ptr<UText, CloseText> text_;
};

}  // namespace news
