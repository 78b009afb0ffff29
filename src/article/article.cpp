// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/article/article.hpp"

#include "news/article/title.hpp"
#include "news/text/whitespace.hpp"

#include <algorithm>
#include <utility>

namespace news {

namespace {

/// Without empty entries and those that were there before.
void tidy_list(std::vector<std::string>& list) {
  auto kept = list.begin();
  for (std::string& entry : list) {
    fold_whitespace_in_place(entry);
    if (entry.empty() || std::find(list.begin(), kept, entry) != kept) continue;
    if (&*kept != &entry) *kept = std::move(entry);
    ++kept;
  }
  list.erase(kept, list.end());
}

}  // namespace

std::string to_string(const Origin& origin) {
  std::string out = origin.name.empty() ? origin.path : origin.name;
  if (!origin.member.empty()) out.append("!").append(origin.member);
  if (origin.record != 0) out.append("#").append(std::to_string(origin.record));
  return out;
}

void normalize(Article& article) {
  for (std::string* field : {&article.id, &article.url, &article.title, &article.outlet,
                             &article.section, &article.origin.name, &article.origin.member}) {
    fold_whitespace_in_place(*field);
  }
  tidy_list(article.authors);
  tidy_list(article.topics);
  fold_paragraphs_in_place(article.body);
  if (article.title.empty()) {
    article.title = title_from_body(article.body);
    article.title_from_text = !article.title.empty();
  }
}

std::string display_id(const Article& article) {
  return article.id.empty() ? to_string(article.origin) : article.id;
}

}  // namespace news
