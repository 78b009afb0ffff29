// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// What a query may cost. Every limit that changes what is searched leaves a note with the result,
/// in the words below. docs/query-language.md tells the same.
namespace news::limits {

/// What is read of a query.
inline constexpr std::size_t query_bytes = std::size_t{64} * 1024;
std::string query_bytes_note();

/// Parentheses and NOTs inside each other. A query with more is read as plain words, and the note
/// is the parser's.
inline constexpr int nesting = 100;

/// Words that are searched, and dates and languages: each is a list of articles to be read, and
/// Xapian takes the square of a query's length in time to prepare it.
inline constexpr std::size_t words = 500;
std::string words_note();

/// How often the same word, phrase or filter counts in a list. There is no note: nothing is
/// missing.
inline constexpr int repetitions = 3;

/// Words of one phrase, and of one NEAR group, whose time grows faster than their number. Those
/// behind them are left out.
inline constexpr std::size_t phrase_words = 50;
inline constexpr std::size_t near_words = 16;
std::string phrase_words_note();
std::string near_words_note();

/// Words of all phrases and NEAR groups together, whose positions are read; and articles in which
/// that is done, at most: for each group as many as have its rarest word. A single group may have
/// more of them. Those of later groups must be there, wherever they stand; and that too has a
/// limit, beyond which groups are left out. What only adds to the score, as for "COVID-19", is left
/// out at once, without a note.
inline constexpr std::size_t positional_words = 100;
inline constexpr std::size_t positional_articles = 1'000'000;
inline constexpr std::size_t conjunction_articles = 2'000'000;
std::string positional_words_note();
std::string phrases_left_out_note();

/// NEAR/n
inline constexpr unsigned near_distance = 1000;
std::string near_distance_note(std::string_view typed);

/// Words of the index that one word with * or ~ stands for, and those of all of them together. The
/// most frequent ones are taken.
inline constexpr std::size_t expansion = 100;
inline constexpr std::size_t expansions = 1000;
std::string expansion_note(std::string_view typed, std::size_t fitting, std::size_t searched);

/// Words of the index that are looked at for all of them together.
inline constexpr std::size_t terms_looked_at = 500'000;
std::string terms_looked_at_note(std::string_view typed);

/// The same to find names in other scripts, of which those of about fifty words can be found. There
/// is no note: they are an addition to what was asked for.
inline constexpr std::size_t terms_looked_at_for_names = 20'000;

}  // namespace news::limits
