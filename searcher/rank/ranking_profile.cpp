// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/rank/ranking_profile.hpp"

#include "news/base/ascii.hpp"
#include "news/base/error.hpp"
#include "news/base/file.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>

#include <fmt/format.h>

namespace news {

namespace {

/// A parameter: everything that is known of it beside its value.
struct Parameter {
  std::string_view name;
  double RankingProfile::*value;
  double least;
  double most;
  bool whole;
  std::string_view meaning;
};

constexpr std::array parameters = {
    Parameter{"k1", &RankingProfile::k1, 0, 10, false,
              "how soon further occurrences of a word stop counting"},
    Parameter{"b", &RankingProfile::b, 0, 1, false, "how much length counts against an article"},
    Parameter{"length_floor", &RankingProfile::length_floor, 0, 10, false,
              "shorter articles count as this part of the average length"},
    Parameter{"title", &RankingProfile::title, 0, 10, false, "weight of a word in the title"},
    Parameter{"proximity", &RankingProfile::proximity, 0, 10, false,
              "weight of two words side by side"},
    Parameter{"coverage", &RankingProfile::coverage, 0, 10, false,
              "weight of a word that occurs, however often"},
    Parameter{"feedback_weight", &RankingProfile::feedback_weight, 0, 0.9, false,
              "share of the words that the best articles have in common"},
    Parameter{"feedback_articles", &RankingProfile::feedback_articles, 1, 100, true,
              "how many of the best articles are looked at"},
    Parameter{"feedback_terms", &RankingProfile::feedback_terms, 0, 100, true,
              "how many words are taken from them at most"},
    Parameter{"feedback_spread", &RankingProfile::feedback_spread, 0.01, 1000, false,
              "points behind the best at which such an article counts 1/e"},
    Parameter{"recency", &RankingProfile::recency, 0, 10, false,
              "weight of having been published today"},
    Parameter{"recency_half_life_days", &RankingProfile::recency_half_life_days, 0.01, 100'000,
              false, "the days after which half of that is left"},
};

struct BuiltIn {
  std::string_view name;
  RankingProfile profile;
  std::string_view meaning;
};

/// BM25 alone, with the constants of most papers.
constexpr RankingProfile bm25{.title = 0, .proximity = 0, .feedback_weight = 0};

constexpr std::array built_in = {
    BuiltIn{"default", {}, "what did best on judged collections"},
    BuiltIn{"bm25", bm25, "the words alone, nothing else: the fastest"},
    BuiltIn{"recent", {.recency = 0.5}, "as default, and new articles first where others are even"},
};

std::string names_of_profiles() {
  std::string names;
  for (const BuiltIn& known : built_in) {
    names += (names.empty() ? "" : ", ") + std::string(known.name);
  }
  return names;
}

const Parameter* find_parameter(std::string_view name) {
  const auto* const found = std::find_if(parameters.begin(), parameters.end(),
                                         [name](const auto& known) { return known.name == name; });
  return found == parameters.end() ? nullptr : found;
}

std::optional<double> number_of(std::string_view text) {
  double value = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  if (read.ec != std::errc() || read.ptr != end || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// One line of a profile, without its comment.
void read_line(std::string_view line, const std::string& where, std::set<std::string>& seen,
               RankingProfile& profile) {
  const std::size_t sign = line.find('=');
  if (sign == std::string_view::npos) {
    throw InputError(where, fmt::format("'{}' is not 'name = value'", line));
  }
  const std::string name(ascii::trim(line.substr(0, sign)));
  const Parameter* const parameter = find_parameter(name);
  if (parameter == nullptr) {
    throw InputError(where, fmt::format("'{}' is no parameter of ranking", name),
                     "List them: news-search --rank help.");
  }
  if (!seen.insert(name).second) throw InputError(where, fmt::format("{} comes twice", name));
  const std::string_view text = ascii::trim(line.substr(sign + 1));
  const auto value = number_of(text);
  const bool fits = value && *value >= parameter->least && *value <= parameter->most &&
                    (!parameter->whole || std::trunc(*value) == *value);
  if (!fits) {
    throw InputError(where, fmt::format("{} takes a {}number from {} to {}, not '{}'", name,
                                        parameter->whole ? "whole " : "", parameter->least,
                                        parameter->most, text));
  }
  profile.*parameter->value = *value;
}

}  // namespace

RankingProfile parse_ranking_profile(std::string_view text, const std::string& source) {
  RankingProfile profile;
  std::set<std::string> seen;
  for (std::size_t number = 1; !text.empty(); ++number) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    line = ascii::trim(line.substr(0, line.find('#')));
    if (!line.empty()) read_line(line, fmt::format("{}:{}", source, number), seen, profile);
  }
  return profile;
}

RankingProfile load_ranking_profile(const std::string& name_or_file) {
  for (const BuiltIn& known : built_in) {
    if (known.name == name_or_file) return known.profile;
  }
  const auto content = read_file(name_or_file);
  if (!content) {
    throw InputError(name_or_file, "No such ranking profile and no such file",
                     fmt::format("Name a file or one of {}.", names_of_profiles()));
  }
  return parse_ranking_profile(*content, name_or_file);
}

std::string describe_ranking_profiles() {
  std::string text = "Profiles for --rank NAME:\n";
  for (const BuiltIn& known : built_in) {
    text += fmt::format("  {:<10} {}\n", known.name, known.meaning);
  }
  text += fmt::format("\nParameters for --rank FILE, 'name = value' a line:\n  {:<24}", "");
  for (const BuiltIn& known : built_in) text += fmt::format("{:>8}", known.name);
  text += "\n";
  for (const Parameter& parameter : parameters) {
    text += fmt::format("  {:<24}", parameter.name);
    for (const BuiltIn& known : built_in) {
      text += fmt::format("{:>8}", known.profile.*parameter.value);
    }
    text += fmt::format("  {}\n", parameter.meaning);
  }
  return text;
}

std::string to_text(const RankingProfile& profile) {
  std::string text;
  for (const Parameter& parameter : parameters) {
    text += fmt::format("{} = {}\n", parameter.name, profile.*parameter.value);
  }
  return text;
}

}  // namespace news
