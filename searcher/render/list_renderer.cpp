// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/printable.hpp"
#include "searcher/render/renderer.hpp"

namespace news {

namespace {

/// `--format ids`.
class IdRenderer : public Renderer {
 public:
  std::string result(const SearchResult& result, const std::string& /*query_id*/) override {
    std::string out;
    for (const Hit& hit : result.hits) out += printable(display_id(hit.article)) + "\n";
    return out;
  }
};

/// `--format urls`.
class UrlRenderer : public Renderer {
 public:
  std::string result(const SearchResult& result, const std::string& /*query_id*/) override {
    std::string out;
    for (const Hit& hit : result.hits) {
      if (!hit.article.url.empty()) out += printable(hit.article.url) + "\n";
    }
    return out;
  }
};

}  // namespace

std::unique_ptr<Renderer> make_id_renderer() { return std::make_unique<IdRenderer>(); }

std::unique_ptr<Renderer> make_url_renderer() { return std::make_unique<UrlRenderer>(); }

}  // namespace news
