// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/interactive/answerer.hpp"

#include "news/base/error.hpp"
#include "news/base/utf8.hpp"
#include "news/index/schema.hpp"
#include "searcher/interactive/filter_panel.hpp"
#include "searcher/query/day_range.hpp"
#include "searcher/remote/glance.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include <unicode/uchar.h>

namespace news {

namespace {

/// Of each field; more can be found by typing.
constexpr std::size_t values_to_choose_from = 8;

/// When each index was last published; the same moment for one that is not there.
std::vector<std::filesystem::file_time_type> publications(
    const std::vector<std::filesystem::path>& indexes) {
  std::vector<std::filesystem::file_time_type> times;
  for (const auto& index : indexes) {
    std::error_code none;
    times.push_back(std::filesystem::last_write_time(index / schema::stub_file, none));
  }
  return times;
}

}  // namespace

bool asks_nothing(const SearchRequest& request) {
  const bool blank = request.query.find_first_not_of(" \t") == std::string::npos;
  return blank && request.filters.empty() && request.narrowed_by.empty() && request.like_id.empty();
}

std::optional<std::string> with_unfinished_word(const std::string& query) {
  if (query.empty() || std::count(query.begin(), query.end(), '"') % 2 != 0) return std::nullopt;
  if (u_isalnum(static_cast<UChar32>(utf8::last(query))) == 0) return std::nullopt;
  return query + "*";
}

Answerer::Answerer(std::vector<std::filesystem::path> indexes, SearchRequest base,
                   ShardSettings shards)
    : indexes_(std::move(indexes)), base_(std::move(base)), shards_(shards) {}

/// Of parts on other machines nobody tells when they have changed, so nothing is kept for long.
void Answerer::open_anew_if_changed() {
  constexpr std::chrono::minutes longest{1};
  auto published = publications(indexes_);
  const auto now = std::chrono::steady_clock::now();
  if (searcher_ && published == published_ && today_ == current_day() && now < opened_ + longest) {
    return;
  }
  searcher_.reset();  // before the new one: segments that were merged away are given back
  published_ = std::move(published);
  today_ = current_day();
  opened_ = now;
  searcher_.emplace(indexes_, today_, shards_);
}

SearchRequest Answerer::request_for(const Question& question, const std::stop_token& stop) const {
  SearchRequest request = base_;
  request.query = question.query;
  request.narrowed_by = question.filters;
  request.sort = question.sort;
  request.offset = 0;
  request.limit = question.limit;
  request.with_snippets = true;
  request.snippet_columns = 0;  // the article itself is shown
  request.with_body_highlights = true;
  request.stop = stop;
  return request;
}

Answer Answerer::hits(const Question& question, const std::stop_token& stop) {
  Answer answer;
  answer.number = question.number;
  const SearchRequest request = request_for(question, stop);
  searched_ = request.query;
  try {
    open_anew_if_changed();
    if (asks_nothing(request)) {
      answer.glance = glance();
    } else {
      answer.result = searcher_->search(request);
      if (answer.result.hits.empty()) widen(request, answer);
      for (const MissingShard& shard : answer.result.missing) {
        answer.result.notes.push_back(shard.address.text() + " " + shard.reason);
      }
    }
  } catch (const Error& error) {
    answer.error = error.with_remedy();
  } catch (const std::exception& error) {
    answer.error = error.what();
  }
  if (!answer.error.empty()) searcher_.reset();
  return answer;
}

void Answerer::widen(SearchRequest request, Answer& answer) {
  const auto wider = with_unfinished_word(request.query);
  if (!wider) return;
  request.query = *wider;
  SearchResult result = searcher_->search(request);
  if (result.hits.empty()) return;
  searched_ = *wider;
  answer.result = std::move(result);
  answer.result.suggestion.clear();
  answer.widened = wider->substr(wider->find_last_of(' ') + 1);
}

FilterChoices Answerer::choices(const Question& question, const std::stop_token& stop) {
  FilterChoices choices{.number = question.number, .facets = {}, .total = {}};
  SearchRequest request = request_for(question, stop);
  request.query = searched_;
  request.limit = 0;
  request.facet_limit = values_to_choose_from;
  if (asks_nothing(request)) return choices;
  try {
    count(request, question.filters, choices);
  } catch (const std::exception&) {
    // The hits are there, or the error was said with them.
    searcher_.reset();
  }
  return choices;
}

/// Fields of which nothing is chosen are counted together; of each other one, the matches are those
/// that there would be without what was chosen of it.
void Answerer::count(SearchRequest request, const std::vector<Filter>& chosen,
                     FilterChoices& choices) {
  const auto count_by = [&](std::vector<FacetField> fields) {
    request.facets = std::move(fields);
    SearchResult result = searcher_->search(request);
    std::move(result.facets.begin(), result.facets.end(), std::back_inserter(choices.facets));
    return result.total;
  };
  std::vector<FacetField> together;
  std::vector<FacetField> apart;
  for (const FacetField field : panel_fields) {
    const bool is_chosen = std::any_of(chosen.begin(), chosen.end(), [field](const Filter& filter) {
      return filter.field == search_field_of(field);
    });
    (is_chosen ? apart : together).push_back(field);
  }
  open_anew_if_changed();
  if (!together.empty()) {
    const std::uint64_t total = count_by(together);
    if (base_.duplicates != Duplicates::only) choices.total = total;
  }
  for (const FacetField field : apart) {
    request.narrowed_by.clear();
    std::copy_if(chosen.begin(), chosen.end(), std::back_inserter(request.narrowed_by),
                 [field](const Filter& filter) { return filter.field != search_field_of(field); });
    if (!asks_nothing(request)) count_by({field});
  }
}

std::string Answerer::glance() const {
  std::string text;
  for (const auto& index : indexes_) text += glance_at(index.string(), shards_.timeout) + "\n";
  return text +
         "\"public inquiry\"      these words in this order\n"
         "ferry -norwick        without a word\n"
         "title:ferry           in titles\n"
         "ferr*  fery~          words that begin so, words spelled alike\n"
         "since:2005-11         published then or later\n";
}

}  // namespace news
