// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/throughput/figures.hpp"

#include <string>

#include <nlohmann/json.hpp>

/// The figures for people, section by section, and for programs. docs/benchmarks.md says what the
/// columns mean.
namespace news::bench {

std::string machine_text(const Machine& machine, std::size_t repeat);
std::string corpus_text(const CorpusFigures& figures);
std::string comparisons_text(const std::vector<Comparison>& comparisons);
std::string queries_text(const std::vector<QueryFigures>& queries);
std::string latency_text(const std::vector<LatencyFigures>& rows);

nlohmann::ordered_json figures_json(const Figures& figures);

}  // namespace news::bench
