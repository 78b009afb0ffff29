// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/evaluation.hpp"

#include "news/base/error.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <iterator>
#include <sstream>
#include <utility>

#include <fmt/format.h>

namespace news::bench {

namespace {

constexpr std::size_t run_depth = 1000;

double discounted(int grade, std::size_t index) {
  return grade / std::log2(static_cast<double>(index) + 2);
}

double ideal_gain(const std::map<std::string, int>& grades, std::size_t depth) {
  std::vector<int> best;
  best.reserve(grades.size());
  for (const auto& [document, grade] : grades) best.push_back(grade);
  std::sort(best.begin(), best.end(), std::greater<>());
  double gain = 0;
  for (std::size_t i = 0; i < std::min(depth, best.size()); ++i) gain += discounted(best[i], i);
  return gain;
}

int grade_of(const std::map<std::string, int>& grades, const std::string& document) {
  const auto found = grades.find(document);
  return found == grades.end() ? 0 : found->second;
}

void add_topic(const std::map<std::string, int>& grades, const std::vector<std::string>& documents,
               Scores& sums) {
  const auto relevant = static_cast<double>(std::count_if(
      grades.begin(), grades.end(), [](const auto& entry) { return entry.second > 0; }));
  double gain = 0;
  double precisions = 0;
  double found = 0;
  for (std::size_t i = 0; i < std::min(run_depth, documents.size()); ++i) {
    const int grade = grade_of(grades, documents[i]);
    if (i < 10) gain += discounted(grade, i);
    if (grade <= 0) continue;
    ++found;
    precisions += found / static_cast<double>(i + 1);
    if (found == 1) sums.mrr += 1 / static_cast<double>(i + 1);
    if (i < 10) sums.precision_at_10 += 0.1;
    if (i < 100) sums.recall_at_100 += 1 / relevant;
  }
  sums.ndcg_at_10 += gain / ideal_gain(grades, 10);
  sums.map += precisions / relevant;
}

/// Calls `use` with the fields of each line that has any. `use` is false for a line that it cannot
/// make sense of, which is an InputError.
template <typename Use>
void for_each_line(std::string_view text, const std::string& name, Use use) {
  std::istringstream lines{std::string(text)};
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    std::istringstream words(line);
    const std::vector<std::string> fields{std::istream_iterator<std::string>(words), {}};
    if (!fields.empty() && !use(fields)) {
      throw InputError(fmt::format("{}:{}", name, number),
                       "not the fields of such a file: " + line);
    }
  }
}

/// False for what is not all of it a number.
template <typename Number>
bool read_number(const std::string& field, Number& number) {
  const char* const end = field.data() + field.size();
  const auto read = std::from_chars(field.data(), end, number);
  return read.ec == std::errc() && read.ptr == end;
}

}  // namespace

Judgements read_judgements(std::string_view text, const std::string& name) {
  Judgements judgements;
  for_each_line(text, name, [&judgements](const std::vector<std::string>& fields) {
    int grade = 0;
    if (fields.size() != 4 || !read_number(fields[3], grade)) return false;
    int& best = judgements[fields[0]].try_emplace(fields[2], 0).first->second;
    best = std::max(best, grade);
    return true;
  });
  std::erase_if(judgements, [](const auto& entry) {
    return std::all_of(entry.second.begin(), entry.second.end(),
                       [](const auto& judged) { return judged.second <= 0; });
  });
  return judgements;
}

Run read_run(std::string_view text, const std::string& name) {
  std::map<std::string, std::vector<std::pair<int, std::string>>> ranked;
  for_each_line(text, name, [&ranked](const std::vector<std::string>& fields) {
    int rank = 0;
    double score = 0;
    if (fields.size() != 6 || !read_number(fields[3], rank) || !read_number(fields[4], score)) {
      return false;
    }
    ranked[fields[0]].emplace_back(rank, fields[2]);
    return true;
  });
  Run run;
  for (auto& [id, documents] : ranked) {
    std::stable_sort(documents.begin(), documents.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [rank, document] : documents) run[id].push_back(std::move(document));
  }
  return run;
}

Scores evaluate(const Judgements& judgements, const Run& run) {
  Scores scores;
  for (const auto& [topic, grades] : judgements) {
    const auto found = run.find(topic);
    add_topic(grades, found == run.end() ? std::vector<std::string>() : found->second, scores);
  }
  scores.topics = judgements.size();
  const auto topics = static_cast<double>(std::max<std::size_t>(scores.topics, 1));
  for (double* sum : {&scores.ndcg_at_10, &scores.map, &scores.precision_at_10,
                      &scores.recall_at_100, &scores.mrr}) {
    *sum /= topics;
  }
  return scores;
}

}  // namespace news::bench
