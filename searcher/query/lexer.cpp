// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/lexer.hpp"

#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace news {

namespace {

/// Within so many words, where NEAR does not say.
constexpr unsigned default_distance = 10;

struct QuotationMarks {
  std::string_view open;
  std::vector<std::string_view> close;  ///< the first of these that comes
};

/// Of English, of German and Polish, of French and Danish, of Swedish, of Chinese and Japanese; and
/// what programs make of them, that close with straight ones.
const std::array<QuotationMarks, 8> quotation_marks = {{{"\"", {"\""}},
                                                        {"\u201C", {"\u201D", "\u201C", "\""}},
                                                        {"\u201E", {"\u201C", "\u201D", "\""}},
                                                        {"\u201D", {"\u201D"}},
                                                        {"\u00AB", {"\u00BB"}},
                                                        {"\u00BB", {"\u00AB", "\u00BB"}},
                                                        {"\u300C", {"\u300D"}},
                                                        {"\u300E", {"\u300F"}}}};

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(utf8::repair(query)) {}

  std::vector<QueryToken> run() {
    while (at_ < query_.size()) {
      if (is_space(at_)) {
        ++at_;
      } else if (!take_mark() && !take_quotation() && !take_field()) {
        take_word();
      }
    }
    return std::move(tokens_);
  }

 private:
  bool is_space(std::size_t at) const {
    return ascii::is_space(query_[at]) || ascii::is_control(query_[at]);
  }
  std::string_view rest() const { return std::string_view(query_).substr(at_); }

  void add(QueryToken::Kind kind, std::string text = {}) {
    tokens_.push_back({.kind = kind, .text = std::move(text)});
  }

  /// Parentheses, and a minus sign before a word.
  bool take_mark() {
    const char c = query_[at_];
    if (c == '(' || c == ')') {
      add(c == '(' ? QueryToken::Kind::open : QueryToken::Kind::close);
    } else if (c == '-' && at_ + 1 < query_.size() && !is_space(at_ + 1) &&
               query_[at_ + 1] != '-' && query_[at_ + 1] != ')') {
      add(QueryToken::Kind::minus);
    } else {
      return false;
    }
    ++at_;
    return true;
  }

  bool take_quotation() {
    for (const QuotationMarks& marks : quotation_marks) {
      if (!rest().starts_with(marks.open)) continue;
      const std::size_t begin = at_ + marks.open.size();
      const auto [end, width] = first_of(marks.close, begin);
      const bool closed = end != std::string::npos;
      std::string text = query_.substr(begin, closed ? end - begin : std::string::npos);
      // Inside of other marks it divides words as a space does, and can be written back.
      std::replace(text.begin(), text.end(), '"', ' ');
      add(closed ? QueryToken::Kind::quoted : QueryToken::Kind::unclosed, std::move(text));
      at_ = closed ? end + width : query_.size();
      return true;
    }
    return false;
  }

  /// Where one of some marks comes first, and how long it is; a straight one only where there is no
  /// other.
  std::pair<std::size_t, std::size_t> first_of(const std::vector<std::string_view>& marks,
                                               std::size_t begin) const {
    std::pair<std::size_t, std::size_t> first{std::string::npos, 0};
    for (const std::string_view mark : marks) {
      if (mark == "\"" && first.first != std::string::npos) continue;
      const std::size_t at = query_.find(mark, begin);
      if (at < first.first) first = {at, mark.size()};
    }
    return first;
  }

  bool take_field() {
    constexpr std::size_t longest_name = 8;
    const std::size_t length = rest().substr(0, longest_name + 1).find(':');
    if (length == std::string_view::npos) return false;
    const auto field = field_named(rest().substr(0, length));
    const std::size_t begin = at_ + length + 1;
    const bool holds_something = begin < query_.size() && !is_space(begin) && query_[begin] != ')';
    if (!field || !holds_something) return false;
    tokens_.push_back({.kind = QueryToken::Kind::field, .text = {}, .field = *field});
    at_ = begin;
    return true;
  }

  void take_word() {
    std::size_t end = at_;
    while (end < query_.size() && !is_space(end) && query_[end] != '(' && query_[end] != ')' &&
           query_[end] != '"') {
      ++end;
    }
    end = std::max(end, at_ + 1);
    std::string word = query_.substr(at_, end - at_);
    at_ = end;
    if (!add_operator(word)) add(QueryToken::Kind::word, std::move(word));
  }

  bool add_operator(const std::string& word) {
    if (word == "AND") {
      add(QueryToken::Kind::and_op);
    } else if (word == "OR") {
      add(QueryToken::Kind::or_op);
    } else if (word == "NOT") {
      add(QueryToken::Kind::not_op);
    } else if (const auto distance = near_distance(word)) {
      tokens_.push_back({.kind = QueryToken::Kind::near_op, .text = word, .distance = *distance});
    } else {
      return false;
    }
    return true;
  }

  /// Of NEAR or NEAR/n; nothing for other words.
  static std::optional<unsigned> near_distance(std::string_view word) {
    if (!word.starts_with("NEAR")) return std::nullopt;
    word.remove_prefix(4);
    if (word.empty()) return default_distance;
    if (word.front() != '/' || !ascii::all_digits(word.substr(1))) return std::nullopt;
    unsigned distance = 0;
    const auto read = std::from_chars(word.data() + 1, word.data() + word.size(), distance);
    return read.ec == std::errc() ? distance : std::numeric_limits<unsigned>::max();
  }

  std::string query_;
  std::size_t at_ = 0;
  std::vector<QueryToken> tokens_;
};

}  // namespace

std::vector<QueryToken> lex_query(std::string_view query) { return Lexer(query).run(); }

}  // namespace news
