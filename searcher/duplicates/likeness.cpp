// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/duplicates/likeness.hpp"

#include "searcher/duplicates/alignment.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace news {

namespace {

using Words = std::span<const StoryWord>;

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

bool equal(Words a, Words b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const StoryWord& x, const StoryWord& y) { return x.hash == y.hash; });
}

/// What of the first words of a text the runs cover; `begin` says where they are in it.
double lead_share(Words text, const std::vector<CommonRun>& runs, std::size_t CommonRun::*begin) {
  const std::size_t lead = std::min<std::size_t>(text.size(), 40);
  std::vector<bool> covered(lead);
  for (const CommonRun& run : runs) {
    for (std::size_t at = run.*begin; at < std::min(lead, run.*begin + run.words); ++at) {
      covered[at] = true;
    }
  }
  return share(static_cast<std::size_t>(std::count(covered.begin(), covered.end(), true)), lead);
}

bool have_other_numbers(Words a, Words b) {
  const auto numbers = [](Words words) {
    std::vector<std::uint64_t> hashes;
    for (const StoryWord& word : words) {
      if (word.is_number) hashes.push_back(word.hash);
    }
    std::sort(hashes.begin(), hashes.end());
    return hashes;
  };
  return numbers(a) != numbers(b);
}

bool has_capital(Words words) {
  return std::any_of(words.begin(), words.end(), [](const StoryWord& w) { return w.is_capital; });
}

/// Counts what stands in one text where something else stands in the other.
void count_changes(Words a, Words b, const std::vector<CommonRun>& chain, Likeness& likeness) {
  constexpr std::size_t longest = 4;
  for (std::size_t i = 1; i < chain.size(); ++i) {
    const std::size_t a_begin = chain[i - 1].in_a + chain[i - 1].words;
    const std::size_t b_begin = chain[i - 1].in_b + chain[i - 1].words;
    const Words in_a = a.subspan(a_begin, chain[i].in_a - a_begin);
    const Words in_b = b.subspan(b_begin, chain[i].in_b - b_begin);
    if (in_a.empty() || in_b.empty() || in_a.size() > longest || in_b.size() > longest) continue;
    ++likeness.changes;
    if (have_other_numbers(in_a, in_b)) {
      ++likeness.changed_numbers;
    } else if (has_capital(in_a) && has_capital(in_b)) {
      ++likeness.changed_names;
    }
  }
}

void count_numbers(Words longer, Words core, Likeness& likeness) {
  std::unordered_map<std::uint64_t, std::size_t> left;
  for (const StoryWord& word : longer) {
    if (word.is_number) ++left[word.hash];
  }
  for (const StoryWord& word : core) {
    if (!word.is_number) continue;
    ++likeness.numbers;
    const auto found = left.find(word.hash);
    if (found == left.end() || found->second == 0) continue;
    --found->second;
    ++likeness.common_numbers;
  }
}

void compare_bodies(Words longer, Words shorter, Likeness& likeness) {
  likeness.words = shorter.size();
  likeness.longer_words = longer.size();
  likeness.identical = equal(longer, shorter);
  const std::vector<CommonRun> runs = common_runs(longer, shorter);
  const std::vector<CommonRun> chain = in_order(runs);
  if (chain.empty()) return;
  const std::size_t core_begin = chain.front().in_b;
  const std::size_t core_words = chain.back().in_b + chain.back().words - core_begin;
  likeness.common = share(words_in(runs), shorter.size());
  likeness.in_order = share(words_in(chain), shorter.size());
  likeness.core = share(words_in(chain), core_words);
  likeness.longer_lead = lead_share(longer, runs, &CommonRun::in_a);
  likeness.lead = std::max(likeness.longer_lead, lead_share(shorter, runs, &CommonRun::in_b));
  count_changes(longer, shorter, chain, likeness);
  count_numbers(longer, shorter.subspan(core_begin, core_words), likeness);
}

void compare_titles(Words longer, Words shorter, Likeness& likeness) {
  likeness.same_title = equal(longer, shorter);
  if (shorter.empty()) return;
  std::unordered_set<std::uint64_t> words;
  for (const StoryWord& word : longer) words.insert(word.hash);
  const auto common = std::count_if(shorter.begin(), shorter.end(), [&](const StoryWord& word) {
    return words.contains(word.hash);
  });
  likeness.title = share(static_cast<std::size_t>(common), shorter.size());
}

// ---- The rules ----

/// Texts of fewer words say too little to be told from a template.
constexpr std::size_t shortest_proof = 8;

bool is_further_apart(const Likeness& likeness, std::int64_t days) {
  return likeness.days_apart && *likeness.days_apart > days;
}

bool has_title_of_story(const Likeness& likeness, double share) {
  return likeness.same_title || (likeness.title && *likeness.title >= share);
}

/// A notice of a few lines: everything must agree, as the next one may differ in a single word.
bool is_one_short_story(const Likeness& likeness) {
  if (is_further_apart(likeness, days_of_notice)) return false;
  if (likeness.words < shortest_proof) return likeness.identical && likeness.same_title;
  if (likeness.changed_numbers + likeness.changed_names > 0 || likeness.changes > 1) return false;
  if (likeness.common_numbers < likeness.numbers) return false;
  const bool is_notice = likeness.words < short_text / 2;  // only the title may say whose it is
  if (has_title_of_story(likeness, is_notice ? 1 : 0.6)) return likeness.in_order >= 0.85;
  return !is_notice && likeness.changes == 0 && likeness.in_order >= 0.95;
}

/// Whether other things stand in the place of so much that the texts look like one form filled in
/// twice. An edited copy has other words, an updated version a few other numbers.
bool has_other_facts(const Likeness& likeness) {
  const auto words = static_cast<double>(likeness.words);
  const auto numbers = static_cast<double>(likeness.numbers);
  const auto other_numbers = static_cast<double>(likeness.numbers - likeness.common_numbers);
  const auto changed_numbers = static_cast<double>(likeness.changed_numbers);
  const auto changed_facts = changed_numbers + static_cast<double>(likeness.changed_names);
  const bool has_title = has_title_of_story(likeness, 0.75);
  const bool is_table = numbers > 0.4 * words;
  if (is_table) return likeness.changes > 0 || other_numbers > 0 || likeness.in_order < 0.95;
  if (other_numbers > 1 + words / 25) return true;
  if (numbers >= 8 && other_numbers > 0.65 * numbers) return true;
  if (changed_numbers > 1 + words / 120) return true;
  if (changed_facts > 1 + words / (has_title ? 60 : 80)) return true;
  if (static_cast<double>(likeness.changes) > 1 + words / 20) return true;
  // A long text bears some of that; in a few lines a number is the news.
  if (likeness.words >= 200) return false;
  const bool is_next_version = has_title && likeness.changed_names == 0 &&
                               likeness.in_order >= 0.85 && !is_further_apart(likeness, 2);
  const bool bears_one = likeness.words >= 120 || is_next_version;
  if (changed_numbers > (bears_one ? 1 : 0) && changed_numbers > 0.2 * numbers) return true;
  return numbers >= 3 && other_numbers > 0.35 * numbers;
}

/// Whether one text has so much in front of the other and behind it that it may tell several
/// stories: a digest. What is only framed has little, and what was cut short lost its end.
bool may_be_digest(const Likeness& likeness) {
  return likeness.longer_words > likeness.words + 150 &&
         2 * likeness.longer_words > 3 * likeness.words && likeness.longer_lead < 0.5 &&
         !has_title_of_story(likeness, 0.75);
}

/// Whether the one text is, in the main, in the other.
bool has_much_in_common(const Likeness& likeness) {
  if (likeness.in_order >= 0.75) return true;
  const bool is_long = likeness.words >= 100 || has_title_of_story(likeness, 0.75);
  // A version that was rewritten, or has its paragraphs in another order. Reports that only share
  // their background have leads of their own.
  const bool numbers_agree = 4 * likeness.common_numbers >= 3 * likeness.numbers;
  if (is_long && likeness.common >= 0.7 && likeness.lead >= 0.65 && numbers_agree) return true;
  if (is_long && likeness.common >= 0.65 && likeness.lead >= 0.9) return true;
  // A piece of the other text, as it is, with something of its own before or behind it.
  return likeness.in_order >= 0.5 && likeness.core >= (is_long ? 0.9 : 0.95) &&
         likeness.lead >= (is_long ? 0.5 : 1);
}

}  // namespace

Likeness likeness(const StoryText& a, const StoryText& b) {
  Likeness likeness;
  const bool a_is_longer = a.body.size() >= b.body.size();
  compare_bodies(a_is_longer ? a.body : b.body, a_is_longer ? b.body : a.body, likeness);
  const bool a_has_longer_title = a.title.size() >= b.title.size();
  compare_titles(a_has_longer_title ? a.title : b.title, a_has_longer_title ? b.title : a.title,
                 likeness);
  likeness.days_apart = days_apart(a.day, b.day);
  return likeness;
}

bool is_nearly_identical(const Likeness& likeness) {
  return likeness.in_order >= 0.9 && 10 * likeness.longer_words <= 11 * likeness.words;
}

bool is_one_story(const Likeness& likeness) {
  if (likeness.words >= short_text && likeness.identical) return true;
  if (may_be_digest(likeness)) return false;
  if (likeness.words < short_text) return is_one_short_story(likeness);
  if (has_other_facts(likeness)) return false;
  // Later it is the next report, unless hardly anything has changed.
  if (is_further_apart(likeness, days_of_story)) {
    return likeness.changed_numbers == 0 && likeness.changes <= 1 && likeness.in_order >= 0.95;
  }
  return has_much_in_common(likeness);
}

}  // namespace news
