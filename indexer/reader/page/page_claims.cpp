// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/page_claims.hpp"

#include "indexer/markup/html_text.hpp"
#include "news/base/utf8.hpp"
#include "news/text/whitespace.hpp"

namespace news {

namespace {

/// Text that was written as markup though it stands where no markup is read: "Tom &amp;amp; Ann",
/// "<em>The</em> end".
bool has_markup(std::string_view value) {
  const std::size_t entity = value.find('&');
  if (entity != value.npos && value.find(';', entity) != value.npos) return true;
  const std::size_t tag = value.find('<');
  return tag != value.npos && value.find('>', tag) != value.npos;
}

}  // namespace

void PageClaims::add(PageField field, ClaimSource source, std::string_view value) {
  const bool paragraphs = field == PageField::body;
  std::size_t& count = counts_[static_cast<std::size_t>(field)];
  if (count == max_claims) return;
  if (!paragraphs) value = utf8::truncate(value, max_value_bytes);
  std::string text = has_markup(value) ? html_to_text(value) : std::string(value);
  text = paragraphs ? fold_paragraphs(text) : fold_whitespace(text);
  if (text.empty()) return;
  ++count;
  claims_.push_back({field, source, std::move(text)});
}

std::vector<const PageClaims::Claim*> PageClaims::of(PageField field) const {
  std::vector<const Claim*> found;
  for (const Claim& claim : claims_) {
    if (claim.field == field) found.push_back(&claim);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Claim* a, const Claim* b) { return a->source < b->source; });
  return found;
}

std::string PageClaims::best(PageField field) const {
  const auto found = of(field);
  return found.empty() ? std::string() : found.front()->value;
}

std::string PageClaims::first(PageField field, ClaimSource source) const {
  const auto found = std::find_if(claims_.begin(), claims_.end(), [&](const Claim& claim) {
    return claim.field == field && claim.source == source;
  });
  return found == claims_.end() ? std::string() : found->value;
}

}  // namespace news
