// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/run.hpp"

#include "news/base/ascii.hpp"
#include "news/base/error.hpp"
#include "news/base/file.hpp"
#include "news/cli/output.hpp"
#include "news/text/encoding.hpp"
#include "news/text/printable.hpp"
#include "searcher/match/searcher.hpp"
#include "searcher/query/day_range.hpp"
#include "searcher/render/renderer.hpp"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <sstream>
#include <utility>

#include "version.hpp"
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace news {

namespace {

struct NumberedQuery {
  std::string id;  ///< empty for the one of the command line
  std::string text;
};

std::chrono::sys_days today() {
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::size_t terminal_columns() {
  constexpr std::size_t usual = 80;
  const std::string columns = environment("COLUMNS");
  if (columns.size() <= 4 && ascii::all_digits(columns)) return std::stoul(columns);
  winsize size{};
  const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : usual;
}

RenderSettings render_settings(const SearchOptions& options) {
  const bool terminal = ::isatty(STDOUT_FILENO) == 1;
  const bool plain = !environment("NO_COLOR").empty() || environment("TERM") == "dumb";
  return {.color = options.color == When::always ||
                   (options.color == When::automatic && terminal && !plain),
          .columns = terminal_columns(),
          .explain = options.explain,
          .terminal = terminal};
}

std::unique_ptr<Renderer> renderer_for(const SearchOptions& options) {
  const bool several = !options.queries_file.empty();
  switch (options.format) {
    case OutputFormat::json:
      return make_json_renderer(several);
    case OutputFormat::jsonl:
      return make_json_lines_renderer();
    case OutputFormat::trec:
      return make_trec_renderer();
    case OutputFormat::text:
      break;
  }
  return make_text_renderer(render_settings(options));
}

std::string read_queries_file(const std::string& path) {
  if (path == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
  auto content = read_file(path);
  if (!content) throw InputError(path, "No such file");
  return std::move(*content);
}

/// One "id<TAB>query" a line. A line without an id is called by its number; one without a tab is a
/// query as a whole.
std::vector<NumberedQuery> queries_of(const SearchOptions& options) {
  if (options.queries_file.empty()) return {{"", options.query}};
  std::istringstream lines(decode_text(read_queries_file(options.queries_file)).text);
  std::vector<NumberedQuery> queries;
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    const std::string_view trimmed = ascii::trim(line);
    if (trimmed.empty()) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) {
      queries.push_back({std::to_string(number), std::string(trimmed)});
      continue;
    }
    std::string id(ascii::trim(std::string_view(line).substr(0, tab)));
    if (id.empty()) {
      id = std::to_string(number);
      fmt::print(stderr, "news-search: {}: no id on line {}; {} is used\n", options.queries_file,
                 number, id);
    }
    queries.push_back(
        {std::move(id), std::string(ascii::trim(std::string_view(line).substr(tab + 1)))});
  }
  return queries;
}

/// The filter that --since and --until make together; checks both.
void add_date_filter(const SearchOptions& options, SearchRequest& request) {
  const auto check = [](const char* option, const std::string& text) {
    if (text.empty() || parse_day(text, today())) return;
    throw UsageError(option, fmt::format("'{}' is no date", text),
                     "Write 2005-11-20, 2005-11, 2005, 7d, 2w, 3m, 1y, today or yesterday.");
  };
  check("--since", options.since);
  check("--until", options.until);
  if (options.since.empty() && options.until.empty()) return;
  request.filters.push_back({SearchField::date, options.since + ".." + options.until});
}

SearchRequest request_for(const SearchOptions& options, const std::string& query) {
  SearchRequest request;
  request.query = query;
  request.filters = options.filters;
  request.require_all = options.require_all;
  request.sort = options.sort;
  request.offset = options.offset;
  request.limit = options.limit;
  request.with_snippets = options.format != OutputFormat::trec;
  request.with_suggestion = request.with_snippets;
  if (options.action == SearchOptions::Action::count) {
    request.limit = 0;
    request.count_exactly = true;
  }
  add_date_filter(options, request);
  return request;
}

void print_notes(const SearchResult& result) {
  for (const std::string& note : result.notes) {
    fmt::print(stderr, "news-search: '{}': {}\n", printable(result.query), printable(note));
  }
  if (!result.suggestion.empty()) {
    fmt::print(stderr, "Did you mean: {}\n", printable(result.suggestion));
  }
}

ExitCode search(const SearchOptions& options, Output& out) {
  const std::vector<NumberedQuery> queries = queries_of(options);
  Searcher searcher({options.indexes.begin(), options.indexes.end()}, today());
  const std::unique_ptr<Renderer> renderer = renderer_for(options);
  bool found = false;
  out.write(renderer->begin());
  for (const NumberedQuery& query : queries) {
    const SearchResult result = searcher.search(request_for(options, query.text));
    print_notes(result);
    found = found || result.total > 0;
    out.write(renderer->result(result, query.id));
  }
  out.write(renderer->end());
  return found ? ExitCode::ok : ExitCode::not_quite;
}

ExitCode count(const SearchOptions& options, Output& out) {
  const std::vector<NumberedQuery> queries = queries_of(options);
  Searcher searcher({options.indexes.begin(), options.indexes.end()}, today());
  bool found = false;
  for (const NumberedQuery& query : queries) {
    const SearchResult result = searcher.search(request_for(options, query.text));
    print_notes(result);
    found = found || result.total > 0;
    out.write(query.id.empty() ? fmt::format("{}\n", result.total)
                               : fmt::format("{}\t{}\n", query.id, result.total));
  }
  return found ? ExitCode::ok : ExitCode::not_quite;
}

std::string article_text(const Article& article) {
  std::string text = printable(article.title) + "\n";
  const auto add = [&text](const char* name, const std::string& value) {
    if (!value.empty()) text += fmt::format("{}: {}\n", name, printable(value));
  };
  for (const std::string& author : article.authors) add("author", author);
  if (article.published) add("published", article.published->to_iso8601());
  if (article.modified) add("modified", article.modified->to_iso8601());
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

ExitCode show(const SearchOptions& options, Output& out) {
  Searcher searcher({options.indexes.begin(), options.indexes.end()}, today());
  const std::vector<Article> articles = searcher.find_by_id(options.show_id);
  if (articles.empty()) {
    fmt::print(stderr, "news-search: no article has the id '{}'\n", printable(options.show_id));
  }
  for (const Article& article : articles) {
    if (&article != &articles.front()) out.write("\n");
    out.write(article_text(article));
  }
  return articles.empty() ? ExitCode::not_quite : ExitCode::ok;
}

}  // namespace

ExitCode run_news_search(const SearchOptions& options) {
  using Action = SearchOptions::Action;
  Output out(stdout);
  ExitCode code = ExitCode::ok;
  switch (options.action) {
    case Action::search:
      code = search(options, out);
      break;
    case Action::count:
      code = count(options, out);
      break;
    case Action::show:
      code = show(options, out);
      break;
    case Action::help:
      out.write(search_help());
      break;
    case Action::version:
      out.write(fmt::format("news-search {}\n", program_version));
      break;
  }
  out.flush();
  return code;
}

}  // namespace news
