// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/document.hpp"

namespace news {

void Document::add_posting(std::string_view prefix, std::string_view word, std::uint32_t position,
                           std::uint32_t wdf) {
  add(prefix, word, position, wdf);
}

void Document::add_term(std::string_view prefix, std::string_view word, std::uint32_t wdf) {
  add(prefix, word, 0, wdf);
}

void Document::add(std::string_view prefix, std::string_view word, std::uint32_t position,
                   std::uint32_t wdf) {
  occurrences_.push_back({static_cast<std::uint32_t>(terms_.size()),
                          static_cast<std::uint32_t>(prefix.size() + word.size()), position, wdf});
  terms_.append(prefix).append(word);
}

}  // namespace news
