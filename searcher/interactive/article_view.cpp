// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/interactive/article_view.hpp"

#include "news/base/utf8.hpp"
#include "news/text/printable.hpp"
#include "searcher/render/hit_text.hpp"
#include "searcher/render/wrapping.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <utility>

namespace news {

namespace {

constexpr std::size_t widest = 100;  ///< longer lines are hard to read

/// More would take longer to wrap than a key may take.
constexpr std::size_t shown_bytes = std::size_t{256} * 1024;

/// How a text looks where it is not highlighted, and where it is.
struct Looks {
  Look usual = Look::plain;
  Look highlighted = Look::marked;
};

void append(std::vector<ScreenLine>& lines, const std::vector<TextLine>& wrapped, Looks looks) {
  for (const TextLine& line : wrapped) {
    ScreenLine spans;
    for (const TextPiece& piece : line) {
      spans.push_back(
          {without_joiners(piece.text), piece.highlighted ? looks.highlighted : looks.usual});
    }
    lines.push_back(std::move(spans));
  }
}

bool is_lit(const ScreenLine& line) {
  return std::any_of(line.begin(), line.end(),
                     [](const Span& span) { return span.look == Look::marked; });
}

}  // namespace

std::vector<ScreenLine> article_lines(const Hit& hit, std::size_t columns) {
  const std::size_t width = std::clamp<std::size_t>(columns, 2, widest);
  const Article& article = hit.article;
  std::vector<ScreenLine> lines;
  append(lines, wrap(article.title, hit.title_highlights, width), {Look::bold, Look::marked});
  if (lines.empty()) lines.push_back({{"(untitled)", Look::faint}});
  std::string facts = article.outlet;
  const auto add = [&facts](const std::string& fact) {
    if (!fact.empty()) facts += (facts.empty() ? "" : " · ") + fact;
  };
  if (article.published) add(article.published->to_iso8601().substr(0, 10));
  for (const std::string& author : article.authors) add(author);
  add(article.section);
  add(display_id(article));
  append(lines, wrap(facts, {{0, article.outlet.size()}}, width), {Look::faint, Look::named});
  if (!hit.duplicates.empty()) append(lines, wrap(others_text(hit), {}, width), {Look::faint});
  if (!article.url.empty()) append(lines, wrap(article.url, {}, width), {Look::faint});
  const std::string_view body = utf8::truncate(article.body, shown_bytes);
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t end = std::min(body.find('\n', begin), body.size());
    lines.emplace_back();
    append(
        lines,
        wrap(body.substr(begin, end - begin), ranges_in(hit.body_highlights, {begin, end}), width),
        {});
    begin = end + 1;
  }
  if (body.size() < article.body.size()) {
    lines.emplace_back();
    lines.push_back({{"... Enter shows the rest", Look::faint}});
  }
  return lines;
}

std::vector<ScreenLine> text_lines(const std::string& text, std::size_t columns) {
  std::vector<ScreenLine> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    lines.push_back(shortened(ScreenLine{{printable(line), Look::plain}}, columns));
  }
  return lines;
}

std::vector<ScreenLine> paragraph_lines(const std::string& text, std::size_t columns) {
  std::vector<ScreenLine> lines;
  append(lines, wrap(text, {}, std::clamp<std::size_t>(columns, 2, widest)), {});
  return lines;
}

void ArticleView::show(std::vector<ScreenLine> lines) {
  lines_ = std::move(lines);
  top_ = 0;
}

void ArticleView::reflow(std::vector<ScreenLine> lines) {
  const std::size_t before = std::max<std::size_t>(lines_.size(), 1);
  top_ = top_ * lines.size() / before;
  lines_ = std::move(lines);
  scroll(0);
}

void ArticleView::resize(std::size_t rows) {
  rows_ = rows;
  scroll(0);
}

std::size_t ArticleView::last_top() const {
  return lines_.size() > rows_ ? lines_.size() - rows_ : 0;
}

void ArticleView::scroll(int rows) {
  const auto last = static_cast<std::ptrdiff_t>(last_top());
  top_ = static_cast<std::size_t>(
      std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(top_) + rows, 0, last));
}

void ArticleView::page(int pages) {
  // A line of the page before stays, so that one finds the place.
  scroll(pages * std::max(1, static_cast<int>(rows_) - 1));
}

bool ArticleView::seek(int direction) {
  const auto count = static_cast<std::ptrdiff_t>(lines_.size());
  for (auto at = static_cast<std::ptrdiff_t>(top_) + direction; at >= 0 && at < count;
       at += direction) {
    if (!is_lit(lines_[static_cast<std::size_t>(at)])) continue;
    const std::size_t before = top_;
    top_ = std::min(static_cast<std::size_t>(at), last_top());
    return top_ != before;
  }
  return false;
}

}  // namespace news
