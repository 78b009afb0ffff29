// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/shown_dates.hpp"

#include "indexer/markup/html_text.hpp"
#include "indexer/reader/page/page_heading.hpp"
#include "news/article/dates.hpp"
#include "news/base/ascii.hpp"
#include "news/text/fold.hpp"

#include <array>

namespace news {

namespace {

/// A line with the date of a story has hardly more than the date, its label and a byline.
constexpr std::size_t longest_date_line = 160;
constexpr std::size_t most_other_words = 60;  ///< in bytes

/// Whether a text or the name of a class says that a date is of a change.
bool tells_of_change(std::string_view text) {
  static constexpr std::array<std::string_view, 22> words = {
      "update",   "modif",      "aktualisiert", "geandert",   "mis a jour", "maj ",
      "actualiz", "aggiorna",   "atualiz",      "bijgewerkt", "uppdater",   "opdater",
      "oppdat",   "paivitetty", "aktualiz",     "обновл",     "изменен",    "guncel",
      "تحديث",    "更新",       "수정",         "diperbarui"};
  const std::string folded = fold_marks(fold_case(text));
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return folded.find(word) != folded.npos; });
}

/// Whether the words before a date say that it is that of publication.
bool tells_of_publication(std::string_view text) {
  static constexpr std::array<std::string_view, 19> words = {
      "publi", "posted", "veroffentlicht", "erstellt", "erschienen",
      "pubbl", "gepubl", "опублик",        "опублік",  "نشر",
      "公開",  "发布",   "發布",           "입력",     "등록",
      "yayin", "giris",  "diterbit",       "objavljen"};
  const std::string folded = fold_marks(fold_case(text));
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return folded.find(word) != folded.npos; });
}

/// Whether what is right around a node, or written before it, says that its date is of a change.
bool is_of_change(const HtmlDocument& document, NodeId node) {
  constexpr std::size_t longest_label = 40;
  constexpr int levels = 2;
  NodeId around = node;
  for (int level = 0; level <= levels && around != HtmlDocument::root; ++level) {
    for (const std::string_view name : {"class", "id", "itemprop", "data-testid"}) {
      const std::string_view value = document.attribute(around, name);
      if (tells_of_change(value) && value.find("ublish") == value.npos) return true;
    }
    around = document[around].parent;
  }
  const NodeId parent = document[node].parent;
  for (NodeId before = node; before > parent; --before) {
    const std::string_view text = ascii::trim(document[before - 1].text);
    if (!document.is_text(before - 1) || text.empty()) continue;
    return text.size() <= longest_label && tells_of_change(text);
  }
  return false;
}

void add_time_element(const HtmlDocument& document, NodeId node, Language language,
                      PageClaims& claims) {
  if (document[node].tag != HtmlTag::time || is_aside(document, node)) return;
  const std::string_view when = document.attribute(node, "datetime");
  const std::string text = short_text_of(document, node);
  const bool change = is_of_change(document, node) || tells_of_change(text);
  const std::string value = parse_date(when) ? std::string(when) : text;
  const auto date = parse_date(value, language);
  if (!date) return;
  claims.add(change ? PageField::modified : PageField::published, ClaimSource::marked,
             date->to_iso8601());
}

void add_date_line(const HtmlDocument& document, NodeId node, Language language,
                   PageClaims& claims) {
  if (!document.is_text(node) || document[node].text.size() > longest_date_line) return;
  if (is_unseen(document[document[node].parent].tag)) return;
  const std::string_view text = ascii::trim(document[node].text);
  const auto dates = find_dates(text, language);
  if (dates.empty() || is_aside(document, node)) return;
  const std::string_view label = text.substr(0, dates.front().range.begin);
  const bool change = is_of_change(document, node) || tells_of_change(label);
  // A sentence may have a date, too.
  std::size_t other_words = text.size();
  for (const FoundDate& date : dates) other_words -= date.range.end - date.range.begin;
  const ClaimSource source = tells_of_publication(label)       ? ClaimSource::marked
                             : other_words <= most_other_words ? ClaimSource::shown
                                                               : ClaimSource::document_title;
  claims.add(change ? PageField::modified : PageField::published, source,
             dates.front().when.to_iso8601());
  if (dates.size() > 1 && !change) {
    claims.add(PageField::modified, source, dates[1].when.to_iso8601());
  }
}

}  // namespace

void add_shown_dates(const HtmlDocument& document, NodeId heading, Language language,
                     PageClaims& claims) {
  const HeadingSurroundings near = surroundings_of(document, heading);
  near.for_each(heading, [&](NodeId node) { add_time_element(document, node, language, claims); });
  near.for_each(heading, [&](NodeId node) { add_date_line(document, node, language, claims); });
}

void add_date_of_address(std::string_view url, PageClaims& claims) {
  const std::size_t scheme = url.find("://");
  if (scheme == url.npos) return;
  const std::size_t path = url.find('/', scheme + 3);
  if (path == url.npos) return;
  for (const FoundDate& date : find_dates(url.substr(path))) {
    const bool year_first =
        date.range.in(url.substr(path)).starts_with(std::to_string(date.when.year));
    if (!year_first) continue;
    claims.add(PageField::published, ClaimSource::document_title, date.when.to_iso8601());
    return;
  }
}

}  // namespace news
