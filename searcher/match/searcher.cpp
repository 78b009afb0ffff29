// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/match/searcher.hpp"

#include "news/base/error.hpp"
#include "news/index/schema.hpp"
#include "searcher/match/date_order.hpp"
#include "searcher/query/parser.hpp"
#include "searcher/rank/feedback.hpp"
#include "searcher/rank/word_weight.hpp"

#include <algorithm>
#include <utility>

namespace news {

namespace {

/// Matches that are looked at beyond those asked for, so that small totals are exact.
constexpr Xapian::doccount counted_matches = 1000;

/// A writer commits at most every few seconds, and an attempt takes milliseconds.
constexpr int max_attempts = 20;

/// The languages of the articles, the most frequent first. All of them: an article is found by the
/// stems of its own language only, however rare it is. Where some articles have none that is known,
/// that is the last one.
std::vector<Language> languages_in(const Xapian::Database& database) {
  std::vector<std::pair<Xapian::doccount, Language>> counts;
  const std::string prefix(schema::language);
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    const auto language = Language::parse((*term).substr(prefix.size()));
    if (language) counts.emplace_back(term.get_termfreq(), *language);
  }
  std::sort(counts.rbegin(), counts.rend());
  std::vector<Language> languages;
  Xapian::doccount known = 0;
  for (const auto& [count, language] : counts) {
    languages.push_back(language);
    known += count;
  }
  if (known < database.get_doccount()) languages.emplace_back();
  return languages;
}

}  // namespace

Searcher::Searcher(std::vector<std::filesystem::path> indexes, std::chrono::sys_days today)
    : indexes_(std::move(indexes)), today_(today) {
  open();
}

void Searcher::open() {
  index_ = open_index(indexes_);
  articles_ = ArticleStore(index_.segments);
  languages_ =
      index_.database.size() == 0 ? std::vector<Language>() : languages_in(index_.database);
}

/// Runs `attempt` until no writer disturbs it.
template <typename Attempt>
auto Searcher::with_retries(Attempt attempt) {
  for (int tries = 1;; ++tries) {
    try {
      return attempt();
    } catch (const Xapian::DatabaseModifiedError&) {
      if (tries == max_attempts) {
        throw IndexError(indexes_.front().string(), "is changed faster than it can be read",
                         "Try again.");
      }
    } catch (const Xapian::DatabaseError& error) {
      // A segment that was merged away looks damaged to those who still had it open.
      if (tries > 1) {
        throw IndexError(indexes_.front().string(), error.get_description(),
                         "Verify it: news-index --check.");
      }
    }
    open();
  }
}

SearchResult Searcher::search(const SearchRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  SearchResult result = with_retries([&] { return attempt(request); });
  result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return result;
}

SearchResult Searcher::attempt(const SearchRequest& request) {
  SearchResult result;
  result.query = request.query;
  const QueryNode root = tree_of(request, result.notes);
  result.read_as = to_text(root);
  TranslatedQuery translated = translate_query(
      root, {.languages = languages_, .require_all = request.require_all, .today = today_});
  std::move(translated.notes.begin(), translated.notes.end(), std::back_inserter(result.notes));
  if (translated.is_empty) {
    result.notes.emplace_back("has no word to search for");
    return result;
  }
  if (index_.database.size() == 0) return result;
  const Matches matches = match(request, translated);
  result.total = matches.set.get_matches_estimated();
  result.total_is_exact =
      matches.set.get_matches_lower_bound() == matches.set.get_matches_upper_bound();
  if (request.explain) {
    for (const FeedbackTerm& term : matches.feedback) result.feedback.push_back(word_of(term));
  }
  result.hits = hits_of(matches, request, translated.terms);
  return result;
}

/// The query with the filters of the request as further conditions.
QueryNode Searcher::tree_of(const SearchRequest& request, std::vector<std::string>& notes) const {
  ParsedQuery parsed = parse_query(request.query);
  if (!parsed.note.empty()) notes.push_back(std::move(parsed.note));
  if (request.filters.empty()) return std::move(parsed.root);
  QueryNode root{.kind = QueryNode::Kind::all};
  const bool has_query = parsed.root.is_leaf() || !parsed.root.children.empty();
  if (has_query) root.children.push_back(std::move(parsed.root));
  for (const Filter& filter : request.filters) {
    root.children.push_back(
        {.kind = QueryNode::Kind::phrase, .field = filter.field, .text = filter.text});
  }
  return root;
}

Searcher::Matches Searcher::match(const SearchRequest& request, const TranslatedQuery& translated) {
  Xapian::Enquire enquire(index_.database);
  enquire.set_weighting_scheme(WordWeight(request.ranking));
  if (index_.may_have_replaced_articles) enquire.set_collapse_key(schema::identity_slot);
  // What only filters find is equally good; the news comes first.
  const bool by_date = request.sort != SortOrder::relevance || !translated.has_words;
  DateOrder date_order(request.sort == SortOrder::oldest);
  if (by_date) {
    enquire.set_sort_by_key(&date_order, false);
  } else {
    enquire.set_sort_by_relevance_then_value(schema::order_slot, false);
  }
  Matches matches;
  matches.parts = {{"words", translated.query}};
  if (!by_date) add_parts(request, translated, enquire, matches);
  enquire.set_query(ranked_by(matches.parts));
  const auto offset = static_cast<Xapian::doccount>(request.offset);
  const auto limit = static_cast<Xapian::doccount>(request.limit);
  const Xapian::doccount all = index_.database.get_doccount();
  matches.set = enquire.get_mset(offset, limit, request.count_exactly ? all : counted_matches);
  return matches;
}

/// What orders the articles that the words find. Those that the feedback is taken from are the best
/// of all, whichever hits are asked for, so that pages fit together.
void Searcher::add_parts(const SearchRequest& request, const TranslatedQuery& translated,
                         Xapian::Enquire& enquire, Matches& matches) {
  if (request.limit == 0 || translated.words.empty()) return;
  const RankingProfile& profile = request.ranking;
  const RankingClauses clauses(index_.database, translated.words, profile);
  for (RankingPart& part : clauses.parts(today_)) matches.parts.push_back(std::move(part));
  if (!profile.has_feedback()) return;
  enquire.set_query(ranked_by(matches.parts));
  const Xapian::MSet best =
      enquire.get_mset(0, static_cast<Xapian::doccount>(profile.feedback_articles));
  matches.feedback = feedback_terms(index_.database, best, profile);
  if (!matches.feedback.empty()) matches.parts.push_back(clauses.feedback(matches.feedback));
}

std::vector<Hit> Searcher::hits_of(const Matches& matches, const SearchRequest& request,
                                   const QueryTerms& terms) {
  ScoreParts score_parts;
  if (request.explain) {
    score_parts = explain_scores(index_.database, matches.set, matches.parts, request.ranking);
  }
  std::vector<Hit> hits;
  hits.reserve(matches.set.size());
  for (auto match = matches.set.begin(); match != matches.set.end(); ++match) {
    Hit hit;
    hit.rank = match.get_rank() + 1;
    hit.score = match.get_weight();
    if (request.explain) hit.score_parts = std::move(score_parts[*match]);
    hit.article = articles_.read(match.get_document());
    if (request.with_snippets) {
      hit.snippet = snippets_.make(hit.article, terms);
      hit.title_highlights = snippets_.highlights(hit.article.title, hit.article.language, terms);
    }
    hits.push_back(std::move(hit));
  }
  return hits;
}

std::vector<Article> Searcher::find_by_id(const std::string& id) {
  return with_retries([&] {
    std::vector<Article> articles;
    const std::string term = schema::term(schema::own_id, id);
    if (index_.database.size() == 0) return articles;
    for (auto match = index_.database.postlist_begin(term);
         match != index_.database.postlist_end(term); ++match) {
      articles.push_back(articles_.read(index_.database.get_document(*match)));
    }
    return articles;
  });
}

}  // namespace news
