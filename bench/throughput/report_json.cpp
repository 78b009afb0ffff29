// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/throughput/contestants.hpp"
#include "bench/throughput/report.hpp"

namespace news::bench {

namespace {

using Json = nlohmann::ordered_json;

Json machine_json(const Machine& machine) {
  return {{"processor", machine.processor},
          {"cores", machine.cores},
          {"memory_bytes", machine.memory_bytes},
          {"kernel", machine.kernel},
          {"compiler", machine.compiler},
          {"xapian", machine.xapian},
          {"sqlite", machine.sqlite},
          {"load", machine.load}};
}

Json contestant_json(const CorpusFigures& figures, const ContestantFigures& entry) {
  Json json{{"name", entry.name},
            {"seconds",
             {{"median", entry.seconds.median},
              {"least", entry.seconds.least},
              {"most", entry.seconds.most}}},
            {"cpu_seconds", entry.cpu_seconds},
            {"mb_per_second", megabytes_per_second(figures.corpus, entry)},
            {"documents_per_second", documents_per_second(figures.corpus, entry)},
            {"peak_memory_bytes", entry.peak_memory_bytes},
            {"index_bytes", entry.index_bytes}};
  if (const auto* reference = find_contestant(figures, reference_contestant)) {
    json["rate_ratio"] = ratio_of(entry.seconds.median, reference->seconds.median);
    json["size_ratio"] = ratio_of(static_cast<double>(reference->index_bytes),
                                  static_cast<double>(entry.index_bytes));
  }
  return json;
}

Json corpus_json(const CorpusFigures& figures) {
  Json contestants = Json::array();
  for (const auto& entry : figures.contestants) {
    contestants.push_back(contestant_json(figures, entry));
  }
  Json skipped = Json::array();
  for (const auto& entry : figures.skipped) {
    skipped.push_back({{"name", entry.name}, {"reason", entry.reason}});
  }
  return {{"name", figures.corpus.name},
          {"documents", figures.corpus.text.documents},
          {"text_bytes", figures.corpus.text.bytes},
          {"contestants", std::move(contestants)},
          {"skipped", std::move(skipped)}};
}

Json comparison_json(const Comparison& row) {
  return {{"what", row.what}, {"value", row.value},       {"unit", row.unit},
          {"base", row.base}, {"against", row.base_name}, {"ratio", ratio_of(row.value, row.base)}};
}

/// What was not asked is null.
Json query_json(const QueryFigures& row) {
  Json json{{"query", row.query},
            {"kind", row.kind},
            {"news_search_ms", row.news_search_ms},
            {"fts5_ms", nullptr},
            {"ratio", nullptr}};
  if (row.fts5_ms > 0) {
    json["fts5_ms"] = row.fts5_ms;
    json["ratio"] = ratio_of(row.news_search_ms, row.fts5_ms);
  }
  return json;
}

Json percentiles_json(const Percentiles& times) {
  return {{"p50", times.p50}, {"p90", times.p90}, {"p99", times.p99}, {"most", times.most}};
}

/// What was not asked is null.
Json latency_json(const LatencyFigures& row) {
  Json json{{"kind", row.kind},
            {"queries", row.queries},
            {"news_search_ms", percentiles_json(row.news_search_ms)},
            {"words_only_ms", percentiles_json(row.words_only_ms)},
            {"fts5_ms", nullptr}};
  if (row.fts5_ms.most > 0) json["fts5_ms"] = percentiles_json(row.fts5_ms);
  return json;
}

}  // namespace

nlohmann::ordered_json figures_json(const Figures& figures) {
  Json json{{"schema", 1},
            {"date", figures.machine.date},
            {"commit", figures.machine.commit},
            {"machine", machine_json(figures.machine)},
            {"repeat", figures.repeat},
            {"corpora", Json::array()},
            {"comparisons", Json::array()},
            {"queries", Json::array()},
            {"latency", Json::array()}};
  for (const auto& corpus : figures.corpora) json["corpora"].push_back(corpus_json(corpus));
  for (const auto& row : figures.comparisons) json["comparisons"].push_back(comparison_json(row));
  for (const auto& row : figures.queries) json["queries"].push_back(query_json(row));
  for (const auto& row : figures.latency) json["latency"].push_back(latency_json(row));
  return json;
}

}  // namespace news::bench
