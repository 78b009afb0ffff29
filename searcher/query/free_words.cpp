// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/free_words.hpp"

#include "news/base/ascii.hpp"
#include "news/index/schema.hpp"
#include "news/text/letter_case.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace news {

namespace {

using Op = Xapian::Query::op;

/// What a word weighs in another script than the one it was asked for in.
constexpr double other_script_weight = 0.5;

/// Adds what a token is highlighted by.
void show(QueryTerms& terms, int word, const WordForms& forms) {
  if (!forms.tag.empty() || forms.stems.empty()) {
    terms.add_term(word, forms.term);
  } else {
    for (const auto& [stem, languages] : forms.stems) terms.add_stem(word, stem, languages);
  }
}

std::vector<Xapian::Query> queries_of(const WordForms& forms) {
  if (!forms.tag.empty()) return {Xapian::Query(forms.tag)};
  if (forms.stems.empty()) return {Xapian::Query(forms.term)};
  std::vector<Xapian::Query> stems;
  for (const auto& [stem, languages] : forms.stems) {
    stems.push_back(stem_query(schema::stem, stem, languages));
  }
  return stems;
}

/// The word as other scripts write it; none if no article has it. A name in another script than
/// Latin may have an ending that it has not in Latin letters: so its stem is looked for, too, and
/// of what is found in such a script all forms count, but of a word in Latin letters only itself.
std::vector<WordForms> in_other_scripts(Translation& translation, const WordForms& forms,
                                        bool surely_a_name) {
  if (forms.stems.empty() || !forms.tag.empty()) return {};
  std::set<std::string> spellings{forms.term};
  const bool is_latin = ascii::is_alpha(forms.term.front());
  if (!is_latin && !forms.own_stem.empty()) spellings.insert(forms.own_stem);
  std::set<std::string> words;
  for (const std::string& spelling : spellings) {
    for (std::string& word :
         translation.expander().words_in_other_scripts(spelling, surely_a_name)) {
      words.insert(std::move(word));
    }
  }
  std::vector<WordForms> others;
  for (const std::string& word : words) {
    if (is_latin) {
      std::ranges::move(translation.forms_of_index_word(word), std::back_inserter(others));
    } else {
      others.push_back({.term = word, .tag = {}, .stems = {}, .own_stem = {}});
    }
  }
  return others;
}

/// A word that ranks.
Xapian::Query ranking_word(Translation& translation, const WordForms& forms, bool surely_a_name) {
  QueryTerms& terms = translation.result().terms;
  const int number = terms.add_word();
  show(terms, number, forms);
  translation.add_word(forms);
  const Xapian::Query word = synonyms(queries_of(forms));
  std::vector<Xapian::Query> elsewhere;
  for (const WordForms& other : in_other_scripts(translation, forms, surely_a_name)) {
    show(terms, number, other);
    std::ranges::move(queries_of(other), std::back_inserter(elsewhere));
  }
  if (elsewhere.empty()) return word;
  return {Op::OP_OR, word,
          Xapian::Query(Op::OP_SCALE_WEIGHT, synonyms(elsewhere), other_script_weight)};
}

/// The words of a phrase, as far as the limit for one goes.
std::vector<Xapian::Query> places_of_phrase(Translation& translation,
                                            std::vector<std::string> terms) {
  if (terms.size() > limits::phrase_words) {
    terms.resize(limits::phrase_words);
    translation.note(limits::phrase_words_note());
  }
  return {terms.begin(), terms.end()};
}

Xapian::Query side_by_side(const std::vector<Xapian::Query>& places) {
  const auto window = static_cast<Xapian::termcount>(places.size());
  return {Op::OP_PHRASE, places.begin(), places.end(), window};
}

/// What must not be there: every form of one word, or several tokens as they stand together.
Xapian::Query excluded_words(Translation& translation, const std::string& text) {
  const std::vector<WordForms> tokens = translation.forms_of(text);
  if (tokens.size() == 1) return synonyms(queries_of(tokens.front()));
  return phrase_query(translation, translation.terms_of({}, text));
}

}  // namespace

Xapian::Query words_query(Translation& translation, const std::string& text) {
  if (translation.excluding()) return excluded_words(translation, text);
  std::vector<Xapian::Query> queries;
  std::vector<std::string> terms;
  for (const WordForms& forms : translation.forms_of(text)) {
    terms.push_back(forms.term);
    if (forms.dropped) {
      translation.end_of_words();
      continue;
    }
    queries.push_back(ranking_word(translation, forms, starts_upper(text)));
  }
  if (queries.empty()) return {};
  translation.result().has_words = true;
  const Op op = translation.settings().require_all ? Op::OP_AND : Op::OP_OR;
  const Xapian::Query separate = combined(op, queries);
  if (queries.size() == 1 || !translation.is_alphabetic(text)) return separate;
  const std::vector<Xapian::Query> places = places_of_phrase(translation, std::move(terms));
  if (!translation.take_positions(places)) return separate;
  return {Op::OP_AND_MAYBE, separate, side_by_side(places)};
}

Xapian::Query quotation_query(Translation& translation, const std::string& text) {
  std::vector<std::string> terms = translation.terms_of({}, text);
  translation.show_phrase(terms);
  return phrase_query(translation, std::move(terms));
}

Xapian::Query phrase_query(Translation& translation, std::vector<std::string> terms) {
  const std::vector<Xapian::Query> places = places_of_phrase(translation, std::move(terms));
  if (places.size() < 2) return combined(Op::OP_AND, places);
  return translation.within_reach(places, side_by_side(places));
}

}  // namespace news
