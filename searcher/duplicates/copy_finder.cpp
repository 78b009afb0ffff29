// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/duplicates/copy_finder.hpp"

#include "news/article/identity.hpp"
#include "news/index/schema.hpp"
#include "searcher/duplicates/likeness.hpp"
#include "searcher/duplicates/near_identity.hpp"

#include <algorithm>
#include <set>

namespace news {

bool may_be_copies(std::size_t a, std::size_t b, std::size_t shared) {
  return shared > 0 && 8 * shared >= std::min(a, b);
}

CopyFinder::CopyFinder(const Xapian::Database& database, ArticleStore& articles)
    : database_(database), articles_(articles) {}

const Sketch& CopyFinder::sketch(Xapian::docid document) {
  const auto [entry, fresh] = sketches_.try_emplace(document);
  if (!fresh) return entry->second;
  auto term = database_.termlist_begin(document);
  const auto end = database_.termlist_end(document);
  term.skip_to(std::string(schema::sketch));
  for (; term != end; ++term) {
    const std::string name = *term;
    if (!name.starts_with(schema::sketch)) break;
    if (const auto number = schema::sketch_number(name)) entry->second.push_back(*number);
  }
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
  /// What more articles have in common is a turn of phrase, and alone no sign of a copy.
  constexpr std::ptrdiff_t rare = 8;
  const Sketch mine = sketch(document);
  std::vector<Xapian::docid> sharing;
  std::vector<Xapian::docid> sharing_rare;
  for (const std::uint32_t number : mine) {
    const std::string term = schema::sketch_term(number);
    if (database_.get_termfreq(term) < 2) continue;  // mostly; and cheaper than to open the list
    const auto before = static_cast<std::ptrdiff_t>(sharing.size());
    sharing.insert(sharing.end(), database_.postlist_begin(term), database_.postlist_end(term));
    const auto begin = sharing.begin() + before;
    if (sharing.end() - begin <= rare) {
      sharing_rare.insert(sharing_rare.end(), begin, sharing.end());
    }
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
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.shared > b.shared; });
  std::vector<Xapian::docid> documents;
  documents.reserve(candidates.size());
  for (const Candidate& candidate : candidates) documents.push_back(candidate.document);
  return documents;
}

std::vector<Xapian::docid> CopyFinder::tellers_of(Xapian::docid document) {
  constexpr std::size_t most_asked = 16;  // a story with more copies has found them by then
  constexpr int most_failures = 6;
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

std::vector<Copy> CopyFinder::copies_among(std::vector<Xapian::docid> tellers,
                                           Xapian::docid document) {
  if (tellers.size() == 1) return {};
  // While an update is finished, two versions of an article may be visible.
  std::set<std::string> identities{identity_of(known(document).article)};
  std::sort(tellers.begin(), tellers.end());
  std::vector<Copy> copies;
  for (const Xapian::docid teller : tellers) {
    const Article& article = known(teller).article;
    if (teller == document || !identities.insert(identity_of(article)).second) continue;
    copies.push_back({.document = teller, .id = display_id(article), .outlet = article.outlet});
  }
  return copies;
}

}  // namespace news
