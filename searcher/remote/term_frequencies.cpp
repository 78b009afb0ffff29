// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/remote/term_frequencies.hpp"

#include <algorithm>

namespace news {

namespace {

/// Xapian takes the square of a query's length in time to prepare it.
constexpr std::size_t most_in_query = 250;

/// Some megabytes.
constexpr std::size_t most_known = 100'000;

}  // namespace

std::vector<Xapian::doccount> TermFrequencies::of(const std::vector<std::string>& terms) {
  std::vector<Xapian::doccount> frequencies;
  frequencies.reserve(terms.size());
  if (elsewhere_) ask(terms);
  for (const std::string& term : terms) {
    frequencies.push_back(elsewhere_ ? known_.at(term) : database_.get_termfreq(term));
  }
  return frequencies;
}

Xapian::doccount TermFrequencies::of(const std::string& term) {
  const auto known = known_.find(term);
  return known == known_.end() ? of(std::vector{term}).front() : known->second;
}

/// A query tells the frequencies of its terms, and this one wants no match beside.
void TermFrequencies::ask(const std::vector<std::string>& terms) {
  if (known_.size() > most_known) known_.clear();
  std::vector<std::string> unknown;
  for (const std::string& term : terms) {
    if (!known_.contains(term)) unknown.push_back(term);
  }
  for (auto begin = unknown.begin(); begin != unknown.end();) {
    const auto left = static_cast<std::size_t>(unknown.end() - begin);
    const auto end = begin + static_cast<std::ptrdiff_t>(std::min(left, most_in_query));
    Xapian::Enquire enquire(database_);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, begin, end));
    const Xapian::MSet none = enquire.get_mset(0, 0, Xapian::doccount{0});
    for (; begin != end; ++begin) known_[*begin] = none.get_termfreq(*begin);
  }
}

}  // namespace news
