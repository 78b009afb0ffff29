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
  bool terminal = false;     ///< a person is looking: say how many there are
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

/// The id, or the URL, of each hit; one a line. A hit without a URL has no line.
std::unique_ptr<Renderer> make_id_renderer();
std::unique_ptr<Renderer> make_url_renderer();

}  // namespace news
