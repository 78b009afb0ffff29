// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/json_line.hpp"
#include "searcher/render/counts_json.hpp"
#include "searcher/render/hit_json.hpp"
#include "searcher/render/renderer.hpp"

namespace news {

namespace {

using Json = nlohmann::ordered_json;

/// `--format jsonl`: a hit or count a line; with the query's id where there are several.
class JsonLinesRenderer : public Renderer {
 public:
  std::string result(const SearchResult& result, const std::string& query_id) override {
    std::string out;
    const auto add = [&](const Json& line) {
      Json json = Json::object();
      if (!query_id.empty()) json["query_id"] = query_id;
      json.update(line);
      out += json_line(json) + "\n";
    };
    for (const Facet& facet : result.facets) {
      for (const FacetCount& count : facet.counts) {
        add({{"facet", name_of(facet.field)}, {"value", count.value}, {"count", count.count}});
      }
    }
    if (result.timeline) {
      for (const TimelineRow& row : result.timeline->rows) {
        Json json{{"timeline", name_of(result.timeline->unit)}};
        json.update(row_json(row));
        add(json);
      }
    }
    for (const Hit& hit : result.hits) add(hit_json(hit));
    return out;
  }
};

}  // namespace

std::unique_ptr<Renderer> make_json_lines_renderer() {
  return std::make_unique<JsonLinesRenderer>();
}

}  // namespace news
