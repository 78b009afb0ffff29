// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/printable.hpp"
#include "searcher/render/renderer.hpp"

#include <set>
#include <utility>

namespace news {

namespace {

/// What of a hit is listed; empty for nothing.
using Listed = std::string (*)(const Hit& hit);

/// `--format ids`, `urls` and `paths`.
class ListRenderer : public Renderer {
 public:
  ListRenderer(Listed listed, ListEnd end, bool each_once)
      : listed_(listed), end_(end), each_once_(each_once) {}

  std::string result(const SearchResult& result, const std::string& /*query_id*/) override {
    std::string out;
    for (const Hit& hit : result.hits) {
      const std::string text = listed_(hit);
      if (text.empty() || (each_once_ && !seen_.insert(text).second)) continue;
      out += end_ == ListEnd::line ? printable(text) : text;
      out += static_cast<char>(end_);
    }
    return out;
  }

 private:
  Listed listed_;
  ListEnd end_;
  bool each_once_;
  std::set<std::string> seen_;
};

}  // namespace

std::unique_ptr<Renderer> make_id_renderer(ListEnd end) {
  const auto id = [](const Hit& hit) { return display_id(hit.article); };
  return std::make_unique<ListRenderer>(id, end, /*each_once=*/false);
}

std::unique_ptr<Renderer> make_url_renderer(ListEnd end) {
  const auto url = [](const Hit& hit) { return hit.article.url; };
  return std::make_unique<ListRenderer>(url, end, /*each_once=*/false);
}

std::unique_ptr<Renderer> make_path_renderer(ListEnd end) {
  const auto path = [](const Hit& hit) {
    const std::string& source = hit.article.origin.path;
    return source == "-" ? std::string() : source;
  };
  return std::make_unique<ListRenderer>(path, end, /*each_once=*/true);
}

}  // namespace news
