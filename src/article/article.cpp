// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/article/article.hpp"

#include "news/article/title.hpp"
#include "news/text/whitespace.hpp"

#include <algorithm>

namespace news {

namespace {

void tidy_list(std::vector<std::string>& list) {
  std::vector<std::string> kept;
  for (const std::string& entry : list) {
    std::string tidy = fold_whitespace(entry);
    if (!tidy.empty() && std::find(kept.begin(), kept.end(), tidy) == kept.end()) {
      kept.push_back(std::move(tidy));
    }
  }
  list = std::move(kept);
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
    *field = fold_whitespace(*field);
  }
  tidy_list(article.authors);
  tidy_list(article.topics);
  article.body = fold_paragraphs(article.body);
  if (article.title.empty()) {
    article.title = title_from_body(article.body);
    article.title_from_text = !article.title.empty();
  }
}

std::string display_id(const Article& article) {
  return article.id.empty() ? to_string(article.origin) : article.id;
}

}  // namespace news
