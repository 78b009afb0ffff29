// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/suggestion.hpp"

#include "news/base/utf8.hpp"
#include "news/index/schema.hpp"
#include "searcher/query/term_expansion.hpp"
#include "searcher/query/word_analysis.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace news {

namespace {

using Kind = QueryNode::Kind;
using Op = Xapian::Query::op;

/// Words of a query that are looked at, and those of them that are looked for in other spellings.
constexpr int most_looked_at = 20;
constexpr int most_misspelt = 4;
/// Spellings of one word whose company is looked at.
constexpr std::size_t most_compared = 5;
/// A word that some articles have is misspelt if so many times more have another one.
constexpr Xapian::doccount far_more = 20;
/// An edit less is worth so many times the frequency.
constexpr double worth_of_an_edit = 100;
constexpr std::size_t shortest = 3;  ///< characters of a word that may be misspelt
constexpr std::size_t longest = 40;  ///< bytes; a mistake in a longer one is no mistake in spelling

bool holds_words(const QueryNode& node) {
  const bool spelled = node.field == SearchField::text || node.field == SearchField::title;
  return (node.kind == Kind::word || node.kind == Kind::phrase) && spelled && !node.excluded;
}

/// Calls `visit` with each leaf whose spelling matters.
template <typename Node, typename Visit>
void visit_words(Node& node, Visit visit) {
  if (holds_words(node)) {
    visit(node);
    return;
  }
  for (auto& child : node.children) {
    if (!child.excluded) visit_words(child, visit);
  }
}

/// What stands between spaces.
std::vector<std::string> pieces_of(std::string_view text) {
  std::vector<std::string> pieces;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    if (space != 0) pieces.emplace_back(text.substr(0, space));
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
  }
  return pieces;
}

class Speller {
 public:
  Speller(const QueryNode& root, const TranslatorSettings& settings, bool few_found)
      : database_(settings.database),
        analysis_(root, settings.languages),
        expander_(settings.database),
        few_found_(few_found) {
    int looked_at = 0;
    visit_words(root, [&](const QueryNode& leaf) {
      for (const std::string& piece : pieces_of(leaf.text)) {
        if (looked_at++ < most_looked_at) remember_if_known(piece);
      }
    });
  }

  /// Spells the words of a leaf as the index does.
  void correct(QueryNode& leaf) {
    std::string text;
    bool changed = false;
    for (const std::string& piece : pieces_of(leaf.text)) {
      const std::string better = corrected(piece);
      changed = changed || better != piece;
      text += (text.empty() ? "" : " ") + better;
    }
    if (!changed) return;
    changed_ = true;
    const bool divided = leaf.kind == Kind::word && text.find(' ') != std::string::npos;
    leaf.text = std::move(text);
    if (divided) leaf = divided_leaf(leaf);
  }

  bool changed() const { return changed_; }

 private:
  /// The one token that a piece of text is; a stop word or several tokens are not looked at.
  std::optional<WordForms> word_in(std::string_view piece) {
    if (piece.size() > longest) return std::nullopt;
    std::vector<WordForms> tokens = analysis_.forms_of(piece);
    if (tokens.size() != 1 || tokens.front().dropped) return std::nullopt;
    const bool is_word = !tokens.front().stems.empty() && tokens.front().tag.empty() &&
                         utf8::count(tokens.front().term) >= shortest;
    return is_word ? std::optional(std::move(tokens.front())) : std::nullopt;
  }

  /// Whether articles have the word in any form or script.
  bool is_known(const WordForms& word) {
    if (database_.term_exists(word.term)) return true;
    const bool inflected = std::ranges::any_of(word.stems, [this](const auto& stem) {
      return database_.term_exists(schema::term(schema::stem, stem.first));
    });
    return inflected || !expander_.words_in_other_scripts(word.term, true).empty();
  }

  void remember_if_known(std::string_view piece) {
    const auto word = word_in(piece);
    if (word && is_known(*word)) known_.emplace_back(word->term);
  }

  std::string corrected(const std::string& piece) {
    if (looked_at_++ >= most_looked_at || misspelt_ == most_misspelt) return piece;
    const auto word = word_in(piece);
    if (!word) return piece;
    const bool known = is_known(*word);
    if (known && !few_found_) return piece;
    ++misspelt_;
    const std::string better = known ? far_more_frequent(*word) : best_spelling(word->term);
    return better.empty() ? piece : better;
  }

  /// Of a word that some articles have; its other forms were found along with it.
  std::string far_more_frequent(const WordForms& rare) {
    const Xapian::doccount own = std::max(database_.get_termfreq(rare.term), Xapian::doccount{1});
    std::vector<SimilarWord> found = expander_.similar_words({}, rare.term, 1);
    std::erase_if(found, [&](const SimilarWord& word) {
      return word.frequency / far_more < own || is_form_of(word.word, rare);
    });
    return best_of(std::move(found));
  }

  bool is_form_of(std::string_view word, const WordForms& other) {
    const std::vector<WordForms> forms = analysis_.forms_of(word);
    return forms.size() == 1 &&
           std::ranges::any_of(forms.front().stems, [&other](const auto& stem) {
             return other.stems.contains(stem.first);
           });
  }

  std::string best_spelling(const std::string& term) {
    const unsigned edits = std::max(usual_edits(term), 1U);
    std::vector<SimilarWord> found = expander_.similar_words({}, term, edits);
    if (found.empty() && utf8::count(term) > shortest) found = expander_.nearest_words(term);
    const std::string best = best_of(std::move(found));
    return best.empty() ? divided(term) : best;
  }

  std::string best_of(std::vector<SimilarWord> words) {
    const auto worth = [](const SimilarWord& word) {
      return word.frequency * (word.edits > 1 ? 1 : worth_of_an_edit);
    };
    std::ranges::sort(words, [&](const SimilarWord& a, const SimilarWord& b) {
      return worth(a) != worth(b) ? worth(a) > worth(b) : a.word < b.word;
    });
    if (words.empty()) return {};
    words.resize(std::min(words.size(), most_compared));
    for (const SimilarWord& word : words) {
      if (words.size() > 1 && keeps_company(word.word)) return word.word;
    }
    return words.front().word;
  }

  /// Whether an article has the word along with all known words of the query.
  bool keeps_company(const std::string& term) const {
    if (known_.empty()) return false;
    std::vector<Xapian::Query> all{Xapian::Query(term)};
    for (const std::string& word : known_) all.emplace_back(word);
    return is_found(Xapian::Query(Op::OP_AND, all.begin(), all.end()));
  }

  bool is_found(const Xapian::Query& query) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return !enquire.get_mset(0, 1).empty();
  }

  /// The two words that were written as one: those of which the rarer one is the most frequent.
  std::string divided(const std::string& term) const {
    std::string best;
    Xapian::doccount best_frequency = 0;
    for (std::size_t at = 2; at + 2 <= term.size(); ++at) {
      if ((static_cast<unsigned char>(term[at]) & 0xC0U) == 0x80U) continue;  // inside a character
      const std::string first = term.substr(0, at);
      const std::string second = term.substr(at);
      const Xapian::doccount frequency =
          std::min(database_.get_termfreq(first), database_.get_termfreq(second));
      if (frequency <= best_frequency) continue;
      if (!is_found(Xapian::Query(Op::OP_PHRASE, Xapian::Query(first), Xapian::Query(second)))) {
        continue;
      }
      best = first + " " + second;
      best_frequency = frequency;
    }
    return best;
  }

  /// A word that became two: a list of them, or a phrase where a field holds them together.
  static QueryNode divided_leaf(const QueryNode& leaf) {
    if (leaf.field != SearchField::text) {
      QueryNode phrase = leaf;
      phrase.kind = Kind::phrase;
      return phrase;
    }
    QueryNode list{.kind = Kind::list};
    for (std::string& word : pieces_of(leaf.text)) {
      list.children.push_back({.kind = Kind::word, .text = std::move(word)});
    }
    return list;
  }

  const Xapian::Database& database_;
  WordAnalysis analysis_;
  TermExpander expander_;
  bool few_found_;
  int looked_at_ = 0;
  int misspelt_ = 0;
  bool changed_ = false;
  std::vector<std::string> known_;  ///< words of the query that articles have
};

/// Lists inside of lists, as dividing a word makes them, become one.
void flatten_lists(QueryNode& node) {
  std::vector<QueryNode> children;
  for (QueryNode& child : node.children) {
    flatten_lists(child);
    if (node.kind == Kind::list && child.kind == Kind::list && !child.excluded) {
      std::ranges::move(child.children, std::back_inserter(children));
    } else {
      children.push_back(std::move(child));
    }
  }
  node.children = std::move(children);
}

}  // namespace

std::optional<QueryNode> suggest_spelling(const QueryNode& root, const TranslatorSettings& settings,
                                          bool few_found) {
  QueryNode suggestion = root;
  Speller speller(root, settings, few_found);
  visit_words(suggestion, [&speller](QueryNode& leaf) { speller.correct(leaf); });
  if (!speller.changed()) return std::nullopt;
  flatten_lists(suggestion);
  return suggestion;
}

}  // namespace news
