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
                    [&words_b](const std::string& word) { return words_b.count(word) != 0; }));
  return shared > 0 && 2 * shared >= words_a.size() + words_b.size() - shared;
}

bool is_same_story(const Article& a, const Article& b) {
  const bool titled = !a.title_from_text && !b.title_from_text;
  return (titled && ascii::equals_ignoring_case(a.title, b.title)) || much_the_same(a.body, b.body);
}

bool is_exact_copy(const Article& a, const Article& b) {
  return a.title == b.title && a.body == b.body;
}

class Finder {
 public:
  Finder(const Xapian::Database& fresh, const std::vector<OlderSegment>& older)
      : fresh_(fresh), older_(older) {}

  Supersession run(const std::vector<std::string>& finished_sources) {
    const std::string prefix(schema::identity);
    for (auto term = fresh_.allterms_begin(prefix); term != fresh_.allterms_end(prefix); ++term) {
      const Ids ids = documents_with(fresh_, *term);
      if (ids.size() > 1) find_repeated(ids);
      find_older(*term, ids);
    }
    for (const std::string& path : finished_sources) drop_source(path);
    for (const auto& [name, ids] : deletions_) {
      found_.deletions[name] = Ids(ids.begin(), ids.end());
    }
    return std::move(found_);
  }

 private:
  /// Of several articles with one identity in the new segment, the last of each story is kept.
  void find_repeated(const Ids& ids) {
    std::vector<Article> kept;
    for (auto id = ids.rbegin(); id != ids.rend(); ++id) {
      Article article = stored(fresh_, *id);
      const bool everywhere = identity_of(article).scope == IdentityScope::everywhere;
      const bool sole = everywhere && ids.size() == 2;
      const bool goes = std::any_of(kept.begin(), kept.end(), [&](const Article& later) {
        if (later.origin.path == article.origin.path) return is_exact_copy(article, later);
        return sole || is_same_story(article, later);
      });
      if (goes) {
        found_.repeated.push_back(*id);
      } else {
        kept.push_back(std::move(article));
      }
    }
  }

  void find_older(const std::string& term, const Ids& fresh_ids) {
    bool updates = false;
    for (const OlderSegment& segment : older_) {
      const Ids older_ids = documents_with(segment.database, term);
      for (const Xapian::docid id : older_ids) {
        const bool sole = fresh_ids.size() == 1 && older_ids.size() == 1;
        if (!replaces(fresh_ids, segment, id, sole)) continue;
        deletions_[segment.name].insert(id);
        updates = true;
      }
    }
    if (updates) ++found_.updated;
  }

  bool replaces(const Ids& fresh_ids, const OlderSegment& segment, Xapian::docid id, bool sole) {
    const Article older = stored(segment.database, id);
    const bool everywhere = identity_of(older).scope == IdentityScope::everywhere;
    return std::any_of(fresh_ids.begin(), fresh_ids.end(), [&](Xapian::docid fresh_id) {
      const Article article = stored(fresh_, fresh_id);
      if (article.origin.path == older.origin.path) {
        return !segment.of_this_run || is_exact_copy(article, older);
      }
      return (sole && everywhere) || is_same_story(article, older);
    });
  }

  void drop_source(const std::string& path) {
    const std::string term = schema::term(schema::source, path);
    for (const OlderSegment& segment : older_) {
      if (segment.of_this_run) continue;
      for (const Xapian::docid id : documents_with(segment.database, term)) {
        if (deletions_[segment.name].insert(id).second) ++found_.dropped;
      }
    }
  }

  const Xapian::Database& fresh_;
  const std::vector<OlderSegment>& older_;
  std::map<std::string, std::set<Xapian::docid>> deletions_;
  Supersession found_;
};

}  // namespace

Supersession find_superseded(const Xapian::Database& fresh, const std::vector<OlderSegment>& older,
                             const std::vector<std::string>& finished_sources) {
  return Finder(fresh, older).run(finished_sources);
}

}  // namespace news
