// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/json_record.hpp"

#include "indexer/markup/html_text.hpp"
#include "indexer/reader/article_fields.hpp"
#include "news/base/ascii.hpp"
#include "news/text/encoding.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>

#include <fmt/format.h>
#include <simdjson.h>

namespace news {

namespace {

namespace dom = simdjson::dom;

/// How deep lists of articles are looked for.
constexpr int max_wrappers = 3;

/// Members under which an object keeps what it stands for.
constexpr std::array<std::string_view, 16> value_members = {
    "value", "name",  "main",        "original",   "text",          "content", "rendered", "title",
    "$oid",  "$date", "$numberLong", "$numberInt", "$numberDouble", "@value",  "domain",   "url"};

/// Members of a person whose name is in two parts.
constexpr std::array<std::array<std::string_view, 2>, 4> name_parts = {
    {{"first_name", "last_name"},
     {"firstname", "lastname"},
     {"firstName", "lastName"},
     {"givenName", "familyName"}}};

std::string number_text(const dom::element& value) {
  if (value.is<std::uint64_t>()) return std::to_string(std::uint64_t(value));
  if (value.is<std::int64_t>()) return std::to_string(std::int64_t(value));
  return fmt::format("{}", double(value));
}

/// The name of a person in two parts; empty if it is not given so.
std::string name_of_parts(const dom::object& person) {
  for (const auto& [first, last] : name_parts) {
    std::string_view given;
    std::string_view family;
    if (person[last].get(family) != simdjson::SUCCESS) continue;
    if (person[first].get(given) != simdjson::SUCCESS || given.empty()) return std::string(family);
    return fmt::format("{} {}", given, family);
  }
  return {};
}

void add_values(const dom::element& value, int depth, std::vector<std::string>& out);

/// The value that an object stands for.
void add_member_value(const dom::object& object, int depth, std::vector<std::string>& out) {
  for (const std::string_view member : value_members) {
    dom::element found;
    if (object[member].get(found) != simdjson::SUCCESS || found.is_null()) continue;
    return add_values(found, depth, out);
  }
  std::string name = name_of_parts(object);
  if (!name.empty()) out.push_back(std::move(name));
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
      add_member_value(dom::object(value), depth + 1, out);
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

void set_fields(const dom::object& object, ArticleFields& fields) {
  for (const dom::key_value_pair member : object) {
    if (!ArticleFields::knows(member.key)) continue;
    std::vector<std::string> values;
    add_values(member.value, 0, values);
    if (ascii::to_lower(member.key).ends_with("html")) {
      for (std::string& value : values) value = html_to_text(value);
    }
    fields.set(member.key, std::move(values), member.value.is_array());
  }
}

ArticleFields fields_of(const dom::object& object) {
  ArticleFields fields;
  set_fields(object, fields);
  dom::object more;  // where the Guardian's service and search engines put some
  if (object["fields"].get(more) == simdjson::SUCCESS) set_fields(more, fields);
  return fields;
}

/// Names under which lists are of articles, and never of the parts of one.
constexpr std::array<std::string_view, 9> list_names = {
    "articles", "items", "entries", "results", "stories", "posts", "docs", "documents", "hits"};

/// A JSON Feed is called as its outlet is; other objects around lists have titles of their own
/// kind.
std::string feed_name(const dom::object& object) {
  std::string_view version;
  std::string_view title;
  const bool feed = object["version"].get(version) == simdjson::SUCCESS &&
                    version.find("jsonfeed.org") != std::string_view::npos;
  if (feed && object["title"].get(title) == simdjson::SUCCESS) return std::string(title);
  return {};
}

void set_outlet(const std::string& outlet, std::vector<Parsed>& records) {
  for (Parsed& record : records) {
    auto* article = std::get_if<Article>(&record);
    if (article != nullptr && article->outlet.empty()) article->outlet = outlet;
  }
}

/// Whether each entry is an article by itself, with a title and a body.
bool is_list_of_articles(const dom::element& value) {
  dom::array list;
  if (value.get(list) != simdjson::SUCCESS || list.begin() == list.end()) return false;
  return std::all_of(list.begin(), list.end(), [](const dom::element& entry) {
    if (!entry.is_object()) return false;
    const ArticleFields fields = fields_of(dom::object(entry));
    return fields.has_title() && fields.has_body();
  });
}

/// Which lists of an object are searched for articles.
enum class Search {
  any,      ///< the object has nothing of an article's own
  sure,     ///< it has a name, but no text: lists that can be of nothing else
  by_name,  ///< it is an article unless it has a list that is called a list of articles
};

bool may_hold_articles(const dom::key_value_pair& member, Search search) {
  const bool named = std::find(list_names.begin(), list_names.end(), ascii::to_lower(member.key)) !=
                     list_names.end();
  if (named || search == Search::by_name) return named;
  const bool part = search == Search::sure || ArticleFields::knows(member.key);
  return !part || is_list_of_articles(member.value);
}

std::vector<Parsed> records_of(const dom::element& value, int depth);

void append(std::vector<Parsed> records, std::vector<Parsed>& out) {
  std::move(records.begin(), records.end(), std::back_inserter(out));
}

/// A record for each entry of a list that holds articles; nothing for another list.
std::vector<Parsed> listed_records(const dom::array& list, int depth) {
  std::vector<Parsed> records;
  if (depth > max_wrappers) return records;
  for (const dom::element entry : list) append(records_of(entry, depth + 1), records);
  const bool any = std::any_of(records.begin(), records.end(), [](const Parsed& parsed) {
    return std::holds_alternative<Article>(parsed);
  });
  if (!any) records.clear();
  return records;
}

/// The records in the lists of an object and, one step down, of its objects.
std::vector<Parsed> wrapped_records(const dom::object& object, Search search, int depth,
                                    bool step_down) {
  std::vector<Parsed> records;
  for (const dom::key_value_pair member : object) {
    if (member.value.is_array() && may_hold_articles(member, search)) {
      append(listed_records(member.value, depth), records);
    } else if (member.value.is_object() && step_down && search != Search::by_name &&
               !ArticleFields::knows(member.key)) {
      append(wrapped_records(member.value, search, depth, false), records);
    }
  }
  return records;
}

Search search_of(const ArticleFields& fields) {
  if (!fields.has_name()) return Search::any;
  return fields.is_article() ? Search::by_name : Search::sure;
}

/// An object with a title, an id or a URL is an article, and so is one with a body, whatever lists
/// it has besides (comments, pictures). Another one is a wrapper if its lists hold articles, and
/// else an article of which only a summary is known.
std::vector<Parsed> records_of(const dom::object& object, int depth) {
  dom::object source;  // what a dump of a search engine wraps each document in
  if (object["_source"].get(source) == simdjson::SUCCESS) return records_of(source, depth);
  const ArticleFields fields = fields_of(object);
  if (!fields.has_body() || !fields.has_name()) {
    const Search search = fields.has_body() ? Search::sure : search_of(fields);
    std::vector<Parsed> records = wrapped_records(object, search, depth, !fields.has_body());
    if (!records.empty()) {
      set_outlet(feed_name(object), records);
      return records;
    }
  }
  if (fields.is_article()) return {fields.article()};
  return {Unreadable{
      fmt::format("no field for a title or text; its fields: {}", list_of_names(object))}};
}

/// What stands where an article should; never empty.
std::vector<Parsed> records_of(const dom::element& value, int depth) {
  if (value.is_object()) return records_of(dom::object(value), depth);
  std::vector<Parsed> records;
  if (value.is_array()) records = listed_records(dom::array(value), depth);
  if (records.empty()) records.emplace_back(Unreadable{"not a JSON object"});
  return records;
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

/// The records of values one behind the other; nothing if one of them is not valid.
std::vector<Parsed> records_in_row(dom::parser& parser, const std::string& text) {
  // simdjson reads past the end of what it is given, and only parse() makes room for that itself.
  const simdjson::padded_string padded(text);
  std::vector<Parsed> records;
  dom::document_stream values;
  if (parser.parse_many(padded, padded.size() + 1).get(values) != simdjson::SUCCESS) return {};
  for (const auto value : values) {
    dom::element root;
    if (value.get(root) != simdjson::SUCCESS || !root.is_object()) return {};
    append(records_of(root, 0), records);
  }
  if (values.truncated_bytes() > 0) return {};
  return records;
}

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
    std::vector<Parsed> records = records_in_row(parser, text);
    if (!records.empty()) return records;
    return {Unreadable{fmt::format("not valid JSON: {}", simdjson::error_message(error))}};
  }
  return records_of(root, 0);
}

}  // namespace news
