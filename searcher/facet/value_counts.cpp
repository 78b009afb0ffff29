// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/facet/value_counts.hpp"

#include "news/index/schema.hpp"
#include "searcher/match/stop.hpp"
#include "searcher/remote/filter_query.hpp"

#include <memory>
#include <unordered_set>
#include <utility>
#include <vector>

namespace news {

namespace {

/// Is shown every match by Xapian's matcher.
class ValueSpy : public Xapian::MatchSpy {
 public:
  ValueSpy(ValueCounts& counts, const CountSettings& settings)
      : counts_(counts), settings_(settings) {
    for (auto& [slot, slot_counts] : counts.slots) columns_.push_back({slot, &slot_counts});
  }

  void operator()(const Xapian::Document& document, double /*weight*/) override {
    constexpr unsigned between_looks = 4096;
    if (++shown_ % between_looks == 0) stop_if_asked(settings_.stop);
    if (settings_.once_per_identity &&
        !seen_.insert(document.get_value(schema::identity_slot)).second) {
      return;
    }
    ++counts_.matches;
    for (Column& column : columns_) column.add(document.get_value(column.slot));
  }

 private:
  /// Neighbours often have the same value, which then is not looked up again.
  struct Column {
    Xapian::valueno slot = 0;
    SlotCounts* counts = nullptr;
    SlotCounts::value_type* last = nullptr;

    void add(const std::string& value) {
      if (value.empty()) return;
      if (last == nullptr || last->first != value) last = &*counts->try_emplace(value, 0).first;
      ++last->second;
    }
  };

  ValueCounts& counts_;
  std::vector<Column> columns_;
  const CountSettings& settings_;
  unsigned shown_ = 0;
  std::unordered_set<std::string> seen_;
};

/// The same by Xapian's own spies, which its servers know, and which send home counts and not
/// documents.
void count_with_servers(Xapian::Enquire& enquire, Xapian::doccount all, ValueCounts& counts) {
  std::vector<std::pair<SlotCounts*, std::unique_ptr<Xapian::ValueCountMatchSpy>>> spies;
  for (auto& [slot, slot_counts] : counts.slots) {
    spies.emplace_back(&slot_counts, std::make_unique<Xapian::ValueCountMatchSpy>(slot));
    enquire.add_matchspy(spies.back().second.get());
  }
  counts.matches = enquire.get_mset(0, 0, all).get_matches_lower_bound();
  for (const auto& [slot_counts, spy] : spies) {
    for (auto value = spy->values_begin(); value != spy->values_end(); ++value) {
      if (!(*value).empty()) (*slot_counts)[*value] = value.get_termfreq();
    }
  }
}

}  // namespace

ValueCounts count_values(const Xapian::Database& database, const Xapian::Query& query,
                         const CountSettings& settings) {
  ValueCounts counts;
  for (const Xapian::valueno slot : settings.slots) counts.slots[slot];
  if (query.empty() || database.get_doccount() == 0) return counts;
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  if (settings.elsewhere) {
    enquire.set_query(filter_query(query));
    enquire.set_weighting_scheme(filter_scheme());
    count_with_servers(enquire, database.get_doccount(), counts);
    return counts;
  }
  ValueSpy spy(counts, settings);
  enquire.add_matchspy(&spy);
  enquire.get_mset(0, 0, database.get_doccount());
  return counts;
}

}  // namespace news
