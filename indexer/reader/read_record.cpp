// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/read_record.hpp"

#include <exception>
#include <new>
#include <utility>

namespace news {

namespace {

Record finish(Parsed parsed, Origin origin, Language default_language) {
  if (auto* unreadable = std::get_if<Unreadable>(&parsed)) {
    return BadRecord{std::move(origin), std::move(unreadable->reason), unreadable->rest_unread};
  }
  Article article = std::get<Article>(std::move(parsed));
  article.origin = std::move(origin);
  normalize(article);
  const bool nameless = article.id.empty() && article.url.empty();
  if (article.title.empty() && nameless) return BadRecord{std::move(article.origin), "no text"};
  if (!article.language.known()) article.language = default_language;
  if (!article.language.known()) {
    article.language = detect_language(article.title + "\n" + article.body);
  }
  return article;
}

/// No input should make a reader throw; if one does, it costs that record and not the run.
std::vector<Parsed> parse_safely(const Reader& reader, const RawRecord& raw) {
  try {
    return reader.parse(raw);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    return {Unreadable{std::string("the reader failed: ") + error.what()}};
  }
}

}  // namespace

std::vector<Record> read_record(const Reader& reader, const RawRecord& raw, const Origin& origin,
                                Language default_language) {
  Origin numbered = origin;
  numbered.record = raw.number;
  std::vector<Record> records;
  if (!raw.defect.empty()) {
    records.emplace_back(BadRecord{std::move(numbered), raw.defect, raw.rest_unread});
    return records;
  }
  std::vector<Parsed> parsed = parse_safely(reader, raw);
  const bool several = parsed.size() > 1;
  std::uint64_t inner = 0;
  for (Parsed& one : parsed) {
    Origin place = numbered;
    ++inner;
    if (several && raw.number == 0) place.record = inner;
    if (several && raw.number != 0) {
      if (!place.member.empty()) place.member += '!';
      place.member += std::to_string(inner);
    }
    records.push_back(finish(std::move(one), std::move(place), default_language));
    auto* bad = std::get_if<BadRecord>(&records.back());
    if (bad != nullptr) bad->rest_unread |= raw.rest_unread;
  }
  return records;
}

}  // namespace news
