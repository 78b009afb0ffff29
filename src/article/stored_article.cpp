// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/article/stored_article.hpp"

#include "news/text/whitespace.hpp"

#include <algorithm>
#include <charconv>

namespace news {

namespace {

void put(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out.append(name).push_back('=');
  // Paths are the one value that may hold a line end; a reader of lines must not be misled by it.
  if (value.find('\n') == std::string_view::npos) {
    out.append(value);
  } else {
    out.append(fold_whitespace(value));
  }
  out.push_back('\n');
}

void put(std::string& out, std::string_view name, const std::optional<Timestamp>& value) {
  if (value) put(out, name, value->to_iso8601());
}

void take(Article& article, std::string_view name, std::string_view value) {
  if (name == "id") article.id = value;
  if (name == "url") article.url = value;
  if (name == "title") article.title = value;
  if (name == "titlefromtext") article.title_from_text = value == "1";
  if (name == "author") article.authors.emplace_back(value);
  if (name == "published") article.published = Timestamp::from_iso8601(value);
  if (name == "modified") article.modified = Timestamp::from_iso8601(value);
  if (name == "captured") article.captured = Timestamp::from_iso8601(value);
  if (name == "outlet") article.outlet = value;
  if (name == "section") article.section = value;
  if (name == "language") article.language = Language::from_code(value).value_or(Language());
  if (name == "topic") article.topics.emplace_back(value);
  if (name == "path") article.origin.path = value;
  if (name == "name") article.origin.name = value;
  if (name == "member") article.origin.member = value;
  if (name == "record") {
    std::from_chars(value.data(), value.data() + value.size(), article.origin.record);
  }
}

}  // namespace

std::string to_stored(const Article& article) {
  std::string out;
  out.reserve(article.body.size() + 512);
  put(out, "id", article.id);
  put(out, "url", article.url);
  put(out, "title", article.title);
  if (article.title_from_text) put(out, "titlefromtext", std::string_view("1"));
  for (const std::string& author : article.authors) put(out, "author", author);
  put(out, "published", article.published);
  put(out, "modified", article.modified);
  put(out, "captured", article.captured);
  put(out, "outlet", article.outlet);
  put(out, "section", article.section);
  if (article.language.known()) put(out, "language", article.language.code());
  for (const std::string& topic : article.topics) put(out, "topic", topic);
  put(out, "path", article.origin.path);
  put(out, "name", article.origin.name);
  put(out, "member", article.origin.member);
  if (article.origin.record != 0) put(out, "record", std::to_string(article.origin.record));
  out.push_back('\n');
  out += article.body;
  return out;
}

Article from_stored(std::string_view stored) {
  Article article;
  while (!stored.empty()) {
    const std::size_t end = std::min(stored.find('\n'), stored.size());
    const std::string_view line = stored.substr(0, end);
    stored.remove_prefix(std::min(end + 1, stored.size()));
    if (line.empty()) break;
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) continue;
    take(article, line.substr(0, equals), line.substr(equals + 1));
  }
  article.body = stored;
  return article;
}

}  // namespace news
