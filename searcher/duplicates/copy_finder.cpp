// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/duplicates/copy_finder.hpp"

#include "news/article/identity.hpp"
#include "news/index/schema.hpp"
#include "searcher/duplicates/likeness.hpp"
#include "searcher/duplicates/near_identity.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

namespace news {

namespace {

/// Articles that are compared in vain, one after the other, until no more are.
constexpr int most_failures = 6;

/// Whether sketches have half of the smaller one in common.
bool look_like_copies(const Sketch& a, const Sketch& b) {
  Sketch common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  return !common.empty() && 2 * common.size() >= std::min(a.size(), b.size());
}

}  // namespace

bool may_be_copies(std::size_t a, std::size_t b, std::size_t shared) {
  return shared > 0 && 8 * shared >= std::min(a, b);
}

CopyFinder::CopyFinder(const Xapian::Database& database, SketchLookup& sketches,
                       ArticleStore& articles)
    : database_(database), lookup_(sketches), articles_(articles) {}

std::vector<Xapian::docid> CopyFinder::will_ask(const std::vector<Xapian::docid>& documents,
                                                std::size_t stories) {
  if (!lookup_.is_far()) return documents;
  std::vector<Xapian::docid> chosen;
  for (const Xapian::docid document : documents) {
    if (chosen.size() == stories) break;
    const bool is_copy = std::any_of(chosen.begin(), chosen.end(), [&](Xapian::docid other) {
      return look_like_copies(sketch(other), sketch(document));
    });
    if (!is_copy) chosen.push_back(document);
  }
  lookup_.will_find_copies_of(chosen);
  // Likely copies will all be read, and a few others before the search for copies is given up.
  constexpr int most_others = 2;
  std::vector<Xapian::docid> next = chosen;
  for (const Xapian::docid document : chosen) {
    int others = 0;
    for (const Xapian::docid candidate : candidates_of(document)) {
      if (!look_like_copies(sketch(document), sketch(candidate)) && ++others > most_others) break;
      next.push_back(candidate);
    }
  }
  lookup_.will_find_copies_of(next);  // copies of copies tell the story, too
  lookup_.will_read(next);
  return chosen;
}

const Sketch& CopyFinder::sketch(Xapian::docid document) {
  const auto [entry, fresh] = sketches_.try_emplace(document);
  if (fresh) entry->second = lookup_.sketch_of(document);
  return entry->second;
}

CopyFinder::Known& CopyFinder::known(Xapian::docid document) {
  const auto [entry, fresh] = known_.try_emplace(document);
  if (fresh) entry->second.article = articles_.read(database_, document);
  return entry->second;
}

const StoryText& CopyFinder::text_of(Known& known) {
  if (!known.text) known.text = story_text(known.article);
  return *known.text;
}

CopyFinder::Relation CopyFinder::compare(Xapian::docid a, Xapian::docid b) {
  /// A few megabytes; a result of a thousand hits may need more, and reads some texts again.
  constexpr std::size_t most_known = 1000;
  if (known_.size() > most_known) known_.clear();
  Known& one = known(a);
  Known& other = known(b);
  if (are_nearly_identical(one.article, other.article)) return Relation::nearly_identical;
  const Likeness alike = likeness(text_of(one), text_of(other));
  if (!is_one_story(alike)) return Relation::other_story;
  return is_nearly_identical(alike) ? Relation::nearly_identical : Relation::one_story;
}

bool CopyFinder::are_one_story(Xapian::docid a, Xapian::docid b) {
  return compare(a, b) != Relation::other_story;
}

bool CopyFinder::was_published_before(Xapian::docid a, Xapian::docid b) {
  const std::optional<Timestamp>& time_a = known(a).article.published;
  const std::optional<Timestamp>& time_b = known(b).article.published;
  return time_a && (!time_b || time_a->to_unix_seconds() < time_b->to_unix_seconds());
}

/// Looks at the other sketch only where its size matters.
bool CopyFinder::share_enough(const Sketch& mine, Xapian::docid other, std::size_t shared) {
  return may_be_copies(mine.size(), mine.size(), shared) ||
         may_be_copies(mine.size(), sketch(other).size(), shared);
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
    if (*at != document && tells && share_enough(mine, *at, shared)) {
      candidates.push_back({shared, *at});
    }
    at = end;
  }
  // Where not all will be compared, it matters which come first: that must not depend on numbers of
  // documents, which depend on how the index is divided.
  const bool by_sketch = candidates.size() > static_cast<std::size_t>(most_failures);
  std::stable_sort(candidates.begin(), candidates.end(),
                   [&](const Candidate& a, const Candidate& b) {
                     if (a.shared != b.shared || !by_sketch) return a.shared > b.shared;
                     return sketch(a.document) < sketch(b.document);
                   });
  std::vector<Xapian::docid> documents;
  documents.reserve(candidates.size());
  for (const Candidate& candidate : candidates) documents.push_back(candidate.document);
  return documents;
}

std::vector<Xapian::docid> CopyFinder::tellers_of(Xapian::docid document) {
  constexpr std::size_t most_asked = 16;  // a story with more copies has found them by then
  std::vector<Xapian::docid> tellers{document};
  // Who else tells it is asked of each that has a text of its own; the others would say the same.
  std::vector<Xapian::docid> to_ask{document};
  for (std::size_t asked = 0; asked < std::min(most_asked, to_ask.size()); ++asked) {
    const Xapian::docid teller = to_ask[asked];
    int failures = 0;
    for (const Xapian::docid candidate : candidates_of(teller)) {
      if (std::find(tellers.begin(), tellers.end(), candidate) != tellers.end()) continue;
      if (failures == most_failures) break;
      const Relation relation = compare(teller, candidate);
      failures = relation == Relation::other_story ? failures + 1 : 0;
      if (relation == Relation::other_story) continue;
      tellers.push_back(candidate);
      if (relation == Relation::one_story) to_ask.push_back(candidate);
    }
  }
  return tellers;
}

/// Their numbers depend on how the index is divided into segments; this does not.
void CopyFinder::sort_by_place(std::vector<Xapian::docid>& documents) {
  std::map<Xapian::docid, std::string> places;
  for (const Xapian::docid document : documents) {
    const Article& article = known(document).article;
    places[document] = schema::order_key(article.origin.record, identity_of(article));
  }
  std::sort(documents.begin(), documents.end(), [&places](Xapian::docid a, Xapian::docid b) {
    return std::tie(places[a], a) < std::tie(places[b], b);
  });
}

std::vector<Copy> CopyFinder::copies_among(std::vector<Xapian::docid> tellers,
                                           Xapian::docid document) {
  if (tellers.size() == 1) return {};
  // While an update is finished, two versions of an article may be visible.
  std::set<std::string> identities{identity_of(known(document).article)};
  sort_by_place(tellers);
  std::vector<Copy> copies;
  for (const Xapian::docid teller : tellers) {
    const Article& article = known(teller).article;
    if (teller == document || !identities.insert(identity_of(article)).second) continue;
    copies.push_back({.document = teller, .id = display_id(article), .outlet = article.outlet});
  }
  return copies;
}

}  // namespace news
