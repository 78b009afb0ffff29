// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/printable.hpp"
#include "searcher/render/renderer.hpp"

#include <fmt/format.h>

namespace news {

namespace {

/// `--count`: the number of matches, behind the query's id and a tab where there are several.
class CountRenderer : public Renderer {
 public:
  std::string result(const SearchResult& result, const std::string& query_id) override {
    if (query_id.empty()) return fmt::format("{}\n", result.total);
    return fmt::format("{}\t{}\n", printable(query_id), result.total);
  }
};

}  // namespace

std::unique_ptr<Renderer> make_count_renderer() { return std::make_unique<CountRenderer>(); }

}  // namespace news
