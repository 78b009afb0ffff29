// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/boundaries.hpp"

#include "text/icu.hpp"

namespace news {

icu::BreakIterator* Boundaries::make_iterator(UErrorCode& status) const {
  const icu::Locale& root = icu::Locale::getRoot();
  switch (kind_) {
    case Kind::characters:
      return icu::BreakIterator::createCharacterInstance(root, status);
    case Kind::words:
      return icu::BreakIterator::createWordInstance(root, status);
    case Kind::sentences:
      break;
  }
  return icu::BreakIterator::createSentenceInstance(root, status);
}

void Boundaries::set_text(std::string_view text) {
  if (!iterator_) {
    iterator_.reset(checked_icu("text boundaries",
                                [this](UErrorCode& status) { return make_iterator(status); }));
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

std::size_t Boundaries::at_or_before(std::size_t at) {
  const auto offset = static_cast<int32_t>(at);
  if (iterator_->isBoundary(offset) != 0) return at;
  const int32_t boundary = iterator_->preceding(offset);
  return boundary == icu::BreakIterator::DONE ? 0 : static_cast<std::size_t>(boundary);
}

}  // namespace news
