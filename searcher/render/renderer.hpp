// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/match/search_result.hpp"

#include <memory>
#include <string>

namespace news {

/// How results are shown.
struct RenderSettings {
  bool color = false;
  std::size_t columns = 80;  ///< of the terminal
  bool explain = false;      ///< say how the query was read
  bool terminal = false;     ///< a person is looking: wrap all lines, say how many hits there are
  bool hyperlinks = false;   ///< titles and URLs lead to the articles
};

/// Writes results in one format. Results of several queries are given one after the other, between
/// `begin` and `end`. Every method returns the text to write.
class Renderer {
 public:
  Renderer() = default;
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;
  virtual ~Renderer() = default;

  virtual std::string begin() { return {}; }

  /// `query_id` is empty for a query from the command line.
  virtual std::string result(const SearchResult& result, const std::string& query_id) = 0;

  virtual std::string end() { return {}; }
};

/// For `--count`: only the number of matches.
std::unique_ptr<Renderer> make_count_renderer();

std::unique_ptr<Renderer> make_text_renderer(const RenderSettings& settings);
std::unique_ptr<Renderer> make_json_renderer(bool several_queries);
std::unique_ptr<Renderer> make_json_lines_renderer();
std::unique_ptr<Renderer> make_trec_renderer();

/// What the columns of a table are for.
struct CsvSettings {
  bool several_queries = false;
  bool counts = false;  ///< facets and timeline instead of hits
};
std::unique_ptr<Renderer> make_csv_renderer(const CsvSettings& settings);

/// One thing of each hit. What ends in a line end is made printable; what ends in a zero byte is as
/// it is, for other programs.
enum class ListEnd : char { line = '\n', null = '\0' };
std::unique_ptr<Renderer> make_id_renderer(ListEnd end);
std::unique_ptr<Renderer> make_url_renderer(ListEnd end);   ///< none for a hit without a URL
std::unique_ptr<Renderer> make_path_renderer(ListEnd end);  ///< of sources, each once

/// For people and their documents: outlet, date, title and URL of each hit on two lines.
std::unique_ptr<Renderer> make_citation_renderer();

/// Entries for BibTeX and biblatex.
std::unique_ptr<Renderer> make_bibtex_renderer();

/// A list in Markdown (CommonMark), with snippets as quotations.
std::unique_ptr<Renderer> make_markdown_renderer();

}  // namespace news
