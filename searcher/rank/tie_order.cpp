// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/rank/tie_order.hpp"

#include "news/index/schema.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace news {

namespace {

/// A match and what orders it among its equals.
struct Keyed {
  RankedMatch match;
  std::string key;
};

/// Reads the keys in the order of ids, as a stream gives them.
void read_keys(const Xapian::Database& database, std::vector<Keyed>& matches) {
  std::vector<Keyed*> by_id;
  by_id.reserve(matches.size());
  for (Keyed& each : matches) by_id.push_back(&each);
  std::sort(by_id.begin(), by_id.end(),
            [](const Keyed* a, const Keyed* b) { return a->match.id < b->match.id; });
  auto value = database.valuestream_begin(schema::order_slot);
  const auto end = database.valuestream_end(schema::order_slot);
  for (Keyed* each : by_id) {
    if (value == end) return;
    value.skip_to(each->match.id);
    if (value != end && value.get_docid() == each->match.id) each->key = *value;
  }
}

}  // namespace

void order_ties(const Xapian::Database& database, std::span<RankedMatch> matches,
                std::size_t wanted) {
  std::vector<Keyed> tied;
  std::vector<std::size_t> places;  // of the tied ones in `matches`
  for (std::size_t begin = 0; begin < std::min(wanted, matches.size());) {
    std::size_t end = begin + 1;
    while (end < matches.size() && matches[end].score == matches[begin].score) ++end;
    for (std::size_t at = begin; end - begin > 1 && at < end; ++at) {
      tied.push_back({std::move(matches[at]), {}});
      places.push_back(at);
    }
    begin = end;
  }
  if (tied.empty()) return;
  read_keys(database, tied);
  // Groups stay where they are, as their scores fall.
  std::stable_sort(tied.begin(), tied.end(), [](const Keyed& a, const Keyed& b) {
    return a.match.score != b.match.score ? a.match.score > b.match.score : a.key < b.key;
  });
  for (std::size_t i = 0; i < tied.size(); ++i) matches[places[i]] = std::move(tied[i].match);
}

void order_ties_around(const Xapian::Database& database, std::span<RankedMatch> matches,
                       std::size_t place) {
  if (place == 0 || place >= matches.size()) return;
  std::size_t begin = place;
  while (begin > 0 && matches[begin - 1].score == matches[place].score) --begin;
  if (begin < place) order_ties(database, matches.subspan(begin), 1);
}

}  // namespace news
