// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/json_line.hpp"
#include "searcher/render/counts_json.hpp"
#include "searcher/render/hit_json.hpp"
#include "searcher/render/renderer.hpp"

namespace news {

namespace {

using Json = nlohmann::ordered_json;

/// Parts of the index that were not searched.
Json missing_json(const std::vector<MissingShard>& missing) {
  Json json = Json::array();
  for (const MissingShard& shard : missing) {
    json.push_back({{"shard", shard.address.text()}, {"reason", shard.reason}});
  }
  return json;
}

/// `--format json`: one object for a query, an array of objects for several.
class JsonRenderer : public Renderer {
 public:
  explicit JsonRenderer(bool several) : several_(several) {}

  std::string begin() override { return several_ ? "[\n" : ""; }

  std::string result(const SearchResult& result, const std::string& query_id) override {
    Json json{{"schema", 1}};
    if (several_) json["query_id"] = query_id;
    json["query"] = {{"text", result.query}, {"read_as", result.read_as}};
    if (!result.notes.empty()) json["notes"] = result.notes;
    if (!result.feedback.empty()) json["feedback"] = result.feedback;
    if (!result.suggestion.empty()) json["suggestion"] = result.suggestion;
    json["total"] = result.total;
    json["total_is_exact"] = result.total_is_exact;
    json["complete"] = result.missing.empty();
    if (!result.missing.empty()) json["missing"] = missing_json(result.missing);
    json["seconds"] = result.seconds;
    if (!result.facets.empty()) json["facets"] = facets_json(result.facets);
    if (result.timeline) json["timeline"] = timeline_json(*result.timeline);
    json["hits"] = Json::array();
    for (const Hit& hit : result.hits) json["hits"].push_back(hit_json(hit));
    const std::string separator = several_ && !first_ ? ",\n" : "";
    first_ = false;
    return separator + json_line(json) + (several_ ? "" : "\n");
  }

  std::string end() override { return several_ ? "\n]\n" : ""; }

 private:
  bool several_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<Renderer> make_json_renderer(bool several_queries) {
  return std::make_unique<JsonRenderer>(several_queries);
}

}  // namespace news
