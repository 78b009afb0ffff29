// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/translator.hpp"

#include "searcher/query/expanded_words.hpp"
#include "searcher/query/field_filter.hpp"
#include "searcher/query/free_words.hpp"
#include "searcher/query/translation.hpp"

#include <iterator>
#include <map>
#include <string>
#include <utility>

namespace news {

namespace {

using Kind = QueryNode::Kind;
using Op = Xapian::Query::op;

/// What the children of a list or conjunction contribute.
struct Parts {
  std::vector<Xapian::Query> words;
  std::map<SearchField, std::vector<Xapian::Query>> filters;
  std::vector<Xapian::Query> excluded;
};

/// A query of filters alone finds everything that passes, with one score for all.
Xapian::Query filter_alone(const Xapian::Query& filter) {
  return {Op::OP_SCALE_WEIGHT, filter, 0.0};
}

Xapian::Query joined(Op op, const Parts& parts) {
  Xapian::Query query = combined(op, parts.words);
  for (const auto& [field, filters] : parts.filters) {
    const Xapian::Query either = combined(Op::OP_OR, filters);
    if (field == SearchField::title) {  // also says how good a hit is
      query = query.empty() ? either : Xapian::Query(Op::OP_AND, query, either);
    } else {
      query = query.empty() ? filter_alone(either) : Xapian::Query(Op::OP_FILTER, query, either);
    }
  }
  if (parts.excluded.empty()) return query;
  if (query.empty()) query = filter_alone(Xapian::Query::MatchAll);
  return {Op::OP_AND_NOT, query, combined(Op::OP_OR, parts.excluded)};
}

bool is_free_word(const QueryNode& node) {
  return node.kind == Kind::word && node.field == SearchField::text && !node.excluded;
}

/// Walks the tree; what leaves become is in files of their own.
class Translator {
 public:
  Translator(const QueryNode& root, const TranslatorSettings& settings)
      : translation_(root, settings) {}

  TranslatedQuery run(const QueryNode& root) {
    TranslatedQuery& result = translation_.result();
    result.query = translate(root);
    result.is_empty = result.query.empty();
    return std::move(result);
  }

 private:
  Xapian::Query translate(const QueryNode& node) {
    const bool free = node.field == SearchField::text;
    switch (node.kind) {
      case Kind::word:
        return free ? words_query(translation_, node.text) : field_query(translation_, node);
      case Kind::phrase:
        return free ? quotation_query(translation_, node.text) : field_query(translation_, node);
      case Kind::prefix:
      case Kind::fuzzy:
        return expanded_query(translation_, node);
      case Kind::near:
        return near(node);
      case Kind::list:
        return group(node, translation_.settings().require_all ? Op::OP_AND : Op::OP_OR);
      case Kind::all:
        return group(node, Op::OP_AND);
      case Kind::any:
        return group(node, Op::OP_OR);
    }
    return {};
  }

  Xapian::Query group(const QueryNode& node, Op op) {
    Parts parts;
    std::map<std::string, int> repetitions;
    for (const QueryNode& child : node.children) {
      if (child.is_leaf() && ++repetitions[to_text(child)] > limits::repetitions) continue;
      const bool side_by_side = node.kind == Kind::list && is_free_word(child);
      if (!side_by_side) translation_.end_of_words();
      add_child(child, node.kind, parts);
      if (!side_by_side) translation_.end_of_words();
    }
    return joined(op, parts);
  }

  void add_child(const QueryNode& child, Kind parent, Parts& parts) {
    const bool is_filter = child.is_leaf() && child.field != SearchField::text;
    const bool outer = translation_.set_excluding(translation_.excluding() || child.excluded);
    Xapian::Query query = translate(child);
    translation_.set_excluding(outer);
    if (query.empty()) return;
    if (child.excluded) {
      parts.excluded.push_back(std::move(query));
    } else if (is_filter && parent != Kind::any) {
      parts.filters[child.field].push_back(std::move(query));
    } else {
      const bool ranks = !is_filter || child.field == SearchField::title;
      parts.words.push_back(ranks ? std::move(query) : filter_alone(query));
    }
  }

  Xapian::Query near(const QueryNode& node) {
    std::vector<Xapian::Query> places;
    for (const QueryNode& child : node.children) {
      std::ranges::move(places_of(translation_, child), std::back_inserter(places));
    }
    if (places.size() > limits::near_words) {
      places.resize(limits::near_words);
      translation_.note(limits::near_words_note());
    }
    if (places.size() < 2) return combined(Op::OP_AND, places);
    const auto window = static_cast<Xapian::termcount>(node.distance + places.size());
    return translation_.within_reach(places, {Op::OP_NEAR, places.begin(), places.end(), window});
  }

  Translation translation_;
};

}  // namespace

TranslatedQuery translate_query(const QueryNode& root, const TranslatorSettings& settings) {
  return Translator(root, settings).run(root);
}

}  // namespace news
