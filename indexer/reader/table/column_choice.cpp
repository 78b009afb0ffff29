// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/table/column_choice.hpp"

#include "indexer/reader/article_fields.hpp"
#include "news/base/ascii.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace news {

std::optional<std::size_t> ChosenColumn::number() const {
  std::size_t number = 0;
  const char* end = column.data() + column.size();
  const auto parsed = std::from_chars(column.data(), end, number);
  if (parsed.ec != std::errc() || parsed.ptr != end) return std::nullopt;
  return number;
}

namespace {

/// Why a choice does not go with those before it; empty if it does.
std::string conflict(const ChosenColumn& one, const ColumnChoice& before) {
  const auto field = ArticleFields::field_of(one.field);
  for (const ChosenColumn& other : before) {
    if (ArticleFields::field_of(other.field) == field) {
      return fmt::format("has two columns for one field, '{}={}' and '{}={}'", other.field,
                         other.column, one.field, one.column);
    }
    if (ascii::equals_ignoring_case(other.column, one.column)) {
      return fmt::format("has two fields for one column, '{}={}' and '{}={}'", other.field,
                         other.column, one.field, one.column);
    }
  }
  return {};
}

}  // namespace

std::optional<ColumnChoice> parse_column_choice(std::string_view text, std::string& problem) {
  ColumnChoice choice;
  while (true) {
    const std::string_view part = ascii::trim(text.substr(0, text.find(',')));
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) {
      problem = fmt::format("'{}' is not FIELD=COLUMN", part);
      return std::nullopt;
    }
    ChosenColumn one{std::string(ascii::trim(part.substr(0, equals))),
                     std::string(ascii::trim(part.substr(equals + 1)))};
    if (!ArticleFields::knows(one.field)) {
      problem = fmt::format("knows no field '{}'", one.field);
      return std::nullopt;
    }
    if (one.column.empty() || one.number() == std::size_t{0}) {
      problem = fmt::format("has no column for '{}'; columns are counted from 1", one.field);
      return std::nullopt;
    }
    problem = conflict(one, choice);
    if (!problem.empty()) return std::nullopt;
    choice.push_back(std::move(one));
    if (text.find(',') == std::string_view::npos) return choice;
    text.remove_prefix(text.find(',') + 1);
  }
}

}  // namespace news
