// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/hit_text.hpp"

#include "news/text/display_width.hpp"
#include "news/text/printable.hpp"
#include "searcher/render/hyperlink.hpp"
#include "searcher/render/style.hpp"
#include "searcher/render/wrapping.hpp"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

namespace news {

namespace {

constexpr std::size_t indent = 4;
constexpr std::size_t narrowest = 20;
constexpr std::size_t widest = 100;  ///< longer lines are hard to read
constexpr std::size_t endless = std::numeric_limits<std::size_t>::max();

const std::string indentation(indent, ' ');

class HitText {
 public:
  HitText(const Hit& hit, const RenderSettings& settings)
      : hit_(hit),
        settings_(settings),
        columns_(std::clamp(settings.columns, narrowest, widest) - indent),
        target_(settings.hyperlinks ? link_target(hit.article) : "") {}

  std::string text() const {
    std::string out = title() + facts();
    if (!hit_.duplicates.empty()) out += lines(others_text(hit_), {}, {faint, faint});
    for (const ScorePart& part : hit_.score_parts) out += score_line(part);
    out += snippet();
    if (!hit_.article.url.empty()) out += url();
    return out;
  }

 private:
  /// How a text looks where it is not highlighted, and where it is.
  struct Styles {
    Style usual;
    Style highlighted;
  };

  std::string styled(const Style& style, const std::string& text) const {
    return settings_.color && !text.empty() ? style(text) : text;
  }

  /// A text in lines of the terminal's width, if this is one.
  std::vector<TextLine> wrapped(const std::string& text,
                                const std::vector<ByteRange>& highlights) const {
    return wrap(text, highlights, settings_.terminal ? columns_ : endless);
  }

  std::string styled(const TextLine& line, const Styles& styles) const {
    std::string out;
    for (const TextPiece& piece : line) {
      out += styled(piece.highlighted ? styles.highlighted : styles.usual, piece.text);
    }
    return out;
  }

  std::string lines(const std::string& text, const std::vector<ByteRange>& highlights,
                    const Styles& styles) const {
    std::string out;
    for (const TextLine& line : wrapped(text, highlights)) {
      out += indentation + styled(line, styles) + "\n";
    }
    return out;
  }

  std::string title() const {
    std::vector<TextLine> title = wrapped(hit_.article.title, hit_.title_highlights);
    const bool untitled = title.empty();
    if (untitled) title.push_back({{"(untitled)", false}});
    std::string out = fmt::format("{:>2}. ", hit_.rank);
    for (const TextLine& line : title) {
      if (&line != &title.front()) out += indentation;
      const std::string text = styled(line, {untitled ? faint : bold, marked});
      out += hyperlink(text, target_) + "\n";
    }
    return out;
  }

  std::string facts() const {
    const Article& article = hit_.article;
    std::string text = article.outlet;
    const auto add = [&text](const std::string& fact) {
      if (!fact.empty()) text += (text.empty() ? "" : " · ") + fact;
    };
    if (article.published) add(article.published->to_iso8601().substr(0, 10));
    add(fmt::format("{:.2f}", hit_.score));
    add(display_id(article));
    return lines(text, {{0, article.outlet.size()}}, {faint, named});
  }

  /// A part of the score, and its share in percent.
  std::string score_line(const ScorePart& part) const {
    const double percent = hit_.score > 0 ? 100 * part.score / hit_.score : 0;
    return indentation +
           styled(faint, fmt::format("{:<10}{:>8.2f}{:>5.0f}%", part.name, part.score, percent)) +
           "\n";
  }

  std::string snippet() const {
    std::string out;
    for (const TextLine& line : wrap(hit_.snippet.text, hit_.snippet.highlights, columns_)) {
      out += indentation + styled(line, {plain, marked}) + "\n";
    }
    return out;
  }

  /// A URL stays in one piece, so that it can be copied; one that is a link can be shortened.
  std::string url() const {
    std::string url = printable(hit_.article.url);
    const bool linked = !target_.empty() && is_safe_url(hit_.article.url);
    if (linked && settings_.terminal) url = shortened(url, columns_);
    const std::string text = styled(faint, url);
    return indentation + (linked ? hyperlink(text, target_) : text) + "\n";
  }

  const Hit& hit_;
  const RenderSettings& settings_;
  std::size_t columns_;
  std::string target_;  ///< empty for no links
};

}  // namespace

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

std::string hit_text(const Hit& hit, const RenderSettings& settings) {
  return HitText(hit, settings).text();
}

}  // namespace news
