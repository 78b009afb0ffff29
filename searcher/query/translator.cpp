// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/translator.hpp"

#include "news/index/schema.hpp"
#include "searcher/query/day_range.hpp"
#include "searcher/query/word_analysis.hpp"

#include <map>
#include <utility>

#include <fmt/format.h>

namespace news {

namespace {

using Kind = QueryNode::Kind;
using Op = Xapian::Query::op;

/// A prefix that fits more words than this is cut to the most frequent ones.
constexpr Xapian::termcount max_expansion = 100;
/// Xapian takes the square of a query's length in time to prepare it.
constexpr std::size_t max_words = 1000;

std::string_view prefix_of(SearchField field) {
  switch (field) {
    case SearchField::title:
      return schema::title;
    case SearchField::author:
      return schema::author;
    case SearchField::outlet:
      return schema::outlet;
    case SearchField::section:
      return schema::section;
    case SearchField::topic:
      return schema::topic;
    case SearchField::url:
      return schema::url;
    default:
      return {};
  }
}

Xapian::Query combined(Op op, const std::vector<Xapian::Query>& queries) {
  return queries.size() == 1 ? queries.front() : Xapian::Query(op, queries.begin(), queries.end());
}

/// What the children of a list or conjunction contribute.
struct Parts {
  std::vector<Xapian::Query> words;
  std::map<SearchField, std::vector<Xapian::Query>> filters;
  std::vector<Xapian::Query> excluded;
};

class Translator {
 public:
  Translator(const QueryNode& root, const TranslatorSettings& settings)
      : settings_(settings), words_(root, settings.languages) {}

  TranslatedQuery run(const QueryNode& root) {
    result_.query = translate(root);
    result_.is_empty = result_.query.empty();
    return std::move(result_);
  }

 private:
  std::vector<WordForms> forms_of(const std::string& text) {
    return within_limit(words_.forms_of(text));
  }

  std::vector<std::string> terms_of(std::string_view prefix, const std::string& text) {
    return within_limit(words_.terms_of(prefix, text));
  }

  template <typename Word>
  std::vector<Word> within_limit(std::vector<Word> words) {
    const std::size_t room = max_words - words_read_;
    if (words.size() > room) {
      words.resize(room);
      if (!std::exchange(too_long_, true)) {
        result_.notes.push_back(
            fmt::format("the query is long: only its first {} words were searched", max_words));
      }
    }
    words_read_ += words.size();
    return words;
  }

  Xapian::Query translate(const QueryNode& node) {
    switch (node.kind) {
      case Kind::word:
        return node.field == SearchField::text ? words(node.text) : filter(node);
      case Kind::phrase:
        return node.field == SearchField::text ? quotation(node) : filter(node);
      case Kind::prefix:
        return expansion(node);
      case Kind::near:
        return near(node);
      case Kind::list:
        return group(node, settings_.require_all ? Op::OP_AND : Op::OP_OR);
      case Kind::all:
        return group(node, Op::OP_AND);
      case Kind::any:
        return group(node, Op::OP_OR);
    }
    return {};
  }

  Xapian::Query group(const QueryNode& node, Op op) {
    Parts parts;
    for (const QueryNode& child : node.children) {
      const bool is_free_word = child.kind == Kind::word && child.field == SearchField::text;
      if (node.kind != Kind::list || !is_free_word || child.excluded) word_before_ = false;
      add_child(child, node.kind, parts);
    }
    if (node.kind != Kind::list) word_before_ = false;
    Xapian::Query query;
    if (!parts.words.empty()) query = combined(op, parts.words);
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

  /// A query of filters alone finds everything that passes, with one score for all.
  static Xapian::Query filter_alone(const Xapian::Query& filter) {
    return {Op::OP_SCALE_WEIGHT, filter, 0.0};
  }

  void add_child(const QueryNode& child, Kind parent, Parts& parts) {
    const bool is_filter = child.is_leaf() && child.field != SearchField::text;
    const bool outer_excluding = std::exchange(excluding_, excluding_ || child.excluded);
    Xapian::Query query = translate(child);
    excluding_ = outer_excluding;
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

  /// Free words: what stands between two spaces, which may be several tokens.
  Xapian::Query words(const std::string& text) {
    if (excluding_) return excluded_words(text);
    std::vector<Xapian::Query> queries;
    std::vector<std::string> terms;
    for (const WordForms& forms : forms_of(text)) {
      terms.push_back(forms.term);
      if (!forms.dropped) {
        result_.words.push_back({forms.term, forms.stems, word_before_});
        queries.push_back(any_form(forms));
      }
      word_before_ = !forms.dropped;
    }
    if (queries.empty()) return {};
    result_.has_words = true;
    const Op op = settings_.require_all ? Op::OP_AND : Op::OP_OR;
    const Xapian::Query separate = combined(op, queries);
    if (queries.size() == 1 || !words_.is_alphabetic(text)) return separate;
    return {Op::OP_AND_MAYBE, separate, phrase(terms)};
  }

  /// What must not be there: every form of one word, or several tokens as they stand together.
  Xapian::Query excluded_words(const std::string& text) {
    const std::vector<WordForms> tokens = forms_of(text);
    if (tokens.size() == 1) return any_form(tokens.front());
    return phrase(terms_of({}, text));
  }

  Xapian::Query any_form(const WordForms& forms) {
    if (!excluding_) add_to_highlights(forms);
    if (!forms.tag.empty()) return Xapian::Query(forms.tag);
    if (forms.stems.empty()) return Xapian::Query(forms.term);
    std::vector<Xapian::Query> synonyms;
    for (const std::string& stem : forms.stems) {
      synonyms.emplace_back(schema::term(schema::stem, stem));
    }
    return combined(Op::OP_SYNONYM, synonyms);
  }

  void add_to_highlights(const WordForms& forms) {
    const int word = result_.terms.add_word();
    if (!forms.tag.empty() || forms.stems.empty()) {
      result_.terms.add_term(word, forms.term);
    } else {
      for (const std::string& stem : forms.stems) result_.terms.add_stem(word, stem);
    }
  }

  void add_to_highlights(const std::vector<std::string>& terms) {
    if (excluding_) return;
    for (const std::string& term : terms) {
      result_.terms.add_term(result_.terms.add_word(), term);
    }
    result_.has_words |= !terms.empty();
  }

  static Xapian::Query phrase(const std::vector<std::string>& terms) {
    if (terms.empty()) return {};
    if (terms.size() == 1) return Xapian::Query(terms.front());
    return {Op::OP_PHRASE, terms.begin(), terms.end(),
            static_cast<Xapian::termcount>(terms.size())};
  }

  Xapian::Query quotation(const QueryNode& node) {
    const std::vector<std::string> terms = terms_of({}, node.text);
    if (!excluding_) result_.terms.add_phrase(terms);
    result_.has_words |= !excluding_ && !terms.empty();
    return phrase(terms);
  }

  Xapian::Query filter(const QueryNode& node) {
    if (node.field == SearchField::date) return date_filter(node.text);
    if (node.field == SearchField::language) return language_filter(node.text);
    if (node.field == SearchField::title) result_.has_words |= !excluding_;
    if (node.field == SearchField::title && node.kind == Kind::word) return title_word(node.text);
    const std::vector<std::string> terms = terms_of(prefix_of(node.field), node.text);
    if (terms.empty()) {
      result_.notes.push_back(
          fmt::format("{}:{} has no word and was left out", name_of(node.field), node.text));
    }
    return phrase(terms);
  }

  Xapian::Query title_word(const std::string& text) {
    std::vector<Xapian::Query> queries;
    for (const WordForms& forms : forms_of(text)) {
      std::vector<Xapian::Query> synonyms{Xapian::Query(schema::term(schema::title, forms.term))};
      for (const std::string& stem : forms.stems) {
        synonyms.emplace_back(schema::term(schema::title_stem, stem));
      }
      queries.push_back(combined(Op::OP_SYNONYM, synonyms));
    }
    return queries.empty() ? Xapian::Query() : combined(Op::OP_AND, queries);
  }

  Xapian::Query language_filter(const std::string& text) {
    const auto language = Language::parse(text);
    if (!language) {
      result_.notes.push_back(fmt::format("'{}' is no language that is known", text));
      return Xapian::Query(schema::term(schema::language, text));
    }
    return Xapian::Query(schema::term(schema::language, language->code()));
  }

  Xapian::Query date_filter(const std::string& text) {
    const auto range = parse_day_range(text, settings_.today);
    if (!range) {
      result_.notes.push_back(fmt::format("'{}' is no date, so it was searched as words", text));
      return words(text);
    }
    if (range->first && range->last && *range->first > *range->last) {
      result_.notes.push_back(fmt::format("'{}' ends before it begins", text));
      return Xapian::Query(schema::term(schema::day, text));  // no article has this term
    }
    return day_filter(*range);
  }

  static Xapian::Query day_filter(const DayRange& range) {
    const auto value = [](std::int32_t day) { return Xapian::sortable_serialise(day); };
    if (!range.first) return {Op::OP_VALUE_LE, schema::day_slot, value(*range.last)};
    if (!range.last) return {Op::OP_VALUE_GE, schema::day_slot, value(*range.first)};
    return {Op::OP_VALUE_RANGE, schema::day_slot, value(*range.first), value(*range.last)};
  }

  Xapian::Query expansion(const QueryNode& node) {
    const std::vector<std::string> terms = terms_of(prefix_of(node.field), node.text);
    if (terms.empty()) return {};
    if (terms.size() > 1 || node.field == SearchField::date ||
        node.field == SearchField::language) {
      return node.field == SearchField::text ? words(node.text) : filter(node);
    }
    const bool ranks = node.field == SearchField::text || node.field == SearchField::title;
    result_.has_words |= ranks && !excluding_;
    if (node.field == SearchField::text && !excluding_) {
      result_.terms.add_prefix(result_.terms.add_word(), terms.front());
    }
    return {Op::OP_WILDCARD, terms.front(), max_expansion,
            Xapian::Query::WILDCARD_LIMIT_MOST_FREQUENT, Op::OP_SYNONYM};
  }

  Xapian::Query near(const QueryNode& node) {
    std::vector<Xapian::Query> parts;
    for (const QueryNode& child : node.children) {
      const std::vector<std::string> terms = terms_of(prefix_of(child.field), child.text);
      parts.insert(parts.end(), terms.begin(), terms.end());
      if (child.field == SearchField::text) add_to_highlights(terms);
    }
    if (parts.empty()) return {};
    if (parts.size() == 1) return parts.front();
    const auto window = static_cast<Xapian::termcount>(node.distance + parts.size());
    return {Op::OP_NEAR, parts.begin(), parts.end(), window};
  }

  const TranslatorSettings& settings_;
  WordAnalysis words_;
  std::size_t words_read_ = 0;
  bool too_long_ = false;
  bool excluding_ = false;    ///< inside of what must not match
  bool word_before_ = false;  ///< what comes next stands behind a word that ranks
  TranslatedQuery result_;
};

}  // namespace

TranslatedQuery translate_query(const QueryNode& root, const TranslatorSettings& settings) {
  return Translator(root, settings).run(root);
}

}  // namespace news
