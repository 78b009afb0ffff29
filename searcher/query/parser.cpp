// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/parser.hpp"

#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"
#include "news/text/letter_case.hpp"
#include "news/text/stop_words.hpp"
#include "searcher/query/lexer.hpp"
#include "searcher/query/limits.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace news {

namespace {

using Kind = QueryNode::Kind;
using Token = QueryToken::Kind;

/// Why a query does not fit the grammar.
struct SyntaxError {
  std::string what;
};

/// A node with one child that needs no company is that child.
QueryNode simplified(QueryNode node) {
  if (node.children.size() != 1 || node.children.front().excluded) return node;
  QueryNode child = std::move(node.children.front());
  return child;
}

/// Recursive descent over the tokens of a query. Throws SyntaxError, inside this file only.
class Parser {
 public:
  explicit Parser(std::vector<QueryToken> tokens) : tokens_(std::move(tokens)) {}

  QueryNode run() {
    if (tokens_.empty()) return {};
    QueryNode root = either();
    if (at_ < tokens_.size()) throw SyntaxError{"a closing parenthesis without an opening one"};
    return root;
  }

  std::vector<std::string> take_notes() { return std::move(notes_); }

 private:
  bool at(Token kind) const { return at_ < tokens_.size() && tokens_[at_].kind == kind; }
  bool take(Token kind) {
    if (!at(kind)) return false;
    ++at_;
    return true;
  }

  void descend() {
    if (++depth_ > limits::nesting) {
      throw SyntaxError{"too many parentheses or NOTs inside each other"};
    }
  }

  QueryNode either() {
    descend();
    QueryNode node{.kind = Kind::any};
    do {
      node.children.push_back(both());
    } while (take(Token::or_op));
    --depth_;
    return simplified(std::move(node));
  }

  QueryNode both() {
    QueryNode node{.kind = Kind::all};
    node.children.push_back(list());
    while (at(Token::and_op) || at(Token::not_op)) {
      take(Token::and_op);
      const bool excluded = take(Token::not_op);
      node.children.push_back(list());
      if (excluded) node.children.back().excluded = true;
    }
    if (node.children.size() > 1) hoist_exclusions(node);
    return simplified(std::move(node));
  }

  /// "a AND -b" is "a NOT b".
  static void hoist_exclusions(QueryNode& conjunction) {
    for (QueryNode& child : conjunction.children) {
      const bool only_excludes = child.kind == Kind::list && child.children.size() == 1;
      if (!only_excludes || child.excluded) continue;
      QueryNode excluded = std::move(child.children.front());
      child = std::move(excluded);
    }
  }

  QueryNode list() {
    QueryNode node{.kind = Kind::list};
    if (take(Token::not_op)) {  // in front it is a minus sign
      descend();
      node.children.push_back(list());
      node.children.back().excluded = true;
      --depth_;
      return node;
    }
    while (at_ < tokens_.size() && begins_item()) node.children.push_back(item());
    if (node.children.empty()) throw SyntaxError{"an operator or parenthesis without words"};
    return simplified(std::move(node));
  }

  bool begins_item() const {
    switch (tokens_[at_].kind) {
      case Token::word:
      case Token::quoted:
      case Token::unclosed:
      case Token::field:
      case Token::minus:
      case Token::open:
        return true;
      default:
        return false;
    }
  }

  QueryNode item() {
    const bool excluded = take(Token::minus);
    QueryNode node;
    if (take(Token::open)) {
      node = either();
      if (!take(Token::close)) throw SyntaxError{"a parenthesis that is not closed"};
    } else {
      node = near_group();
    }
    if (excluded) node.excluded = true;
    return node;
  }

  QueryNode near_group() {
    QueryNode first = leaf();
    if (!at(Token::near_op)) return first;
    QueryNode node{.kind = Kind::near};
    node.children.push_back(std::move(first));
    while (at(Token::near_op)) {
      node.distance = std::max(node.distance, distance_of(tokens_[at_]));
      ++at_;
      node.children.push_back(leaf());
    }
    const bool has_quotation =
        std::any_of(node.children.begin(), node.children.end(), [](const QueryNode& child) {
          return child.kind == Kind::phrase && child.text.find(' ') != std::string::npos;
        });
    if (has_quotation) notes_.emplace_back("a quotation beside NEAR counts as its single words");
    return node;
  }

  unsigned distance_of(const QueryToken& near) {
    if (near.distance > limits::near_distance) note(limits::near_distance_note(near.text));
    return std::min(near.distance, limits::near_distance);
  }

  QueryNode leaf() {
    QueryNode node{.kind = Kind::word};
    if (at(Token::field)) node.field = tokens_[at_++].field;
    if (node.field != SearchField::text && at(Token::open)) {
      throw SyntaxError{"a field before a parenthesis, where it takes a word or quotation"};
    }
    if (at(Token::unclosed)) throw SyntaxError{"a quotation mark that is not closed"};
    if (!at(Token::word) && !at(Token::quoted)) throw SyntaxError{"an operator without words"};
    QueryToken& token = tokens_[at_++];
    node.text = std::move(token.text);
    if (token.kind == Token::quoted) {
      node.kind = Kind::phrase;
    } else if (node.text.size() > 1 && node.text.ends_with('*')) {
      node.kind = Kind::prefix;
      node.text.pop_back();
    } else {
      read_fuzziness(node);
    }
    return node;
  }

  /// "japan~", "japan~1", "japan~2". Other programs take other figures ("japan~0.8"); they are read
  /// as none.
  void read_fuzziness(QueryNode& word) {
    const std::size_t tilde = word.text.find_last_not_of("0123456789.");
    if (tilde == std::string::npos || word.text[tilde] != '~') return;
    const std::string_view text = word.text;
    if (!has_letter(text.substr(0, tilde))) return;
    const std::string_view figure = text.substr(tilde + 1);
    if (figure == "1" || figure == "2") {
      word.distance = figure == "1" ? 1 : 2;
    } else if (!figure.empty()) {
      note(fmt::format("'{}' was read as '{}~': a word can be ~1 or ~2 edits away", text,
                       text.substr(0, tilde)));
    }
    word.kind = Kind::fuzzy;
    word.text.resize(tilde);
  }

  void note(std::string line) {
    if (std::find(notes_.begin(), notes_.end(), line) == notes_.end()) {
      notes_.push_back(std::move(line));
    }
  }

  std::vector<QueryToken> tokens_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::vector<std::string> notes_;
};

/// Whether a query is a sentence in capitals, as old topic sets have them: then its AND is a word.
/// "BBC AND NHK" is none, nor is "WHO AND OPEC", though "who" is a function word.
bool is_shouted_sentence(const std::vector<QueryToken>& tokens) {
  constexpr int fewest_words = 3;
  static const Language english = *Language::parse("en");
  bool has_function_word = false;
  int words = 0;
  for (const QueryToken& token : tokens) {
    if (token.kind != Token::word) continue;
    if (!is_all_upper(token.text) && has_letter(token.text)) return false;
    has_function_word |= is_stop_word(english, ascii::to_lower(token.text));
    ++words;
  }
  return has_function_word && words >= fewest_words;
}

void make_operators_words(std::vector<QueryToken>& tokens) {
  for (QueryToken& token : tokens) {
    if (token.kind == Token::and_op) token = {.kind = Token::word, .text = "AND"};
    if (token.kind == Token::or_op) token = {.kind = Token::word, .text = "OR"};
    if (token.kind == Token::not_op) token = {.kind = Token::word, .text = "NOT"};
    if (token.kind == Token::near_op && token.text == "NEAR") token.kind = Token::word;
  }
}

/// "title:" with nothing behind it is a word like others.
void note_empty_fields(const std::vector<QueryToken>& tokens, std::vector<std::string>& notes) {
  for (const QueryToken& token : tokens) {
    if (token.kind != Token::word || !token.text.ends_with(':')) continue;
    if (!field_named(token.text.substr(0, token.text.size() - 1))) continue;
    notes.push_back(
        fmt::format("'{}' has nothing right behind it, so it was searched as a word", token.text));
  }
}

/// The words of a query without any syntax. Operators are none, unless there is nothing else.
QueryNode plain_words(std::string_view query) {
  std::vector<std::string> words(1);
  for (const char c : query) {
    const bool divides = c == ' ' || c == '\t' || c == '\n' || c == '"' || c == '(' || c == ')';
    if (divides) {
      words.emplace_back();
    } else {
      words.back().push_back(c);
    }
  }
  std::erase(words, "");
  const auto is_operator = [](const std::string& word) {
    return word == "AND" || word == "OR" || word == "NOT";
  };
  if (!std::all_of(words.begin(), words.end(), is_operator)) std::erase_if(words, is_operator);
  QueryNode node{.kind = Kind::list};
  for (std::string& word : words) {
    node.children.push_back({.kind = Kind::word, .text = std::move(word)});
  }
  return node;
}

}  // namespace

ParsedQuery parse_query(std::string_view query) {
  ParsedQuery parsed;
  if (query.size() > limits::query_bytes) parsed.notes.push_back(limits::query_bytes_note());
  query = utf8::truncate(query, limits::query_bytes);
  std::vector<QueryToken> tokens = lex_query(query);
  note_empty_fields(tokens, parsed.notes);
  if (is_shouted_sentence(tokens)) make_operators_words(tokens);
  Parser parser(std::move(tokens));
  try {
    parsed.root = parser.run();
    std::ranges::move(parser.take_notes(), std::back_inserter(parsed.notes));
  } catch (const SyntaxError& error) {
    parsed.fits_grammar = false;
    parsed.root = plain_words(utf8::repair(query));
    parsed.notes.push_back("has " + error.what + ", so it was searched as plain words");
  }
  return parsed;
}

}  // namespace news
