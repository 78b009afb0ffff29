// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/utf8.hpp"
#include "news/text/display_width.hpp"
#include "news/text/printable.hpp"
#include "searcher/render/counts_text.hpp"
#include "searcher/render/renderer.hpp"
#include "searcher/render/style.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace news {

namespace {

constexpr std::size_t indent = 4;
constexpr std::size_t narrowest = 20;
constexpr std::size_t widest = 100;  ///< longer lines are hard to read

/// A word of a snippet and what of it is highlighted.
struct Piece {
  std::string text;
  bool highlighted = false;
};
using Word = std::vector<Piece>;

/// The snippet cut at its spaces; highlights that reach over one are cut, too.
std::vector<Word> words_of(const Snippet& snippet) {
  std::vector<Word> words(1);
  const std::string_view text = snippet.text;
  const auto add = [&words](std::string_view part, bool highlighted) {
    while (!part.empty()) {
      const std::size_t space = part.find(' ');
      const std::string_view word = part.substr(0, space);
      if (!word.empty()) words.back().push_back({printable(word), highlighted});
      if (space == std::string_view::npos) return;
      words.emplace_back();
      part.remove_prefix(space + 1);
    }
  };
  std::size_t at = 0;
  for (const ByteRange& range : snippet.highlights) {
    add(text.substr(at, range.begin - at), false);
    add(range.in(text), true);
    at = range.end;
  }
  add(text.substr(at), false);
  std::erase_if(words, [](const Word& word) { return word.empty(); });
  return words;
}

std::size_t width_of(const Word& word) {
  std::size_t columns = 0;
  for (const Piece& piece : word) columns += display_width(std::string_view(piece.text));
  return columns;
}

/// "also in 3 others: Norwick Courier, Coast Radio": the outlets, or the ids of those whose outlet
/// says nothing new.
std::string others_text(const Hit& hit) {
  constexpr std::size_t most_names = 5;
  std::vector<std::string> names;
  for (const Duplicate& other : hit.duplicates) {
    const bool tells = !other.outlet.empty() && other.outlet != hit.article.outlet;
    const std::string& name = tells ? other.outlet : other.id;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  const std::size_t count = hit.duplicates.size();
  std::string text = fmt::format("also in {} other{}: ", count, count == 1 ? "" : "s");
  for (std::size_t i = 0; i < std::min(names.size(), most_names); ++i) {
    text += (i == 0 ? "" : ", ") + names[i];
  }
  return names.size() > most_names ? text + ", ..." : text;
}

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
    for (const Hit& hit : result.hits) out += hit_text(hit) + "\n";
    if (settings_.terminal && result.total > 0) out += totals(result);
    return out;
  }

 private:
  std::string styled(const Style& style, const std::string& text) const {
    if (!settings_.color || text.empty()) return text;
    return style(text);
  }

  /// A part of a score, and its share in percent.
  std::string score_line(const ScorePart& part, double score) const {
    const double percent = score > 0 ? 100 * part.score / score : 0;
    return std::string(indent, ' ') +
           styled(faint, fmt::format("{:<10}{:>8.2f}{:>5.0f}%", part.name, part.score, percent)) +
           "\n";
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

  std::string hit_text(const Hit& hit) const {
    const Article& article = hit.article;
    std::string out = fmt::format("{:>2}. {}\n", hit.rank, title_text(hit));
    std::string facts;
    const auto add = [&facts](const std::string& fact) {
      if (fact.empty()) return;
      if (!facts.empty()) facts += " · ";
      facts += fact;
    };
    add(printable(article.outlet));
    if (article.published) add(article.published->to_iso8601().substr(0, 10));
    add(fmt::format("{:.2f}", hit.score));
    add(printable(display_id(article)));
    out += std::string(indent, ' ') + styled(faint, facts) + "\n";
    if (!hit.duplicates.empty()) {
      out += std::string(indent, ' ') + styled(faint, printable(others_text(hit))) + "\n";
    }
    for (const ScorePart& part : hit.score_parts) out += score_line(part, hit.score);
    if (!hit.snippet.text.empty()) out += wrapped(hit.snippet);
    if (!article.url.empty()) {
      out += std::string(indent, ' ') + styled(faint, printable(article.url)) + "\n";
    }
    return out;
  }

  std::string title_text(const Hit& hit) const {
    const std::string_view title = hit.article.title;
    if (title.empty()) return styled(faint, "(untitled)");
    std::string out;
    std::size_t at = 0;
    for (const ByteRange& range : hit.title_highlights) {
      out += styled(bold, printable(title.substr(at, range.begin - at)));
      out += styled(marked, printable(range.in(title)));
      at = range.end;
    }
    return out + styled(bold, printable(title.substr(at)));
  }

  /// The snippet in lines of the terminal's width.
  std::string wrapped(const Snippet& snippet) const {
    const std::size_t columns = std::clamp(settings_.columns, narrowest, widest) - indent;
    std::string out(indent, ' ');
    std::size_t used = 0;
    const std::vector<Word> words = words_of(snippet);
    for (const Word& word : words) {
      const bool first = &word == &words.front();
      if (!first && used + 1 + width_of(word) <= columns) {
        out += " ";
        ++used;
      } else if (!first) {
        out += "\n" + std::string(indent, ' ');
        used = 0;
      }
      add_word(word, columns, out, used);
    }
    return out + "\n";
  }

  /// Appends a word; one that is wider than a line, as in Chinese, goes on in the next.
  void add_word(const Word& word, std::size_t columns, std::string& out, std::size_t& used) const {
    for (const Piece& piece : word) {
      std::string line;
      for (std::size_t at = 0; at < piece.text.size();) {
        const std::size_t start = at;
        const std::size_t width = display_width(utf8::decode(piece.text, at));
        if (used + width > columns) {
          out += highlighted(piece, line) + "\n" + std::string(indent, ' ');
          line.clear();
          used = 0;
        }
        line += piece.text.substr(start, at - start);
        used += width;
      }
      out += highlighted(piece, line);
    }
  }

  std::string highlighted(const Piece& piece, const std::string& text) const {
    return piece.highlighted ? styled(marked, text) : text;
  }

  static std::string totals(const SearchResult& result) {
    const double milliseconds = result.seconds * 1000;
    if (result.hits.empty())
      return fmt::format("{} articles, {:.0f} ms\n", result.total, milliseconds);
    const std::uint64_t first = result.hits.front().rank;
    const std::uint64_t last = result.hits.back().rank;
    return fmt::format("{} to {} of {}{} articles, {:.0f} ms\n", first, last,
                       result.total_is_exact ? "" : "about ", result.total, milliseconds);
  }

  RenderSettings settings_;
};

}  // namespace

std::unique_ptr<Renderer> make_text_renderer(const RenderSettings& settings) {
  return std::make_unique<TextRenderer>(settings);
}

}  // namespace news
