// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/boundaries.hpp"

#include "text/icu.hpp"

namespace news {

void Boundaries::set_text(std::string_view text) {
  if (!iterator_) {
    iterator_.reset(checked_icu("text boundaries", [this](UErrorCode& status) {
      const icu::Locale& root = icu::Locale::getRoot();
      return kind_ == Kind::words ? icu::BreakIterator::createWordInstance(root, status)
                                  : icu::BreakIterator::createSentenceInstance(root, status);
    }));
  }
  UText* opened = checked_icu("text boundaries", [&](UErrorCode& status) {
    return utext_openUTF8(text_.get(), text.data(), static_cast<int64_t>(text.size()), &status);
  });
  if (!text_) text_.reset(opened);
  checked_icu("text boundaries", [this](UErrorCode& status) {
    iterator_->setText(text_.get(), status);
    return true;
  });
  iterator_->first();
}

std::optional<std::size_t> Boundaries::next() {
  const int32_t boundary = iterator_->next();
  if (boundary == icu::BreakIterator::DONE) return std::nullopt;
  return static_cast<std::size_t>(boundary);
}

}  // namespace news
