// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/article_json.hpp"
#include "news/cli/json_line.hpp"
#include "news/text/printable.hpp"
#include "searcher/action/actions.hpp"
#include "searcher/action/notes.hpp"
#include "searcher/action/request.hpp"
#include "searcher/match/searcher.hpp"
#include "searcher/query/day_range.hpp"
#include "searcher/render/article_text.hpp"

#include <cstdio>

#include <fmt/format.h>

namespace news {

namespace {

std::string in_text(const std::vector<Article>& articles) {
  std::string out;
  for (const Article& article : articles) {
    if (!out.empty()) out += "\n";
    out += article_text(article);
  }
  return out;
}

std::string in_json(const std::vector<Article>& articles) {
  nlohmann::ordered_json json{{"schema", 1}, {"articles", nlohmann::ordered_json::array()}};
  for (const Article& article : articles) json["articles"].push_back(article_json(article));
  return json_line(json) + "\n";
}

std::string in_json_lines(const std::vector<Article>& articles) {
  std::string out;
  for (const Article& article : articles) out += to_json_line(article) + "\n";
  return out;
}

std::string written(const std::vector<Article>& articles, OutputFormat format) {
  if (format == OutputFormat::json) return in_json(articles);
  return format == OutputFormat::jsonl ? in_json_lines(articles) : in_text(articles);
}

}  // namespace

ExitCode show(const SearchOptions& options, Output& out) {
  Searcher searcher({options.indexes.begin(), options.indexes.end()}, current_day(),
                    options.shards);
  const std::vector<Article> articles = searcher.find_by_id(options.show_id);
  print_missing(searcher.missing());
  if (articles.empty()) {
    fmt::print(stderr, "news-search: no article has the id '{}'\n", printable(options.show_id));
  }
  out.write(written(articles, options.format));
  return articles.empty() ? ExitCode::not_quite : ExitCode::ok;
}

}  // namespace news
