// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/small_index.hpp"

#include "indexer/build/index_update.hpp"

#include <atomic>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace news::test {

namespace {

class NoObserver : public UpdateObserver {
 public:
  void on_unreadable(const BadRecord& record) override { FAIL(record.reason); }
  void on_source(const std::string&, std::uint64_t, std::uint64_t) override {}
  void on_progress(const UpdateSummary&, const std::string&) override {}
  void on_stage(const std::string&) override {}
};

}  // namespace

void SmallIndex::add(std::string_view file, const std::vector<std::string>& lines) {
  std::string content;
  for (const std::string& line : lines) content += line + "\n";
  std::filesystem::create_directories(folder_ / "news");
  if (!lines.empty()) folder_.write("news/" + std::string(file), content);
  UpdateSettings settings;
  settings.index = path();
  settings.paths = {folder_ / "news"};
  NoObserver observer;
  update_index(settings, observer, std::atomic<bool>(false));
}

std::string SmallIndex::ids(const SearchRequest& request) const {
  return ids_of(searcher().search(request));
}

std::string SmallIndex::ids(std::string_view query) const { return ids(request_for(query)); }

SearchRequest request_for(std::string_view query) {
  SearchRequest request;
  request.query = query;
  return request;
}

std::string ids_of(const SearchResult& result) {
  std::string ids;
  for (const Hit& hit : result.hits) ids += (ids.empty() ? "" : " ") + hit.article.id;
  return ids;
}

std::string article(std::string_view id, std::string_view title, std::string_view body,
                    std::string_view fields) {
  nlohmann::json json = nlohmann::json::parse("{" + std::string(fields) + "}");
  json["id"] = id;
  json["title"] = title;
  json["body"] = body;
  if (!json.contains("language")) json["language"] = "en";
  return json.dump();
}

}  // namespace news::test
