// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/expanded_words.hpp"

#include "news/index/schema.hpp"
#include "searcher/query/field_filter.hpp"
#include "searcher/query/free_words.hpp"

#include <fmt/format.h>

namespace news {

namespace {

using Kind = QueryNode::Kind;
using Op = Xapian::Query::op;

bool is_pattern(const QueryNode& node) {
  return (node.kind == Kind::prefix || node.kind == Kind::fuzzy) && has_words(node.field);
}

QueryNode as_word(QueryNode node) {
  node.kind = Kind::word;
  return node;
}

std::string typed(const QueryNode& node) {
  return to_text(
      {.kind = node.kind, .field = node.field, .text = node.text, .distance = node.distance});
}

/// The terms that one token with * or ~ stands for. A token that nothing fits stands for itself;
/// one that finds the limit for all of them used up stands for nothing.
std::vector<std::string> fitting_terms(Translation& translation, const QueryNode& node,
                                       const std::string& token) {
  const std::string prefix = prefix_of(node.field);
  const unsigned edits = node.distance == 0 ? usual_edits(token) : node.distance;
  TermExpander& expander = translation.expander();
  const Expansion expansion = node.kind == Kind::prefix ? expander.words_beginning(prefix, token)
                                                        : expander.words_like(prefix, token, edits);
  if (!expansion.complete) translation.note(limits::terms_looked_at_note(typed(node)));
  if (expansion.fitting > expansion.words.size()) {
    translation.note(
        limits::expansion_note(typed(node), expansion.fitting, expansion.words.size()));
  }
  if (node.field == SearchField::text) translation.show_forms(expansion.words);
  std::vector<std::string> terms;
  for (const std::string& word : expansion.words) terms.push_back(prefix + word);
  if (expansion.fitting == 0) terms.push_back(prefix + token);
  return terms;
}

std::vector<Xapian::Query> queries_for(const std::vector<std::string>& terms) {
  std::vector<Xapian::Query> queries;
  for (const std::string& term : terms) queries.emplace_back(term);
  return queries;
}

}  // namespace

Xapian::Query expanded_query(Translation& translation, const QueryNode& node) {
  const auto as_it_is = [&] {
    return node.field == SearchField::text ? words_query(translation, node.text)
                                           : field_query(translation, as_word(node));
  };
  if (!is_pattern(node)) return as_it_is();
  const std::vector<std::string> tokens = translation.terms_of({}, node.text);
  if (tokens.empty()) return {};
  if (tokens.size() > 1) {
    translation.note(fmt::format("'{}' is several words, so it was searched without {}",
                                 typed(node), node.kind == Kind::prefix ? "*" : "~"));
    return as_it_is();
  }
  const bool ranks = node.field == SearchField::text || node.field == SearchField::title;
  translation.result().has_words |= ranks && !translation.excluding();
  return synonyms(queries_for(fitting_terms(translation, node, tokens.front())));
}

std::vector<Xapian::Query> places_of(Translation& translation, const QueryNode& leaf) {
  const std::string prefix = has_words(leaf.field) ? prefix_of(leaf.field) : std::string();
  std::vector<std::string> tokens = translation.terms_of({}, leaf.text);
  // What NEAR takes are terms, and OR of terms.
  if (tokens.size() == 1 && is_pattern(leaf)) {
    const auto terms = fitting_terms(translation, leaf, tokens.front());
    if (terms.empty()) return {};
    return {combined(Op::OP_OR, queries_for(terms))};
  }
  if (leaf.field == SearchField::text) translation.show_words(tokens);
  std::vector<Xapian::Query> places;
  for (const std::string& token : tokens) places.emplace_back(prefix + token);
  return places;
}

}  // namespace news
