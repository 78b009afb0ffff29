// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/duplicates/copy_finder.hpp"

#include "news/article/identity.hpp"
#include "news/index/schema.hpp"
#include "searcher/duplicates/likeness.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace news {

bool may_be_copies(std::size_t a, std::size_t b, std::size_t shared) {
  return shared > 0 && 8 * shared >= std::min(a, b);
}

CopyFinder::CopyFinder(SketchLookup& sketches, ArticleStore& articles)
    : lookup_(sketches), articles_(articles) {}

const Sketch& CopyFinder::sketch(Xapian::docid document) {
  const auto [entry, fresh] = sketches_.try_emplace(document);
  if (fresh) entry->second = lookup_.sketch_of(document);
  return entry->second;
}

const CopyFinder::Known& CopyFinder::known(Xapian::docid document) {
  const auto [entry, fresh] = known_.try_emplace(document);
  if (fresh) {
    const Article article = articles_.read(document);
    Known& known = entry->second;
    known.text = story_text(article);
    known.id = display_id(article);
    known.outlet = article.outlet;
    known.identity = identity_of(article);
    known.order = schema::order_key(article.origin.record, known.identity);
    if (article.published) known.published = article.published->to_unix_seconds();
  }
  return entry->second;
}

void CopyFinder::will_find_copies_of(const std::vector<Xapian::docid>& documents) {
  if (!lookup_.is_far()) return;
  constexpr std::size_t most_each = 12;
  lookup_.will_find_copies_of(documents);
  std::vector<Xapian::docid> next;
  for (const Xapian::docid document : documents) {
    const std::vector<Xapian::docid> candidates = candidates_of(document);
    next.insert(next.end(), candidates.begin(),
                candidates.begin() +
                    static_cast<std::ptrdiff_t>(std::min(candidates.size(), most_each)));
  }
  lookup_.will_read(next);
}

bool CopyFinder::are_one_story(Xapian::docid a, Xapian::docid b) {
  /// A few megabytes; a result of a thousand hits may need more, and reads some texts again.
  constexpr std::size_t most_known = 1000;
  if (known_.size() > most_known) known_.clear();
  return is_one_story(likeness(known(a).text, known(b).text));
}

bool CopyFinder::was_published_before(Xapian::docid a, Xapian::docid b) {
  const auto& time_a = known(a).published;
  const auto& time_b = known(b).published;
  return time_a && (!time_b || *time_a < *time_b);
}

std::vector<Xapian::docid> CopyFinder::candidates_of(Xapian::docid document) {
  lookup_.will_find_copies_of({document});
  const Sketch mine = sketch(document);
  std::vector<Xapian::docid> sharing;
  std::vector<Xapian::docid> sharing_rare;
  for (const std::uint32_t number : mine) {
    const SketchLookup::Holders holders = lookup_.holders_of(number);
    const auto add_to = [&holders](std::vector<Xapian::docid>& list) {
      list.insert(list.end(), holders.documents.begin(), holders.documents.end());
    };
    add_to(sharing);
    if (holders.count <= rare) add_to(sharing_rare);
  }
  std::sort(sharing.begin(), sharing.end());
  std::sort(sharing_rare.begin(), sharing_rare.end());
  struct Candidate {
    std::size_t shared = 0;
    Xapian::docid document = 0;
  };
  std::vector<Candidate> candidates;
  for (auto at = sharing.begin(); at != sharing.end();) {
    const auto end = std::upper_bound(at, sharing.end(), *at);
    const auto shared = static_cast<std::size_t>(end - at);
    const bool tells =
        shared > 1 || std::binary_search(sharing_rare.begin(), sharing_rare.end(), *at);
    if (*at != document && tells && may_be_copies(mine.size(), sketch(*at).size(), shared)) {
      candidates.push_back({shared, *at});
    }
    at = end;
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.shared > b.shared; });
  std::vector<Xapian::docid> documents;
  documents.reserve(candidates.size());
  for (const Candidate& candidate : candidates) documents.push_back(candidate.document);
  return documents;
}

/// The articles that are one story with this one, itself first, and those that are one with these.
std::vector<Xapian::docid> CopyFinder::tellers_of(Xapian::docid document) {
  constexpr std::size_t most_asked = 16;  // a story with more copies has found them by then
  constexpr int most_failures = 6;
  std::vector<Xapian::docid> tellers{document};
  for (std::size_t asked = 0; asked < std::min(most_asked, tellers.size()); ++asked) {
    const Xapian::docid teller = tellers[asked];
    int failures = 0;
    for (const Xapian::docid candidate : candidates_of(teller)) {
      if (std::find(tellers.begin(), tellers.end(), candidate) != tellers.end()) continue;
      if (failures == most_failures) break;
      if (are_one_story(teller, candidate)) {
        tellers.push_back(candidate);
        failures = 0;
      } else {
        ++failures;
      }
    }
  }
  return tellers;
}

std::vector<Copy> CopyFinder::copies_of(Xapian::docid document) {
  std::vector<Xapian::docid> tellers = tellers_of(document);
  if (tellers.size() == 1) return {};
  // Their numbers depend on how the index is divided into segments.
  std::map<Xapian::docid, std::string> orders;
  for (const Xapian::docid teller : tellers) orders[teller] = known(teller).order;
  std::sort(tellers.begin() + 1, tellers.end(), [&orders](Xapian::docid a, Xapian::docid b) {
    return std::tie(orders[a], a) < std::tie(orders[b], b);
  });
  std::vector<Copy> copies;
  std::set<std::string> identities;  // while an update is finished, two versions may be visible
  for (const Xapian::docid teller : tellers) {
    const Known& copy = known(teller);
    const bool fresh = identities.insert(copy.identity).second;
    if (!fresh || teller == document) continue;
    copies.push_back({.document = teller, .id = copy.id, .outlet = copy.outlet});
  }
  return copies;
}

}  // namespace news
