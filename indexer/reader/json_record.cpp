// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/json_record.hpp"

#include "indexer/reader/article_fields.hpp"
#include "news/base/ascii.hpp"
#include "news/text/encoding.hpp"

#include <array>
#include <cctype>

#include <fmt/format.h>
#include <simdjson.h>

namespace news {

namespace {

namespace dom = simdjson::dom;

/// How deep lists of articles are looked for.
constexpr int max_wrappers = 3;

/// Members under which an object keeps what it stands for.
constexpr std::array<std::string_view, 9> value_members = {
    "name", "text", "rendered", "value", "title", "$oid", "$date", "domain", "url"};

std::string number_text(const dom::element& value) {
  if (value.is<std::uint64_t>()) return std::to_string(std::uint64_t(value));
  if (value.is<std::int64_t>()) return std::to_string(std::int64_t(value));
  return fmt::format("{}", double(value));
}

void add_values(const dom::element& value, int depth, std::vector<std::string>& out) {
  constexpr int max_depth = 4;
  if (depth > max_depth) return;
  switch (value.type()) {
    case dom::element_type::STRING:
      out.emplace_back(std::string_view(value));
      break;
    case dom::element_type::INT64:
    case dom::element_type::UINT64:
    case dom::element_type::DOUBLE:
      out.push_back(number_text(value));
      break;
    case dom::element_type::ARRAY:
      for (const dom::element entry : dom::array(value)) add_values(entry, depth + 1, out);
      break;
    case dom::element_type::OBJECT:
      for (const std::string_view member : value_members) {
        dom::element found;
        if (value[member].get(found) != simdjson::SUCCESS || found.is_null()) continue;
        add_values(found, depth + 1, out);
        break;
      }
      break;
    default:
      break;
  }
}

std::string list_of_names(const dom::object& object) {
  constexpr std::size_t enough = 8;
  std::string names;
  std::size_t count = 0;
  for (const dom::key_value_pair member : object) {
    if (++count > enough) return names + ", ...";
    names += (names.empty() ? "" : ", ") + std::string(member.key);
  }
  return names.empty() ? "none" : names;
}

ArticleFields fields_of(const dom::object& object) {
  ArticleFields fields;
  for (const dom::key_value_pair member : object) {
    if (!ArticleFields::knows(member.key)) continue;
    std::vector<std::string> values;
    add_values(member.value, 0, values);
    fields.set(member.key, std::move(values));
  }
  return fields;
}

void add_articles(const dom::object& object, int depth, std::vector<Parsed>& out);

/// The articles in the lists of objects that `value` is or has.
void add_listed_articles(const dom::element& value, int depth, std::vector<Parsed>& out) {
  if (depth > max_wrappers) return;
  if (value.is_array()) {
    for (const dom::element entry : dom::array(value)) {
      if (entry.is_object()) add_articles(dom::object(entry), depth + 1, out);
    }
  } else if (value.is_object()) {
    for (const dom::key_value_pair member : dom::object(value)) {
      if (member.value.is_array()) add_listed_articles(member.value, depth, out);
    }
  }
}

/// An object with a body is an article, whatever lists it has besides (comments, pictures). One
/// without is a wrapper if its lists hold articles, and else an article of which only the title or
/// a summary is known.
void add_articles(const dom::object& object, int depth, std::vector<Parsed>& out) {
  dom::object source;  // what a dump of a search engine wraps each document in
  if (object["_source"].get(source) == simdjson::SUCCESS) return add_articles(source, depth, out);
  const ArticleFields fields = fields_of(object);
  const std::size_t before = out.size();
  if (!fields.has_body()) {
    for (const dom::key_value_pair member : object) {
      if (!ArticleFields::knows(member.key)) add_listed_articles(member.value, depth, out);
    }
  }
  if (out.size() == before && fields.is_article()) out.emplace_back(fields.article());
}

/// Rewrites, outside of strings, the numbers that JSON does not have, and in strings the halves of
/// surrogate pairs that stand alone.
class Repair {
 public:
  explicit Repair(std::string_view json) : json_(json) {}

  std::string run() {
    while (at_ < json_.size()) {
      if (in_string_) {
        string_char();
      } else {
        outside_char();
      }
    }
    return std::move(out_);
  }

 private:
  void outside_char() {
    static constexpr std::array<std::string_view, 3> numbers = {"NaN", "-Infinity", "Infinity"};
    for (const std::string_view number : numbers) {
      if (!json_.substr(at_).starts_with(number)) continue;
      out_ += "null";
      at_ += number.size();
      return;
    }
    in_string_ = json_[at_] == '"';
    out_.push_back(json_[at_++]);
  }

  void string_char() {
    if (json_[at_] != '\\') {
      in_string_ = json_[at_] != '"';
      out_.push_back(json_[at_++]);
      return;
    }
    const auto unit = unit_at(at_);
    const bool high = unit && *unit >= 0xD800 && *unit < 0xDC00;
    const bool low = unit && *unit >= 0xDC00 && *unit < 0xE000;
    const auto next = high ? unit_at(at_ + 6) : std::nullopt;
    if (high && next && *next >= 0xDC00 && *next < 0xE000) {
      copy(12);
    } else if (high || low) {
      out_ += "\\ufffd";
      at_ += 6;
    } else {
      copy(2);
    }
  }

  void copy(std::size_t bytes) {
    const std::string_view piece = json_.substr(at_, bytes);
    out_ += piece;
    at_ += piece.size();
  }

  /// The UTF-16 unit of the escape "\uXXXX" at a place, if there is one.
  std::optional<unsigned> unit_at(std::size_t at) const {
    if (at + 6 > json_.size() || json_.substr(at, 2) != "\\u") return std::nullopt;
    unsigned unit = 0;
    for (const char c : json_.substr(at + 2, 4)) {
      if (!std::isxdigit(static_cast<unsigned char>(c))) return std::nullopt;
      const char lower = ascii::to_lower(c);
      unit = unit * 16 +
             static_cast<unsigned>(ascii::is_digit(lower) ? lower - '0' : lower - 'a' + 10);
    }
    return unit;
  }

  std::string_view json_;
  std::string out_;
  std::size_t at_ = 0;
  bool in_string_ = false;
};

}  // namespace

std::vector<Parsed> parse_json_record(std::string_view bytes) {
  thread_local dom::parser parser;
  const std::string text = decode_text(bytes).text;
  dom::element root;
  auto error = parser.parse(text).get(root);
  if (error != simdjson::SUCCESS &&
      parser.parse(Repair(text).run()).get(root) == simdjson::SUCCESS) {
    error = simdjson::SUCCESS;
  }
  if (error != simdjson::SUCCESS) {
    return {Unreadable{fmt::format("not valid JSON: {}", simdjson::error_message(error))}};
  }
  if (!root.is_object()) return {Unreadable{"not a JSON object"}};
  std::vector<Parsed> articles;
  const dom::object object = root;
  add_articles(object, 0, articles);
  if (articles.empty()) {
    return {Unreadable{
        fmt::format("no field for a title or text; its fields: {}", list_of_names(object))}};
  }
  return articles;
}

}  // namespace news
