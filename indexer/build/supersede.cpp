// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/supersede.hpp"

#include "news/article/identity.hpp"
#include "news/article/stored_article.hpp"
#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"
#include "news/index/schema.hpp"
#include "news/text/tokenizer.hpp"

#include <algorithm>
#include <set>
#include <unordered_set>
#include <utility>

namespace news {

namespace {

using Ids = std::vector<Xapian::docid>;

Ids documents_with(const Xapian::Database& database, const std::string& term) {
  return {database.postlist_begin(term), database.postlist_end(term)};
}

Article stored(const Xapian::Database& database, Xapian::docid id) {
  return from_stored(database.get_document(id).get_data());
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

/// Whether two texts begin with half of their words in common.
bool much_the_same(const std::string& a, const std::string& b) {
  const auto words_a = words_of(a);
  const auto words_b = words_of(b);
  const auto shared = static_cast<std::size_t>(
      std::count_if(words_a.begin(), words_a.end(),
                    [&words_b](const std::string& word) { return words_b.contains(word); }));
  return shared > 0 && 2 * shared >= words_a.size() + words_b.size() - shared;
}

bool is_same_story(const Article& a, const Article& b) {
  const bool titled = !a.title_from_text && !b.title_from_text;
  return (titled && ascii::equals_ignoring_case(a.title, b.title)) || much_the_same(a.body, b.body);
}

bool is_exact_copy(const Article& a, const Article& b) {
  return a.title == b.title && a.body == b.body;
}

/// Whether `a` is surely the older version.
bool is_older(const Article& a, const Article& b) {
  const auto& time_a = a.modified ? a.modified : a.published;
  const auto& time_b = b.modified ? b.modified : b.published;
  return time_a && time_b && time_a->to_unix_seconds() < time_b->to_unix_seconds();
}

/// An article and where it is.
struct Version {
  Xapian::docid id = 0;
  Article article;

  bool is_known_everywhere() const {
    return identity_of(article).scope == IdentityScope::everywhere;
  }
};

class Finder {
 public:
  Finder(const Xapian::Database& fresh, const std::vector<OlderSegment>& older)
      : fresh_(fresh), older_(older) {}

  Supersession run(const std::vector<std::string>& finished_sources) {
    const std::string prefix(schema::identity);
    for (auto term = fresh_.allterms_begin(prefix); term != fresh_.allterms_end(prefix); ++term) {
      look_at(*term);
    }
    for (const std::string& path : finished_sources) drop_source(path);
    return std::move(found_);
  }

 private:
  /// Settles the articles of one identity.
  void look_at(const std::string& term) {
    const Ids ids = documents_with(fresh_, term);
    const bool in_older = std::any_of(
        older_.begin(), older_.end(),
        [&](const OlderSegment& segment) { return segment.database.term_exists(term); });
    if (ids.size() == 1 && !in_older) return;
    identity_ = term.substr(schema::identity.size());
    std::vector<Version> versions = versions_of(fresh_, ids);
    drop_repeated(versions);
    bool updates = false;
    for (const OlderSegment& segment : older_) {
      const std::vector<Version> older =
          versions_of(segment.database, documents_with(segment.database, term));
      const bool sole = versions.size() == 1 && older.size() == 1;
      for (const Version& version : older) updates |= settle(version, segment, sole, versions);
    }
    if (updates) ++found_.updated;
  }

  static std::vector<Version> versions_of(const Xapian::Database& database, const Ids& ids) {
    std::vector<Version> versions;
    for (const Xapian::docid id : ids) versions.push_back({id, stored(database, id)});
    return versions;
  }

  /// Of several articles in the new segment, leaves those that are different stories.
  void drop_repeated(std::vector<Version>& versions) {
    const bool sole = versions.size() == 2 && versions.front().is_known_everywhere();
    std::vector<Version> kept;
    for (Version& version : versions) {
      const auto same = std::find_if(kept.begin(), kept.end(), [&](const Version& other) {
        return is_same(version.article, other.article, sole);
      });
      if (same == kept.end()) {
        kept.push_back(std::move(version));
        continue;
      }
      // The later one in the input, unless it is older news.
      if (!is_older(version.article, same->article)) std::swap(*same, version);
      found_.repeated.push_back(version.id);
      shadow(version.article, same->article);
    }
    versions = std::move(kept);
  }

  /// Two articles of one reading.
  static bool is_same(const Article& a, const Article& b, bool sole) {
    if (a.origin.path == b.origin.path) return is_exact_copy(a, b);
    return sole || is_same_story(a, b);
  }

  /// Decides between an older version and the new ones. True if it is replaced.
  bool settle(const Version& older, const OlderSegment& segment, bool sole,
              std::vector<Version>& versions) {
    for (auto fresh = versions.begin(); fresh != versions.end(); ++fresh) {
      const bool same_source = fresh->article.origin.path == older.article.origin.path;
      if (same_source && !segment.of_this_run) {
        replace(older, segment);
        return true;
      }
      if (!is_same(fresh->article, older.article, sole && older.is_known_everywhere())) continue;
      if (!same_source && is_older(fresh->article, older.article)) {
        found_.repeated.push_back(fresh->id);
        shadow(fresh->article, older.article);
        versions.erase(fresh);
        return false;
      }
      replace(older, segment);
      shadow(older.article, fresh->article);
      return true;
    }
    return false;
  }

  void replace(const Version& older, const OlderSegment& segment) {
    found_.replaced[segment.name].push_back(older.id);
    gone_[segment.name].insert(older.id);
  }

  void shadow(const Article& given_up, const Article& kept) {
    if (given_up.origin.path != kept.origin.path) {
      found_.shadowed[identity_] = given_up.origin.path;
    }
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

  const Xapian::Database& fresh_;
  const std::vector<OlderSegment>& older_;
  std::string identity_;  ///< that is being looked at
  std::map<std::string, std::set<Xapian::docid>> gone_;
  Supersession found_;
};

}  // namespace

Supersession find_superseded(const Xapian::Database& fresh, const std::vector<OlderSegment>& older,
                             const std::vector<std::string>& finished_sources) {
  return Finder(fresh, older).run(finished_sources);
}

}  // namespace news
