// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/ascii.hpp"
#include "news/text/printable.hpp"
#include "searcher/render/hyperlink.hpp"
#include "searcher/render/renderer.hpp"
#include "searcher/render/wrapping.hpp"

#include <limits>
#include <string_view>

#include <fmt/format.h>

namespace news {

namespace {

/// Text that Markdown shows as it is: marks that could mean something have a backslash in front.
std::string in_markdown(std::string_view text) {
  constexpr std::string_view marks = "\\`*_[]<>#&|~!";
  std::string out;
  for (const char c : printable(text)) {
    if (marks.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

/// The same where it begins a paragraph: "- " and "1. " would begin a list there.
std::string as_paragraph(std::string text) {
  std::size_t digits = 0;
  while (digits < text.size() && ascii::is_digit(text[digits])) ++digits;
  constexpr std::string_view list_marks = "-+=.)";
  const bool numbered = digits > 0 && digits < text.size();
  if (text.empty() || list_marks.find(text[numbered ? digits : 0]) == std::string_view::npos) {
    return text;
  }
  text.insert(numbered ? digits : 0, "\\");
  return text;
}

std::string title_in_markdown(const Article& article) {
  const std::string title = article.title.empty() ? "(untitled)" : in_markdown(article.title);
  if (!is_safe_url(article.url)) return title;
  std::string target;
  for (const char c : link_target(article)) {
    // Parentheses would end the link.
    target += c == '(' ? "%28" : c == ')' ? "%29" : std::string(1, c);
  }
  return "[" + title + "](" + target + ")";
}

/// The snippet in one line, the words of the query in bold letters.
std::string snippet_in_markdown(const Snippet& snippet) {
  constexpr auto endless = std::numeric_limits<std::size_t>::max();
  std::string out;
  for (const TextLine& line : wrap(snippet.text, snippet.highlights, endless)) {
    for (const TextPiece& piece : line) {
      const std::string text = in_markdown(piece.text);
      out += piece.highlighted ? "**" + text + "**" : text;
    }
  }
  return as_paragraph(std::move(out));
}

/// `--format markdown`.
class MarkdownRenderer : public Renderer {
 public:
  std::string result(const SearchResult& result, const std::string& query_id) override {
    std::string out;
    if (!query_id.empty()) {
      out += "## " + in_markdown(query_id) + ": " + in_markdown(result.query) + "\n\n";
    }
    for (const Hit& hit : result.hits) out += item(hit);
    return out;
  }

 private:
  static std::string item(const Hit& hit) {
    const Article& article = hit.article;
    const std::string mark = fmt::format("{}. ", hit.rank);
    std::string facts = in_markdown(article.outlet);
    if (article.published) {
      facts += (facts.empty() ? "" : ", ") + article.published->to_iso8601().substr(0, 10);
    }
    std::string out = mark + title_in_markdown(article);
    if (!facts.empty()) out += " (" + facts + ")";
    out += "\n\n";
    const std::string snippet = snippet_in_markdown(hit.snippet);
    if (!snippet.empty()) out += std::string(mark.size(), ' ') + "> " + snippet + "\n\n";
    return out;
  }
};

}  // namespace

std::unique_ptr<Renderer> make_markdown_renderer() { return std::make_unique<MarkdownRenderer>(); }

}  // namespace news
