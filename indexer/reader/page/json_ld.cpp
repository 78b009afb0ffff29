// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/json_ld.hpp"

#include "news/base/ascii.hpp"
#include "news/text/whitespace.hpp"

#include <array>
#include <deque>
#include <optional>
#include <unordered_map>

#include <simdjson.h>

namespace news {

namespace {

namespace dom = simdjson::dom;

/// How deep objects and lists are gone into.
constexpr int max_depth = 12;

/// Scripts, and objects in them, that are looked at.
constexpr std::size_t max_scripts = 64;
constexpr std::size_t max_objects = 2000;

std::optional<dom::element> member(const dom::object& object, std::string_view name) {
  dom::element found;
  if (object[name].get(found) != simdjson::SUCCESS || found.is_null()) return std::nullopt;
  return found;
}

std::string_view string_of(const std::optional<dom::element>& value) {
  std::string_view text;
  if (value && value->get(text) != simdjson::SUCCESS) return {};
  return text;
}

/// What an object is, as far as articles go.
enum class Kind { none, reference, page, article };

Kind kind_of_type(std::string_view type) {
  static constexpr std::array<std::string_view, 7> pages = {
      "WebPage", "ItemPage", "CreativeWork", "VideoObject", "Recipe", "Review", "ClaimReview"};
  if (const std::size_t slash = type.find_last_of("/:"); slash != type.npos) {
    type.remove_prefix(slash + 1);
  }
  if (type.ends_with("Article") || type.ends_with("Posting") || type == "Report") {
    return type == "JobPosting" ? Kind::none : Kind::article;
  }
  if (std::find(pages.begin(), pages.end(), type) != pages.end()) return Kind::page;
  return Kind::none;
}

Kind kind_of(const dom::object& object) {
  const auto type = member(object, "@type");
  if (!type) return Kind::reference;
  if (!type->is_array()) return kind_of_type(string_of(type));
  Kind best = Kind::none;
  for (const dom::element entry : dom::array(*type)) {
    best = std::max(best, kind_of_type(string_of(entry)));
  }
  return best;
}

/// An address without what differs between two writings of it.
std::string_view bare_address(std::string_view url) {
  url = url.substr(0, url.find_first_of("#?"));
  if (const std::size_t scheme = url.find("://"); scheme != url.npos) url.remove_prefix(scheme + 3);
  if (url.starts_with("www.")) url.remove_prefix(4);
  while (url.ends_with('/')) url.remove_suffix(1);
  return url;
}

/// The objects of all scripts: those at the top, and every one that has an @id.
class Graph {
 public:
  void take(std::string_view script) {
    if (documents_.size() == max_scripts) return;
    dom::document& document = documents_.emplace_back();
    dom::element top;
    if (parse(simdjson::padded_string(script), document, top) ||
        parse(simdjson::padded_string(repair_json(script)), document, top)) {
      add_top(top, 0);
      index(top, 0);
    } else {
      documents_.pop_back();
    }
  }

  const std::vector<dom::object>& tops() const { return tops_; }

  /// The object that an object which is only an @id stands for; else the object itself.
  dom::object resolved(const dom::object& object) const {
    if (kind_of(object) != Kind::reference) return object;
    const auto found = by_id_.find(string_of(member(object, "@id")));
    return found == by_id_.end() ? object : dom::object(found->second);
  }

  dom::element resolved_id(const dom::element& value) const {
    const auto found = by_id_.find(string_of(value));
    return found == by_id_.end() ? value : found->second;
  }

 private:
  bool parse(const simdjson::padded_string& json, dom::document& document, dom::element& top) {
    return parser_.parse_into_document(document, json).get(top) == simdjson::SUCCESS;
  }

  /// Goes through what wraps an article or stands at its side.
  void add_top(const dom::element& value, int depth) {
    if (depth > max_depth || tops_.size() >= max_objects) return;
    if (value.is_array()) {
      for (const dom::element entry : dom::array(value)) add_top(entry, depth + 1);
    }
    if (!value.is_object()) return;
    const dom::object object(value);
    tops_.push_back(object);
    for (const std::string_view name : {"@graph", "mainEntity", "mainEntityOfPage"}) {
      if (const auto inner = member(object, name)) add_top(*inner, depth + 1);
    }
  }

  void index(const dom::element& value, int depth) {
    if (depth > max_depth || by_id_.size() >= max_objects) return;
    if (value.is_array()) {
      for (const dom::element entry : dom::array(value)) index(entry, depth + 1);
    }
    if (!value.is_object()) return;
    const dom::object object(value);
    const std::string_view id = string_of(member(object, "@id"));
    if (!id.empty() && object.size() > 1) by_id_.try_emplace(id, value);
    for (const dom::key_value_pair entry : object) index(entry.value, depth + 1);
  }

  dom::parser parser_;
  std::deque<dom::document> documents_;
  std::vector<dom::object> tops_;
  std::unordered_map<std::string_view, dom::element> by_id_;
};

/// Writes down what one object says.
class ObjectClaims {
 public:
  ObjectClaims(const Graph& graph, PageClaims& claims) : graph_(graph), claims_(claims) {}

  void add(const dom::object& object, ClaimSource source) {
    source_ = source;
    add_texts(object, PageField::title, {"headline", "name"});
    add_texts(object, PageField::published, {"datePublished", "dateCreated", "uploadDate"});
    add_texts(object, PageField::modified, {"dateModified", "dateUpdated"});
    add_texts(object, PageField::section, {"articleSection"});
    add_texts(object, PageField::language, {"inLanguage"});
    add_texts(object, PageField::summary, {"description"});
    add_texts(object, PageField::body, {"articleBody"});
    add_texts(object, PageField::url, {"url", "mainEntityOfPage", "@id"});
    // The author of a review is the house, not who wrote the article.
    const bool review = string_of(member(object, "@type")).ends_with("Review");
    for (const std::string_view name : {"author", "creator"}) {
      if (review || add_names(object, PageField::author, name)) break;
    }
    add_names(object, PageField::outlet, "publisher");
    add_topics(object);
  }

 private:
  /// The first of some members that has a text.
  void add_texts(const dom::object& object, PageField field,
                 std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
      const auto value = member(object, name);
      if (value && add_value(field, *value, 0)) return;
    }
  }

  bool add_names(const dom::object& object, PageField field, std::string_view name) {
    const auto value = member(object, name);
    return value && add_value(field, *value, 0);
  }

  void add_topics(const dom::object& object) {
    const auto value = member(object, "keywords");
    if (value) add_value(PageField::topic, *value, 0);
  }

  bool add_value(PageField field, const dom::element& value, int depth) {
    if (depth > max_depth) return false;
    if (value.is_array()) {
      bool any = false;
      for (const dom::element entry : dom::array(value)) {
        any = add_value(field, entry, depth + 1) || any;
      }
      return any;
    }
    if (value.is_object()) return add_object(field, graph_.resolved(dom::object(value)), depth);
    if (value.is<std::int64_t>()) {
      claims_.add(field, source_, std::to_string(std::int64_t(value)));
      return true;
    }
    const std::string_view text = string_of(value);
    if (text.empty()) return false;
    const bool person = field == PageField::author || field == PageField::outlet;
    const dom::element named = person ? graph_.resolved_id(value) : value;
    if (named.is_object()) return add_object(field, dom::object(named), depth);
    claims_.add(field, source_, text);
    return true;
  }

  /// What an object that stands for a value is called.
  bool add_object(PageField field, const dom::object& object, int depth) {
    static constexpr std::array<std::string_view, 4> url_names = {"@id", "url", "", ""};
    static constexpr std::array<std::string_view, 4> language_names = {"alternateName", "name",
                                                                       "@value", ""};
    static constexpr std::array<std::string_view, 4> other_names = {"name", "legalName", "@value",
                                                                    "@list"};
    const auto& names = field == PageField::url        ? url_names
                        : field == PageField::language ? language_names
                                                       : other_names;
    for (const std::string_view name : names) {
      const auto value = member(object, name);
      if (!value) continue;
      const std::string_view text = string_of(value);  // which is no reference, whatever it says
      if (!text.empty()) claims_.add(field, source_, text);
      if (!text.empty() || add_value(field, *value, depth + 1)) return true;
    }
    const std::string_view family = string_of(member(object, "familyName"));
    if (family.empty()) return false;
    claims_.add(field, source_,
                std::string(string_of(member(object, "givenName"))) + " " + std::string(family));
    return true;
  }

  const Graph& graph_;
  PageClaims& claims_;
  ClaimSource source_ = ClaimSource::json_ld;
};

bool has_address(const dom::object& object, std::string_view address) {
  for (const std::string_view name : {"url", "@id", "mainEntityOfPage"}) {
    const auto value = member(object, name);
    if (!value) continue;
    const std::string_view url =
        value->is_object() ? string_of(member(dom::object(*value), "@id")) : string_of(value);
    if (!url.empty() && bare_address(url) == address) return true;
  }
  return false;
}

/// How much speaks for an object's being the page's article; 0 for none.
int rate(const dom::object& object, std::string_view address, std::string_view heading) {
  if (kind_of(object) != Kind::article) return 0;
  const std::string headline = fold_whitespace(string_of(member(object, "headline")));
  int score = 1;
  if (!heading.empty() && headline == heading) score += 4;
  if (!address.empty() && has_address(object, bare_address(address))) score += 2;
  if (member(object, "datePublished") || member(object, "author")) score += 1;
  return score;
}

std::string script_text(const HtmlDocument& document, NodeId script) {
  std::string text;
  for (NodeId node = script + 1; node < document[script].end; ++node) text += document[node].text;
  return text;
}

}  // namespace

void add_json_ld_claims(const HtmlDocument& document, std::string_view address,
                        std::string_view heading, PageClaims& claims) {
  Graph graph;
  for (NodeId node = 0; node < document.size(); ++node) {
    if (document[node].tag != HtmlTag::script) continue;
    const std::string type = ascii::to_lower(document.attribute(node, "type"));
    if (type.find("ld+json") != type.npos) graph.take(script_text(document, node));
  }
  const dom::object* article = nullptr;
  int best = 0;
  for (const dom::object& object : graph.tops()) {
    const int score = rate(object, address, heading);
    if (score <= best) continue;
    best = score;
    article = &object;
  }
  ObjectClaims writer(graph, claims);
  if (article != nullptr) writer.add(*article, ClaimSource::json_ld);
  for (const dom::object& object : graph.tops()) {
    if (kind_of(object) == Kind::page) writer.add(object, ClaimSource::json_ld_page);
  }
}

}  // namespace news
