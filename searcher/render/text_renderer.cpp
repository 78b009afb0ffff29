// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/figures.hpp"
#include "news/text/printable.hpp"
#include "searcher/render/counts_text.hpp"
#include "searcher/render/hit_text.hpp"
#include "searcher/render/renderer.hpp"
#include "searcher/render/style.hpp"

#include <fmt/format.h>

namespace news {

namespace {

constexpr std::size_t indent = 4;
/// The text format: for people.
class TextRenderer : public Renderer {
 public:
  explicit TextRenderer(const RenderSettings& settings) : settings_(settings) {}

  std::string result(const SearchResult& result, const std::string& query_id) override {
    std::string out;
    if (!query_id.empty()) {
      out += styled(heading, printable(query_id + ": " + result.query)) + "\n\n";
    }
    if (settings_.explain) out += explanation(result);
    for (const Facet& facet : result.facets) {
      out += facet_text(facet, result.total, settings_) + "\n";
    }
    if (result.timeline) out += timeline_text(*result.timeline, settings_) + "\n";
    for (const Hit& hit : result.hits) out += hit_text(hit, settings_) + "\n";
    if (settings_.terminal) out += styled(faint, totals(result)) + "\n";
    return out;
  }

 private:
  std::string styled(const Style& style, const std::string& text) const {
    if (!settings_.color || text.empty()) return text;
    return style(text);
  }

  /// How the query was read, in a line; one of several parts also as an outline. Then the words
  /// that feedback added.
  static std::string explanation(const SearchResult& result) {
    std::string out = "Read as: " + printable(result.read_as) + "\n";
    if (result.read_as_outline.size() > 1) {
      for (const std::string& line : result.read_as_outline) {
        out += std::string(indent, ' ') + printable(line) + "\n";
      }
    }
    std::string words;
    for (const std::string& word : result.feedback) words += (words.empty() ? "" : " ") + word;
    if (!words.empty()) out += "Feedback: " + printable(words) + "\n";
    return out + "\n";
  }

  static std::string totals(const SearchResult& result) {
    const std::string total = fmt::format("{}{}", result.total_is_exact ? "" : "about ",
                                          counted(result.total, "article"));
    const double milliseconds = result.seconds * 1000;
    if (result.hits.empty()) return fmt::format("{}, {:.0f} ms", total, milliseconds);
    return fmt::format("{} to {} of {}, {:.0f} ms", result.hits.front().rank,
                       result.hits.back().rank, total, milliseconds);
  }

  RenderSettings settings_;
};

}  // namespace

std::unique_ptr<Renderer> make_text_renderer(const RenderSettings& settings) {
  return std::make_unique<TextRenderer>(settings);
}

}  // namespace news
