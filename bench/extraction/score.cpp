// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/extraction/score.hpp"

#include "news/article/dates.hpp"
#include "news/text/whitespace.hpp"

#include <algorithm>

namespace news::bench {

namespace {

/// "2024-04-24 00:00:00+02:00", read by its figures: not with what is to be measured.
bool is_same_day(const std::string& truth, const std::optional<Timestamp>& published) {
  if (!published) return false;
  constexpr std::size_t date = 10;
  if (published->to_iso8601().substr(0, date) == truth.substr(0, date)) return true;
  std::string iso = truth;
  std::replace(iso.begin(), iso.end(), ' ', 'T');
  const auto time = Timestamp::from_iso8601(iso);
  if (!time || !time->utc_offset_minutes || !published->utc_offset_minutes) return false;
  const auto in_utc = [](const Timestamp& t) {
    return Timestamp::from_unix_seconds(t.to_unix_seconds())->day_number();
  };
  return in_utc(*time) == in_utc(*published);
}

bool names_one_of(const std::vector<std::string>& truth, const std::vector<std::string>& authors) {
  return std::any_of(truth.begin(), truth.end(), [&](const std::string& name) {
    const std::string folded = fold_whitespace(name);
    return std::any_of(authors.begin(), authors.end(), [&](const std::string& author) {
      return fold_whitespace(author) == folded;
    });
  });
}

}  // namespace

PageScore score_page(const TruePage& truth, const Article& article) {
  PageScore score;
  score.body = overlap(truth.body, article.body);
  if (!truth.title.empty()) {
    score.title = fold_whitespace(article.title) == fold_whitespace(truth.title);
  }
  if (!truth.published.empty()) score.published = is_same_day(truth.published, article.published);
  if (!truth.authors.empty()) score.author = names_one_of(truth.authors, article.authors);
  return score;
}

void CollectionScore::add(const PageScore& page) {
  body.add(page.body);
  if (page.title) title.add(*page.title);
  if (page.published) published.add(*page.published);
  if (page.author) author.add(*page.author);
}

}  // namespace news::bench
