// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/printable.hpp"
#include "searcher/render/citation.hpp"
#include "searcher/render/renderer.hpp"

namespace news {

std::string citation(const Article& article) {
  std::string text = article.outlet;
  if (article.published) {
    text += (text.empty() ? "" : ", ") + article.published->to_iso8601().substr(0, 10);
  }
  text += (text.empty() ? "" : ": ") + (article.title.empty() ? "(untitled)" : article.title);
  const std::string place = article.url.empty() ? to_string(article.origin) : article.url;
  return printable(text) + "\n  " + printable(place) + "\n";
}

namespace {

/// `--format cite`.
class CitationRenderer : public Renderer {
 public:
  std::string result(const SearchResult& result, const std::string& /*query_id*/) override {
    std::string out;
    for (const Hit& hit : result.hits) out += citation(hit.article) + "\n";
    return out;
  }
};

}  // namespace

std::unique_ptr<Renderer> make_citation_renderer() { return std::make_unique<CitationRenderer>(); }

}  // namespace news
