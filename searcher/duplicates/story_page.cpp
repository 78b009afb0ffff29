// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/duplicates/story_page.hpp"

#include <algorithm>
#include <limits>
#include <span>
#include <unordered_set>

namespace news {

namespace {

/// One walk over matches in the order of their rank.
class Walk {
 public:
  Walk(CopyFinder& finder, const StoryPageRequest& request)
      : finder_(finder), request_(request), ranking_(finder, request.by_score) {}

  /// False, and nothing is done, if the page is full and the match cannot change it any more.
  bool take(const RankedMatch& match) {
    if (is_full() && !is_tie(match)) return false;
    if (ranking_.add(match) && is_wanted(ranking_.stories().back())) {
      kept_.push_back(ranking_.stories().size() - 1);
    }
    return true;
  }

  /// Announces the next matches that may begin stories, as many as the page lacks.
  void look_ahead(std::span<const RankedMatch> next) {
    if (announced_.contains(next.front().id) || ranking_.is_told(next.front().id)) return;
    std::vector<Xapian::docid> documents;
    for (const RankedMatch& match : next) {
      if (!ranking_.is_told(match.id)) documents.push_back(match.id);
    }
    const std::size_t page = request_.offset + request_.limit;
    const std::size_t lacking = page - std::min(page, kept_.size());
    const auto asked = finder_.will_ask(documents, std::max<std::size_t>(lacking, 1));
    announced_.insert(asked.begin(), asked.end());
  }

  bool is_full() const {
    return !request_.count_all && kept_.size() >= request_.offset + request_.limit;
  }

  StoryPage page(bool saw_all) {
    StoryPage page{.stories = {}, .stories_seen = kept_.size(), .saw_all = saw_all};
    const std::size_t begin = std::min(request_.offset, kept_.size());
    const std::size_t end = std::min(kept_.size(), begin + request_.limit);
    for (std::size_t i = begin; i < end; ++i) {
      const StoryRanking::Story& story = ranking_.stories()[kept_[i]];
      page.stories.push_back({.match = story.match,
                              .article = finder_.article(story.match.id),
                              .copies = finder_.copies_among(story.tellers, story.match.id)});
    }
    return page;
  }

 private:
  /// Of equal matches a later one may yet stand for the last story.
  bool is_tie(const RankedMatch& match) const {
    return request_.by_score && !kept_.empty() &&
           match.score == ranking_.stories()[kept_.back()].match.score;
  }

  bool is_wanted(const StoryRanking::Story& story) {
    return !request_.with_copies_only ||
           !finder_.copies_among(story.tellers, story.match.id).empty();
  }

  CopyFinder& finder_;
  const StoryPageRequest& request_;
  StoryRanking ranking_;
  std::unordered_set<Xapian::docid> announced_;
  std::vector<std::size_t> kept_;  ///< places in ranking_.stories()
};

}  // namespace

StoryPage page_of_stories(CopyFinder& finder, const StoryPageRequest& request,
                          const FirstMatches& first_matches) {
  constexpr std::size_t most = std::numeric_limits<Xapian::doccount>::max();
  std::size_t asked = request.count_all ? most : request.offset + request.limit + request.reserve;
  for (;; asked *= 4) {
    asked = std::min(asked, most);
    const std::vector<RankedMatch>& matches = first_matches(asked);
    Walk walk(finder, request);
    bool took_all = true;
    for (std::size_t i = 0; took_all && i < matches.size(); ++i) {
      walk.look_ahead(std::span(matches).subspan(i));
      took_all = walk.take(matches[i]);
    }
    const bool saw_all = took_all && matches.size() < asked;
    if (walk.is_full() || saw_all) return walk.page(saw_all);
  }
}

}  // namespace news
