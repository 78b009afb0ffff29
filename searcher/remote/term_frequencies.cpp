// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/remote/term_frequencies.hpp"

#include <algorithm>

namespace news {

namespace {

/// Xapian takes the square of a query's length in time to prepare it.
constexpr std::size_t most_in_query = 250;

}  // namespace

std::vector<Xapian::doccount> TermFrequencies::of(const std::vector<std::string>& terms) const {
  std::vector<Xapian::doccount> frequencies;
  frequencies.reserve(terms.size());
  if (!elsewhere_) {
    for (const std::string& term : terms) frequencies.push_back(database_.get_termfreq(term));
    return frequencies;
  }
  // A query tells the frequencies of its terms, and this one wants no match beside.
  for (auto begin = terms.begin(); begin != terms.end();) {
    const auto left = static_cast<std::size_t>(terms.end() - begin);
    const auto end = begin + static_cast<std::ptrdiff_t>(std::min(left, most_in_query));
    Xapian::Enquire enquire(database_);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, begin, end));
    const Xapian::MSet none = enquire.get_mset(0, 0, Xapian::doccount{0});
    for (; begin != end; ++begin) frequencies.push_back(none.get_termfreq(*begin));
  }
  return frequencies;
}

}  // namespace news
