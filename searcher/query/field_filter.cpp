// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/field_filter.hpp"

#include "news/index/schema.hpp"
#include "searcher/query/date_filter.hpp"
#include "searcher/query/free_words.hpp"

#include <fmt/format.h>

namespace news {

namespace {

using Op = Xapian::Query::op;

/// A word of a title in any of its forms.
Xapian::Query title_word(Translation& translation, const std::string& text) {
  std::vector<Xapian::Query> queries;
  for (const WordForms& forms : translation.forms_of(text)) {
    std::vector<Xapian::Query> in_title{Xapian::Query(schema::term(schema::title, forms.term))};
    for (const auto& [stem, languages] : forms.stems) {
      in_title.push_back(stem_query(schema::title_stem, stem, languages));
    }
    queries.push_back(synonyms(in_title));
  }
  return combined(Op::OP_AND, queries);
}

Xapian::Query language_query(Translation& translation, const std::string& text) {
  if (!translation.take_word()) return {};
  const auto language = Language::parse(text);
  if (!language) translation.note(fmt::format("'{}' is no language that is known", text));
  return Xapian::Query(
      schema::term(schema::language, language ? language->code() : std::string_view(text)));
}

/// The words of a field in their order, as they are.
Xapian::Query value_query(Translation& translation, const QueryNode& node) {
  std::vector<std::string> terms = translation.terms_of(prefix_of(node.field), node.text);
  if (terms.empty()) {
    translation.note(
        fmt::format("{}:{} has no word and was left out", name_of(node.field), node.text));
  }
  return phrase_query(translation, std::move(terms));
}

}  // namespace

std::string prefix_of(SearchField field) {
  switch (field) {
    case SearchField::title:
      return std::string(schema::title);
    case SearchField::author:
      return std::string(schema::author);
    case SearchField::outlet:
      return std::string(schema::outlet);
    case SearchField::section:
      return std::string(schema::section);
    case SearchField::topic:
      return std::string(schema::topic);
    case SearchField::url:
      return std::string(schema::url);
    default:
      return {};
  }
}

bool has_words(SearchField field) {
  return field == SearchField::text || !prefix_of(field).empty();
}

Xapian::Query field_query(Translation& translation, const QueryNode& node) {
  switch (node.field) {
    case SearchField::date:
    case SearchField::since:
    case SearchField::until:
      return date_query(translation, node);
    case SearchField::language:
      return language_query(translation, node.text);
    case SearchField::title:
      translation.result().has_words |= !translation.excluding();
      if (node.kind == QueryNode::Kind::word) return title_word(translation, node.text);
      return value_query(translation, node);
    default:
      return value_query(translation, node);
  }
}

}  // namespace news
