// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/translation.hpp"

#include "news/index/schema.hpp"

#include <algorithm>
#include <limits>

namespace news {

std::vector<WordForms> Translation::forms_of(std::string_view text) {
  return within_limit(analysis_.forms_of(text));
}

std::vector<std::string> Translation::terms_of(std::string_view prefix, std::string_view text) {
  return within_limit(analysis_.terms_of(prefix, text));
}

template <typename Word>
std::vector<Word> Translation::within_limit(std::vector<Word> words) {
  const std::size_t room = limits::words - words_read_;
  if (words.size() > room) {
    words.resize(room);
    note(limits::words_note());
  }
  words_read_ += words.size();
  return words;
}

bool Translation::take_word() { return !within_limit(std::vector<int>(1)).empty(); }

Xapian::Query Translation::within_reach(const std::vector<Xapian::Query>& places,
                                        const Xapian::Query& positional) {
  if (take_positions(places)) return positional;
  conjunction_articles_ += articles_with_all(places);
  if (conjunction_articles_ > limits::conjunction_articles) {
    note(limits::phrases_left_out_note());
    return {};
  }
  note(limits::positional_words_note());
  return combined(Xapian::Query::OP_AND, places);
}

bool Translation::take_positions(const std::vector<Xapian::Query>& places) {
  const std::size_t words = positional_words_ + places.size();
  const std::size_t articles = positional_articles_ + articles_with_all(places);
  const bool first = positional_words_ == 0;
  if (words > limits::positional_words) return false;
  if (articles > limits::positional_articles && !first) return false;
  positional_words_ = words;
  positional_articles_ = articles;
  return true;
}

/// At most: as many as have the rarest.
std::size_t Translation::articles_with_all(const std::vector<Xapian::Query>& places) const {
  if (places.empty()) return 0;
  std::size_t fewest = std::numeric_limits<std::size_t>::max();
  for (const Xapian::Query& place : places) {
    std::size_t articles = 0;
    for (auto term = place.get_terms_begin(); term != place.get_terms_end(); ++term) {
      articles += settings_.database.get_termfreq(*term);
    }
    fewest = std::min(fewest, articles);
  }
  return fewest;
}

void Translation::note(std::string line) {
  std::vector<std::string>& notes = result_.notes;
  if (std::find(notes.begin(), notes.end(), line) == notes.end()) notes.push_back(std::move(line));
}

void Translation::add_word(const WordForms& forms) {
  QueryWord word{.term = forms.term, .stems = {}, .adjoins = word_before_};
  for (const auto& [stem, languages] : forms.stems) word.stems.insert(stem);
  result_.words.push_back(std::move(word));
  word_before_ = true;
}

void Translation::show_words(const std::vector<std::string>& terms) {
  if (excluding_) return;
  for (const std::string& term : terms) result_.terms.add_term(result_.terms.add_word(), term);
  result_.has_words |= !terms.empty();
}

void Translation::show_phrase(const std::vector<std::string>& terms) {
  if (excluding_) return;
  result_.terms.add_phrase(terms);
  result_.has_words |= !terms.empty();
}

void Translation::show_forms(const std::vector<std::string>& terms) {
  if (excluding_ || terms.empty()) return;
  const int word = result_.terms.add_word();
  for (const std::string& term : terms) result_.terms.add_term(word, term);
  result_.has_words = true;
}

Xapian::Query stem_query(std::string_view prefix, const std::string& stem,
                         const std::vector<Language>& languages) {
  const Xapian::Query query(schema::term(prefix, stem));
  if (languages.empty()) return query;
  std::vector<std::string> terms;
  for (const Language language : languages) {
    terms.push_back(schema::term(schema::language, language.code()));
  }
  return {Xapian::Query::OP_FILTER, query,
          Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end())};
}

/// Xapian works the rarity of synonyms out pair by pair and rounds each, in an order that depends
/// on what is in which part of the index. Here the pairs are always the same: what is scaled is not
/// taken apart to make others.
Xapian::Query synonyms(const std::vector<Xapian::Query>& forms) {
  using Op = Xapian::Query::op;
  using Form = std::vector<Xapian::Query>::const_iterator;
  if (forms.size() <= 1) return combined(Op::OP_SYNONYM, forms);
  const auto half = [](Form begin, Form end, const auto& self) -> Xapian::Query {
    if (end - begin == 1) return *begin;
    const Form middle = begin + (end - begin) / 2;
    return {Op::OP_SCALE_WEIGHT,
            Xapian::Query(Op::OP_OR, self(begin, middle, self), self(middle, end, self)), 0.5};
  };
  const Form middle = forms.begin() + static_cast<std::ptrdiff_t>(forms.size()) / 2;
  const std::vector<Xapian::Query> halves{half(forms.begin(), middle, half),
                                          half(middle, forms.end(), half)};
  return {Op::OP_SYNONYM, halves.begin(), halves.end()};
}

Xapian::Query combined(Xapian::Query::op op, const std::vector<Xapian::Query>& queries) {
  if (queries.empty()) return {};
  return queries.size() == 1 ? queries.front() : Xapian::Query(op, queries.begin(), queries.end());
}

}  // namespace news
