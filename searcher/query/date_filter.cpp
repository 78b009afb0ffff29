// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/date_filter.hpp"

#include "news/index/schema.hpp"
#include "searcher/query/day_range.hpp"
#include "searcher/query/day_terms.hpp"
#include "searcher/query/free_words.hpp"

#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace news {

namespace {

using Op = Xapian::Query::op;

std::optional<DayRange> range_of(const QueryNode& node, std::chrono::sys_days today) {
  if (node.field == SearchField::date) return parse_day_range(node.text, today);
  auto range = parse_day(node.text, today);
  if (range && node.field == SearchField::since) range->last.reset();
  if (range && node.field == SearchField::until) range->first.reset();
  return range;
}

/// The days that articles of the index have.
DayRange days_in(const Xapian::Database& database) {
  const auto day = [](const std::string& value) {
    return value.empty() ? std::optional<std::int32_t>()
                         : static_cast<std::int32_t>(Xapian::sortable_unserialise(value));
  };
  return {.first = day(database.get_value_lower_bound(schema::day_slot)),
          .last = day(database.get_value_upper_bound(schema::day_slot))};
}

/// A range as terms, which are quicker than values to match, if that is the same, and if they are
/// few: empty, if not.
std::vector<std::string> terms_of(DayRange range, const Xapian::Database& database) {
  constexpr std::size_t most = 12;
  if (database.get_value_freq(schema::coarse_date_slot) > 0) return {};
  const DayRange known = days_in(database);
  if (!range.first) range.first = known.first;
  if (!range.last) range.last = known.last;
  return day_terms(range, most);
}

Xapian::Query days_query(const DayRange& range, const Xapian::Database& database) {
  const std::vector<std::string> terms = terms_of(range, database);
  if (!terms.empty()) return {Op::OP_OR, terms.begin(), terms.end()};
  const auto value = [](std::int32_t day) { return Xapian::sortable_serialise(day); };
  if (!range.first) return {Op::OP_VALUE_LE, schema::day_slot, value(*range.last)};
  if (!range.last) return {Op::OP_VALUE_GE, schema::day_slot, value(*range.first)};
  return {Op::OP_VALUE_RANGE, schema::day_slot, value(*range.first), value(*range.last)};
}

}  // namespace

Xapian::Query date_query(Translation& translation, const QueryNode& node) {
  if (!translation.take_word()) return {};
  const auto range = range_of(node, translation.settings().today);
  if (!range) {
    translation.note(fmt::format("'{}' is no date, so it was searched as words", node.text));
    return words_query(translation, node.text);
  }
  if (range->first && range->last && *range->first > *range->last) {
    translation.note(fmt::format("'{}' ends before it begins", node.text));
    return Xapian::Query(schema::term(schema::day, node.text));  // no article has this term
  }
  return days_query(*range, translation.settings().database);
}

}  // namespace news
