// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/article_text.hpp"

#include "news/text/printable.hpp"

#include <sstream>

#include <fmt/format.h>

namespace news {

std::string article_text(const Article& article) {
  std::string text = printable(article.title) + "\n";
  const auto add = [&text](const char* name, const std::string& value) {
    if (!value.empty()) text += fmt::format("{}: {}\n", name, printable(value));
  };
  for (const std::string& author : article.authors) add("author", author);
  if (article.published) add("published", article.published->to_iso8601());
  if (article.modified) add("modified", article.modified->to_iso8601());
  if (article.captured) add("captured", article.captured->to_iso8601());
  add("outlet", article.outlet);
  add("section", article.section);
  add("language", std::string(article.language.code()));
  for (const std::string& topic : article.topics) add("topic", topic);
  add("url", article.url);
  add("id", display_id(article));
  add("from",
      to_string(Origin{article.origin.path, {}, article.origin.member, article.origin.record}));
  std::istringstream paragraphs(article.body);
  for (std::string paragraph; std::getline(paragraphs, paragraph);) {
    text += "\n" + printable(paragraph) + "\n";
  }
  return text;
}

}  // namespace news
