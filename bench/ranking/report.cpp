// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/ranking/report.hpp"

#include "bench/support/table.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

#include <fmt/format.h>

namespace news::bench {

namespace {

double ratio(double value, double reference) { return reference > 0 ? value / reference : 1; }

double ratio_of(const CollectionRuns& collection, std::size_t run, std::size_t reference) {
  return ratio(collection.runs[run].scores.ndcg_at_10,
               collection.runs[reference].scores.ndcg_at_10);
}

std::string three(double value) { return fmt::format("{:.3f}", value); }

double topic_ndcg(const Judgements& judgements, const std::string& topic, const Run& run) {
  return evaluate({{topic, judgements.at(topic)}}, run).ndcg_at_10;
}

}  // namespace

std::string score_table(const CollectionRuns& collection, std::size_t reference) {
  Table table{{collection.name, "nDCG@10", "MAP", "P@10", "R@100", "MRR", "ratio"}};
  for (std::size_t i = 0; i < collection.runs.size(); ++i) {
    const Scores& scores = collection.runs[i].scores;
    table.rows.push_back({collection.runs[i].contestant, three(scores.ndcg_at_10),
                          three(scores.map), three(scores.precision_at_10),
                          three(scores.recall_at_100), three(scores.mrr),
                          three(ratio_of(collection, i, reference))});
  }
  return format_table(table);
}

std::string mean_table(const std::vector<CollectionRuns>& collections, std::size_t reference) {
  Table table{{fmt::format("mean of {}", collections.size()), "nDCG@10", "MAP", "ratio of means",
               "mean ratio", "least ratio"}};
  const std::size_t runs = collections.empty() ? 0 : collections.front().runs.size();
  for (std::size_t i = 0; i < runs; ++i) {
    double ndcg = 0;
    double reference_ndcg = 0;
    double map = 0;
    double ratios = 0;
    double least = std::numeric_limits<double>::infinity();
    for (const CollectionRuns& collection : collections) {
      ndcg += collection.runs[i].scores.ndcg_at_10;
      reference_ndcg += collection.runs[reference].scores.ndcg_at_10;
      map += collection.runs[i].scores.map;
      ratios += ratio_of(collection, i, reference);
      least = std::min(least, ratio_of(collection, i, reference));
    }
    const auto count = static_cast<double>(collections.size());
    table.rows.push_back({collections.front().runs[i].contestant, three(ndcg / count),
                          three(map / count), three(ratio(ndcg, reference_ndcg)),
                          three(ratios / count), three(least)});
  }
  return format_table(table);
}

std::string topic_table(const CollectionRuns& collection, std::size_t reference) {
  const RankedRun& first = collection.runs.front();
  const RankedRun& other = collection.runs[reference];
  std::vector<std::tuple<double, std::string, double>> topics;  // difference, topic, nDCG@10
  for (const auto& [topic, grades] : collection.judgements) {
    const double own = topic_ndcg(collection.judgements, topic, first.run);
    const double difference = own - topic_ndcg(collection.judgements, topic, other.run);
    if (difference != 0) topics.emplace_back(difference, topic, own);
  }
  std::sort(topics.begin(), topics.end());
  Table table{{"topic", first.contestant, other.contestant, "difference"}};
  for (const auto& [difference, topic, own] : topics) {
    table.rows.push_back(
        {topic, three(own), three(own - difference), fmt::format("{:+.3f}", difference)});
  }
  return format_table(table);
}

std::string trec_text(const RankedRun& run) {
  std::string tag = run.contestant;
  std::replace(tag.begin(), tag.end(), ' ', '-');
  std::string text;
  for (const auto& [topic, documents] : run.run) {
    for (std::size_t i = 0; i < documents.size(); ++i) {
      text +=
          fmt::format("{} Q0 {} {} {} {}\n", topic, documents[i], i + 1, documents.size() - i, tag);
    }
  }
  return text;
}

}  // namespace news::bench
