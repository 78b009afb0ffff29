// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/supersede.hpp"

#include "news/article/identity.hpp"
#include "news/base/ascii.hpp"
#include "news/base/hash.hpp"
#include "news/base/utf8.hpp"
#include "news/index/article_store.hpp"
#include "news/index/schema.hpp"
#include "news/text/tokenizer.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace news {

namespace {

using Ids = std::vector<Xapian::docid>;

Ids documents_with(const Xapian::Database& database, const std::string& term) {
  return {database.postlist_begin(term), database.postlist_end(term)};
}

std::unordered_set<std::string> words_of(const std::string& body) {
  constexpr std::size_t looked_at_bytes = 4096;
  thread_local Tokenizer tokenizer;
  std::unordered_set<std::string> set;
  for (const Word& word : tokenizer.tokenize(utf8::truncate(body, looked_at_bytes))) {
    set.emplace(word.plain);
  }
  return set;
}

/// Whether `a` is surely the older version.
bool is_older(const Article& a, const Article& b) {
  const auto& time_a = a.modified ? a.modified : a.published;
  const auto& time_b = b.modified ? b.modified : b.published;
  return time_a && time_b && time_a->to_unix_seconds() < time_b->to_unix_seconds();
}

/// An article and where it is. The words of its text are taken out once, when they are asked for.
class Version {
 public:
  Version(Xapian::docid id, Article article)
      : id_(id),
        article_(std::move(article)),
        digest_(hash_of(article_.title + '\0' + article_.body)) {}

  Xapian::docid id() const { return id_; }
  const Article& article() const { return article_; }
  const std::string& path() const { return article_.origin.path; }

  /// Of title and body: the same for copies to the letter.
  const std::string& digest() const { return digest_; }
  bool is_copy_of(const Version& other) const { return digest_ == other.digest_; }

  bool tells_story_of(const Version& other) const {
    const bool titled = !article_.title_from_text && !other.article_.title_from_text;
    return (titled && ascii::equals_ignoring_case(article_.title, other.article_.title)) ||
           is_much_like(other);
  }

 private:
  /// Whether two texts begin with half of their words in common.
  bool is_much_like(const Version& other) const {
    const auto& a = words();
    const auto& b = other.words();
    const auto shared = static_cast<std::size_t>(std::count_if(
        a.begin(), a.end(), [&b](const std::string& word) { return b.contains(word); }));
    return shared > 0 && 2 * shared >= a.size() + b.size() - shared;
  }

  const std::unordered_set<std::string>& words() const {
    if (!words_) words_ = words_of(article_.body);
    return *words_;
  }

  Xapian::docid id_;
  Article article_;
  std::string digest_;
  mutable std::optional<std::unordered_set<std::string>> words_;
};

class Finder {
 public:
  Finder(const Xapian::Database& fresh, const std::vector<OlderSegment>& older,
         const FinishedSources& finished)
      : fresh_(fresh),
        older_(older),
        finished_(finished),
        whole_(finished.whole.begin(), finished.whole.end()) {}

  Supersession run() {
    const std::string prefix(schema::identity);
    for (auto term = fresh_.allterms_begin(prefix); term != fresh_.allterms_end(prefix); ++term) {
      if (term.get_termfreq() > 1 || is_in_older(*term)) look_at(*term);
    }
    for (const std::string& path : finished_.whole) drop_source(path);
    for (const std::string& path : finished_.partial) count_kept(path);
    return std::move(found_);
  }

 private:
  bool is_in_older(const std::string& term) const {
    return std::any_of(older_.begin(), older_.end(), [&](const OlderSegment& segment) {
      return segment.database.term_exists(term);
    });
  }

  /// Settles the articles of one identity.
  void look_at(const std::string& term) {
    identity_ = term.substr(schema::identity.size());
    std::vector<Version> versions = versions_of(fresh_, term);
    crowded_ = versions.size() > most_versions;
    drop_repeated(versions);
    bool updates = false;
    for (const OlderSegment& segment : older_) {
      const std::vector<Version> older = versions_of(segment.database, term);
      crowded_ |= older.size() > most_versions;
      for (const Version& version : older) updates |= settle(version, segment, versions);
    }
    if (updates) ++found_.updated;
  }

  std::vector<Version> versions_of(const Xapian::Database& segment, const std::string& term) {
    const auto articles = articles_.try_emplace(segment.get_uuid(), std::vector{segment}).first;
    std::vector<Version> versions;
    for (const Xapian::docid id : documents_with(segment, term)) {
      versions.emplace_back(id, articles->second.read(segment.get_document(id)));
    }
    return versions;
  }

  /// Of several articles in the new segment, leaves those that are different stories.
  void drop_repeated(std::vector<Version>& versions) {
    std::vector<Version> kept;
    std::unordered_map<std::string, std::size_t> places;  // in `kept`, by digest
    for (Version& version : versions) {
      const auto copy = places.find(version.digest());
      const std::size_t place = copy != places.end() ? copy->second : place_of_same(version, kept);
      places.emplace(version.digest(), place);
      if (place == kept.size()) {
        kept.push_back(std::move(version));
        continue;
      }
      Version& same = kept[place];
      // The later one in the input, unless it is older news.
      if (!is_older(version.article(), same.article())) std::swap(same, version);
      found_.repeated.push_back(version.id());
      shadow(version, same);
    }
    versions = std::move(kept);
  }

  /// Where `kept` has the same story; its size if nowhere.
  std::size_t place_of_same(const Version& version, const std::vector<Version>& kept) const {
    if (crowded_) return kept.size();  // only copies are the same, and they are known
    const auto same = std::find_if(kept.begin(), kept.end(),
                                   [&](const Version& other) { return is_same(version, other); });
    return static_cast<std::size_t>(same - kept.begin());
  }

  /// Two articles of one identity.
  bool is_same(const Version& a, const Version& b) const {
    if (crowded_ || a.path() == b.path()) return a.is_copy_of(b);
    return a.tells_story_of(b);
  }

  /// Decides between an older version and the new ones. True if it is replaced.
  bool settle(const Version& older, const OlderSegment& segment, std::vector<Version>& versions) {
    for (auto fresh = versions.begin(); fresh != versions.end(); ++fresh) {
      const bool same_source = fresh->path() == older.path();
      if (same_source && !segment.of_this_run) {
        if (!is_met_again(older, *fresh)) continue;
        replace(older, segment);
        return true;
      }
      if (!is_same(*fresh, older)) continue;
      if (!same_source && is_older(fresh->article(), older.article())) {
        found_.repeated.push_back(fresh->id());
        shadow(*fresh, older);
        versions.erase(fresh);
        return false;
      }
      replace(older, segment);
      shadow(older, *fresh);
      return true;
    }
    return false;
  }

  /// Whether `fresh` is what a later reading of its source made of `older`.
  bool is_met_again(const Version& older, const Version& fresh) const {
    if (whole_.contains(older.path()) || fresh.is_copy_of(older)) return true;
    if (!crowded_ && fresh.tells_story_of(older)) return true;
    Article nameless;
    nameless.origin = older.article().origin;
    const bool known_by_place = identity_of(nameless) == identity_;
    return !known_by_place && older_versions_from(older.path()) == 1;
  }

  /// How many articles with the identity that is looked at older runs have made of a source.
  std::size_t older_versions_from(const std::string& path) const {
    std::size_t count = 0;
    for (const OlderSegment& segment : older_) {
      if (segment.of_this_run) continue;
      const Ids of_identity =
          documents_with(segment.database, schema::term(schema::identity, identity_));
      const Ids of_source = documents_with(segment.database, schema::term(schema::source, path));
      Ids both;
      std::set_intersection(of_identity.begin(), of_identity.end(), of_source.begin(),
                            of_source.end(), std::back_inserter(both));
      count += both.size();
    }
    return count;
  }

  void replace(const Version& older, const OlderSegment& segment) {
    found_.replaced[segment.name].push_back(older.id());
    gone_[segment.name].insert(older.id());
  }

  void shadow(const Version& given_up, const Version& kept) {
    if (given_up.path() != kept.path()) found_.shadowed[identity_].insert(given_up.path());
  }

  void drop_source(const std::string& path) {
    const std::string term = schema::term(schema::source, path);
    for (const OlderSegment& segment : older_) {
      if (segment.of_this_run) continue;
      for (const Xapian::docid id : documents_with(segment.database, term)) {
        if (gone_[segment.name].insert(id).second) found_.dropped[segment.name].push_back(id);
      }
    }
  }

  void count_kept(const std::string& path) {
    const std::string term = schema::term(schema::source, path);
    std::uint64_t kept = 0;
    for (const OlderSegment& segment : older_) {
      if (segment.of_this_run) continue;
      const std::set<Xapian::docid>& gone = gone_[segment.name];
      for (const Xapian::docid id : documents_with(segment.database, term)) {
        if (!gone.contains(id)) ++kept;
      }
    }
    if (kept > 0) found_.kept[path] = kept;
  }

  const Xapian::Database& fresh_;
  const std::vector<OlderSegment>& older_;
  const FinishedSources& finished_;
  const std::unordered_set<std::string> whole_;  ///< paths
  std::string identity_;                         ///< that is being looked at
  bool crowded_ = false;                         ///< too many articles have it
  std::map<std::string, std::set<Xapian::docid>> gone_;
  std::map<std::string, ArticleStore> articles_;  ///< by the segment's UUID
  Supersession found_;
};

}  // namespace

Supersession find_superseded(const Xapian::Database& fresh, const std::vector<OlderSegment>& older,
                             const FinishedSources& finished) {
  return Finder(fresh, older, finished).run();
}

}  // namespace news
