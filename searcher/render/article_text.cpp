// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/article_text.hpp"

#include "news/text/printable.hpp"
#include "searcher/render/style.hpp"
#include "searcher/render/wrapping.hpp"

#include <algorithm>
#include <limits>
#include <string_view>

#include <fmt/format.h>

namespace news {

namespace {

/// A paragraph of the body on one line, with what is lit up in it.
std::string paragraph_text(std::string_view body, ByteRange paragraph,
                           const std::vector<ByteRange>& lit) {
  constexpr std::size_t endless = std::numeric_limits<std::size_t>::max();
  std::string text;
  for (const TextLine& line : wrap(paragraph.in(body), ranges_in(lit, paragraph), endless)) {
    for (const TextPiece& piece : line) {
      text += piece.highlighted ? marked(piece.text) : piece.text;
    }
  }
  return text;
}

}  // namespace

std::string article_text(const Article& article, const std::vector<ByteRange>& lit) {
  std::string text = printable(article.title) + "\n";
  const auto add = [&text](const char* name, const std::string& value) {
    if (!value.empty()) text += fmt::format("{}: {}\n", name, printable(value));
  };
  for (const std::string& author : article.authors) add("author", author);
  if (article.published) add("published", article.published->to_iso8601());
  if (article.modified) add("modified", article.modified->to_iso8601());
  if (article.captured) add("captured", article.captured->to_iso8601());
  add("outlet", article.outlet);
  add("section", article.section);
  add("language", std::string(article.language.code()));
  for (const std::string& topic : article.topics) add("topic", topic);
  add("url", article.url);
  add("id", display_id(article));
  add("from",
      to_string(Origin{article.origin.path, {}, article.origin.member, article.origin.record}));
  const std::string& body = article.body;
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t end = std::min(body.find('\n', begin), body.size());
    const ByteRange paragraph{begin, end};
    text += "\n" +
            (lit.empty() ? printable(paragraph.in(body)) : paragraph_text(body, paragraph, lit)) +
            "\n";
    begin = end + 1;
  }
  return text;
}

}  // namespace news
