// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/match/searcher.hpp"

#include "news/base/error.hpp"
#include "news/base/utf8.hpp"
#include "news/cli/damage_guard.hpp"
#include "news/index/schema.hpp"
#include "searcher/duplicates/story_page.hpp"
#include "searcher/facet/publication_dates.hpp"
#include "searcher/match/accepted_articles.hpp"
#include "searcher/match/all_articles_terms.hpp"
#include "searcher/match/matcher.hpp"
#include "searcher/match/rarity.hpp"
#include "searcher/match/similar_articles.hpp"
#include "searcher/match/stop.hpp"
#include "searcher/query/parser.hpp"
#include "searcher/query/suggestion.hpp"
#include "searcher/remote/filter_query.hpp"
#include "searcher/remote/remote_matcher.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <thread>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace news {

namespace {

/// A query that finds fewer articles is likely to be misspelt.
constexpr Xapian::doccount few_matches = 3;

/// More of a body than this nobody reads for its highlights.
constexpr std::size_t highlighted_bytes = std::size_t{1} << 20U;

/// A second query of other machines takes longer than some more matches of the first.
constexpr std::size_t reserve_elsewhere = 390;

/// A writer commits at most every few seconds, and an attempt takes milliseconds.
constexpr int max_attempts = 20;
constexpr int max_attempts_on_damage = 5;
constexpr std::chrono::milliseconds pause_on_damage{10};

/// The languages of the articles, the most frequent first. All of them: an article is found by the
/// stems of its own language only, however rare it is. Where some articles have none that is known,
/// that is the last one.
std::vector<Language> languages_in(const Xapian::Database& database) {
  std::vector<std::pair<Xapian::doccount, Language>> counts;
  const std::string prefix(schema::language);
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    const auto language = Language::from_code((*term).substr(prefix.size()));
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

/// A query with filters as further conditions.
QueryNode with_filters(QueryNode query, const std::vector<Filter>& filters) {
  if (filters.empty()) return query;
  QueryNode root{.kind = QueryNode::Kind::all};
  const bool has_query = query.is_leaf() || !query.children.empty();
  if (has_query) root.children.push_back(std::move(query));
  for (const Filter& filter : filters) {
    root.children.push_back(
        {.kind = QueryNode::Kind::phrase, .field = filter.field, .text = filter.text});
  }
  return root;
}

QueryNode with_conditions(QueryNode query, const SearchRequest& request) {
  return with_filters(with_filters(std::move(query), request.filters), request.narrowed_by);
}

/// What a request counts: articles; stories where it asks for these.
void set_total(const SearchRequest& request, const Xapian::MSet& matches, const StoryPage& page,
               SearchResult& result) {
  if (request.counts_all()) return;  // they are counted already
  const bool of_stories = request.duplicates == Duplicates::only ||
                          (request.duplicates == Duplicates::hide && request.count_exactly);
  result.total = of_stories ? page.stories_seen : matches.get_matches_estimated();
  result.total_is_exact =
      of_stories ? page.saw_all
                 : matches.get_matches_lower_bound() == matches.get_matches_upper_bound();
}

}  // namespace

void Searcher::open() {
  // A search may meet a part that does not answer, and another one when it opens the rest again.
  index_ = open_everywhere(
      indexes_,
      {.timeout = shards_.timeout / 2, .left_out = left_out_, .require_all = shards_.require_all});
  opened_ = std::chrono::steady_clock::now();
  articles_ = ArticleStore(index_.segments, index_.remotes.size());
  frequencies_ = TermFrequencies(index_.database, is_elsewhere());
  vocabulary_.reset();
  if (is_elsewhere()) vocabulary_.emplace(index_.database);
  languages_ =
      index_.database.size() == 0 ? std::vector<Language>() : languages_in(index_.database);
}

/// Parts that are missing may be back.
void Searcher::try_missing_again() {
  constexpr std::chrono::seconds pause(10);
  failed_.clear();
  if (index_.missing.empty() || std::chrono::steady_clock::now() < opened_ + pause) return;
  left_out_.clear();
  is_open_ = false;
}

/// A server ends connections that are idle for long, so the first time a lost one is opened anew.
void Searcher::leave_out(const Xapian::NetworkError& error) {
  const bool waited = std::string_view(error.get_type()) == "NetworkTimeoutError";
  for (const ShardAddress& address : index_.remotes) {
    const std::string name = fmt::format("({}:{})", address.host, address.port);
    if (error.get_context().find(name) == std::string::npos) continue;
    if (waited || !failed_.insert(address).second) {
      left_out_[address] =
          waited ? "did not answer in time" : "went away in the middle of a search";
    }
  }
}

/// Runs `attempt` until no writer disturbs it, and without the machines that do.
template <typename Attempt>
auto Searcher::with_retries(Attempt attempt) {
  for (int tries = 1;; ++tries) {
    note_progress();
    try {
      if (!is_open_) open();
      is_open_ = true;
      return attempt();
    } catch (const Xapian::NetworkError& error) {
      if (tries == max_attempts) throw IndexError(error.get_context(), error.get_msg());
      leave_out(error);
    } catch (const Xapian::DatabaseModifiedError&) {
      if (tries == max_attempts) {
        throw IndexError(indexes_.front().string(), "is changed faster than it can be read",
                         "Try again.");
      }
    } catch (const Xapian::DatabaseError& error) {
      // A segment that was merged away, or from which articles are taken, looks damaged to those
      // who still had it open; one that stays so is.
      if (tries == max_attempts_on_damage) {
        throw IndexError(indexes_.front().string(), error.get_description(),
                         "Verify it: news-index --check.");
      }
      std::this_thread::sleep_for(tries * pause_on_damage);
    }
    is_open_ = false;
  }
}

Searcher::Searcher(std::vector<std::filesystem::path> indexes, std::chrono::sys_days today,
                   ShardSettings shards)
    : indexes_(std::move(indexes)), today_(today), shards_(shards) {
  with_retries([] { return 0; });
}

SearchResult Searcher::search(const SearchRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  try_missing_again();
  SearchResult result = with_retries([&] { return attempt(request); });
  result.missing = index_.missing;
  result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return result;
}

TranslatorSettings Searcher::translator_settings(const SearchRequest& request) {
  return {.languages = languages_,
          .database = index_.database,
          .require_all = request.require_all,
          .today = today_,
          .vocabulary = vocabulary_ ? &*vocabulary_ : nullptr};
}

/// What Xapian is to look for, and in `result` how the request was read.
TranslatedQuery Searcher::translate(const QueryNode& parsed, const SearchRequest& request,
                                    SearchResult& result) {
  const QueryNode root = with_conditions(parsed, request);
  result.read_as = to_text(root);
  result.read_as_outline = to_outline(root, request.require_all);
  TranslatedQuery translated = translate_query(root, translator_settings(request));
  std::move(translated.notes.begin(), translated.notes.end(), std::back_inserter(result.notes));
  if (!request.like_id.empty()) {
    restrict_to_similar(request.like_id, translated, result);
  } else if (translated.is_empty) {
    result.notes.emplace_back("has no word to search for");
  }
  return translated;
}

/// Around the bug of all_articles_terms.hpp, or as servers can go: filter_query.hpp, ServerWeights.
Xapian::Query Searcher::with_detours(const Xapian::Query& query, bool weighed) const {
  if (is_elsewhere()) return weighed ? query : filter_query(query);
  return avoid_all_articles_terms(query, index_.segments,
                                  weighed ? Unweighted::filters : Unweighted::all);
}

SearchResult Searcher::attempt(const SearchRequest& request) {
  SearchResult result;
  articles_.forget();  // what was fetched for another search takes memory
  result.query = request.query;
  ParsedQuery parsed = parse_query(request.query);
  result.notes = std::move(parsed.notes);
  TranslatedQuery translated = translate(parsed.root, request, result);
  if (request.counts_all()) {
    count_all(request, with_detours(translated.query, /*weighed=*/false), result);
  }
  if (translated.is_empty || index_.database.size() == 0) return result;
  if (request.counts_all() && request.limit == 0) return result;
  if (request.accept) {
    const auto accepted = accepted_articles(with_detours(translated.query, /*weighed=*/false),
                                            index_.database, articles_, request.accept);
    if (!accepted) return result;
    translated.query = Xapian::Query(Xapian::Query::OP_FILTER, translated.query, *accepted);
  }
  translated.query = with_detours(translated.query, translated.has_words);
  Matches matches;
  StoryPage page = page_of(request, translated, matches);
  if (!matches.best.empty()) {
    weigh_by_rarity(translated.terms, matches.set, index_.database.get_doccount());
  }
  if (request.explain) {
    for (const FeedbackTerm& term : matches.feedback) result.feedback.push_back(word_of(term));
  }
  set_total(request, matches.set, page, result);
  result.hits = hits_of(std::move(page.stories), request, translated.terms);
  if (request.with_suggestion && request.like_id.empty()) {
    const std::uint64_t found = matches.set.get_matches_estimated();
    result.suggestion = suggestion(parsed.root, request, translator_settings(request), found);
  }
  return result;
}

/// Makes of the query a condition for articles that are like the one with an id.
void Searcher::restrict_to_similar(const std::string& id, TranslatedQuery& translated,
                                   SearchResult& result) {
  const std::vector<Article> articles = articles_with_id(id);
  if (articles.empty()) {
    throw UsageError("--like", fmt::format("no article has the id '{}'", id),
                     "The line under a hit's title ends with its id.");
  }
  if (articles.size() > 1) {
    result.notes.push_back(
        fmt::format("{} articles have the id '{}'; the first is taken", articles.size(), id));
  }
  SimilarArticles similar =
      similar_articles(articles.front(), index_.database.get_doccount(), frequencies_);
  if (similar.words.empty()) {
    result.notes.push_back(fmt::format("no other article has a word of '{}'", id));
  }
  const std::string condition = result.read_as.empty() ? "" : " in " + result.read_as;
  result.read_as = fmt::format("like {}: {}{}", id, fmt::join(similar.words, " "), condition);
  result.read_as_outline.clear();
  translated.query = translated.query.empty()
                         ? similar.query
                         : Xapian::Query(Xapian::Query::OP_FILTER, similar.query, translated.query);
  translated.terms = std::move(similar.terms);
  translated.words.clear();  // they are a condition now
  translated.is_empty = similar.query.empty();
  translated.has_words = !translated.is_empty;
}

/// The exact total and whatever is counted by it, in one pass over all matches.
void Searcher::count_all(const SearchRequest& request, const Xapian::Query& query,
                         SearchResult& result) {
  CountSettings settings{.slots = {},
                         .once_per_identity = index_.may_have_replaced_articles,
                         .elsewhere = is_elsewhere(),
                         .stop = request.stop};
  const auto add = [&settings](const std::vector<Xapian::valueno>& slots) {
    settings.slots.insert(settings.slots.end(), slots.begin(), slots.end());
  };
  for (const FacetField field : request.facets) add(slots_of(field));
  if (request.timeline) add(publication_slots());
  const ValueCounts counts = count_values(index_.database, query, settings);
  result.total = counts.matches;
  for (const FacetField field : request.facets) {
    result.facets.push_back(facet_of(field, counts, request.facet_limit));
  }
  if (request.timeline) result.timeline = timeline_of(*request.timeline, counts, frequencies_);
}

/// The query with its words spelled as the index does, if that finds anything, and no less.
std::string Searcher::suggestion(const QueryNode& query, const SearchRequest& request,
                                 const TranslatorSettings& settings, std::uint64_t total) const {
  const bool few_found = total < few_matches;
  const auto better = suggest_spelling(query, settings, few_found);
  if (!better) return {};
  if (few_found) {
    const QueryNode root = with_conditions(*better, request);
    Xapian::Enquire enquire(index_.database);
    enquire.set_query(with_detours(translate_query(root, settings).query, /*weighed=*/false));
    enquire.set_weighting_scheme(filter_scheme());
    const std::uint64_t found = enquire.get_mset(0, few_matches).size();
    if (found == 0 || found < total) return {};
  }
  return to_text(*better);
}

/// The hits that are asked for: stories, or articles where copies are shown, too.
StoryPage Searcher::page_of(const SearchRequest& request, const TranslatedQuery& translated,
                            Matches& matches) {
  const Matcher matcher(index_, request, translated, today_);
  std::optional<RemoteArticles> remote;
  if (is_elsewhere()) remote.emplace(index_.database, articles_, frequencies_, term_maker_);
  const auto first = [&](std::size_t count) -> const std::vector<RankedMatch>& {
    stop_if_asked(request.stop);
    matches = remote ? RemoteMatcher(index_, request, translated, *remote).first(count, today_)
                     : matcher.first(count);
    stop_if_asked(request.stop);
    return matches.best;
  };
  if (request.duplicates == Duplicates::show) {
    first(request.offset + request.limit);
    StoryPage page;
    const std::size_t end = std::min(matches.best.size(), request.offset + request.limit);
    std::vector<Xapian::docid> shown;
    for (std::size_t i = request.offset; i < end; ++i) shown.push_back(matches.best[i].id);
    articles_.fetch(shown);
    for (std::size_t i = request.offset; i < end; ++i) {
      Article article = articles_.read(index_.database, matches.best[i].id);
      page.stories.push_back({std::move(matches.best[i]), std::move(article), {}});
    }
    return page;
  }
  IndexSketches sketches(index_.database);
  SketchLookup& lookup = remote ? static_cast<SketchLookup&>(*remote) : sketches;
  CopyFinder finder(index_.database, lookup, articles_);
  const StoryPageRequest page{
      .offset = request.offset,
      .limit = request.limit,
      .by_score = !matcher.by_date(),
      .with_copies_only = request.duplicates == Duplicates::only,
      .count_all = request.count_exactly,
      .reserve = is_elsewhere() ? reserve_elsewhere : StoryPageRequest().reserve};
  return page_of_stories(finder, page, first);
}

std::vector<Hit> Searcher::hits_of(std::vector<Story> stories, const SearchRequest& request,
                                   const QueryTerms& terms) {
  std::vector<Hit> hits;
  hits.reserve(stories.size());
  for (Story& story : stories) {
    stop_if_asked(request.stop);
    Hit hit;
    hit.rank = request.offset + hits.size() + 1;
    hit.score = story.match.score;
    if (request.explain) hit.score_parts = std::move(story.match.parts);
    hit.article = std::move(story.article);
    for (const Copy& copy : story.copies) hit.duplicates.push_back({copy.id, copy.outlet});
    if (request.with_snippets) {
      if (request.snippet_columns > 0) {
        hit.snippet = snippets_.make(hit.article, terms, request.snippet_columns);
      }
      hit.title_highlights = snippets_.highlights(hit.article.title, hit.article.language, terms);
    }
    if (request.with_body_highlights) {
      hit.body_highlights = snippets_.highlights(
          utf8::truncate(hit.article.body, highlighted_bytes), hit.article.language, terms);
    }
    hits.push_back(std::move(hit));
  }
  return hits;
}

std::vector<Article> Searcher::find_by_id(const std::string& id) {
  try_missing_again();
  return with_retries([&] { return articles_with_id(id); });
}

std::vector<Article> Searcher::articles_with_id(const std::string& id) {
  std::vector<Article> articles;
  std::set<std::string> seen;
  const std::string term = schema::term(schema::own_id, id);
  if (index_.database.size() == 0) return articles;
  for (auto match = index_.database.postlist_begin(term);
       match != index_.database.postlist_end(term); ++match) {
    const Xapian::Document document = index_.database.get_document(*match);
    const bool repeated = index_.may_have_replaced_articles &&
                          !seen.insert(document.get_value(schema::identity_slot)).second;
    if (!repeated) articles.push_back(articles_.read(document));
  }
  return articles;
}

}  // namespace news
