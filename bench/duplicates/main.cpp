// SPDX-License-Identifier: GPL-3.0-or-later
// How well articles that tell one story are recognized. bench/duplicates/run builds and runs this.
#include "bench/duplicates/labels.hpp"
#include "bench/duplicates/syndication.hpp"
#include "bench/support/arguments.hpp"
#include "bench/support/table.hpp"
#include "bench/support/work_folder.hpp"
#include "indexer/build/index_update.hpp"
#include "news/base/ascii.hpp"
#include "news/base/error.hpp"
#include "news/cli/article_json.hpp"
#include "news/cli/exit_code.hpp"
#include "news/index/article_store.hpp"
#include "news/index/open.hpp"
#include "news/index/schema.hpp"
#include "searcher/duplicates/copy_finder.hpp"
#include "searcher/duplicates/likeness.hpp"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace {

using namespace news;
using namespace news::bench;

constexpr std::string_view usage =
    "usage: duplicates --labels DIR [--data DIR] [--errors]\n"
    "  --labels DIR   the folder with labels.tsv and invented.jsonl\n"
    "  --data DIR     the folder that holds reuters21578/ and c50/\n"
    "  --errors       name the labelled pairs that were judged wrong\n";

struct Options {
  std::filesystem::path labels;
  std::filesystem::path data;
  bool errors = false;
};

Options parse(Arguments arguments) {
  Options options;
  while (const auto name = arguments.next()) {
    if (name == "--errors") {
      options.errors = true;
    } else if (name == "--labels") {
      options.labels = arguments.value();
    } else if (name == "--data") {
      options.data = arguments.value();
    } else {
      throw UsageError(*name, "is unknown");
    }
  }
  if (options.labels.empty()) throw UsageError("--labels", "is missing");
  return options;
}

class Silence : public UpdateObserver {
 public:
  void on_unreadable(const BadRecord& /*record*/) override {}
  void on_source(const std::string& /*name*/, std::uint64_t /*articles*/,
                 std::uint64_t /*unreadable*/) override {}
  void on_progress(const UpdateSummary& /*so_far*/, const std::string& /*reading*/) override {}
  void on_stage(const std::string& /*stage*/) override {}
};

void bring_up_to_date(const std::filesystem::path& index, const std::filesystem::path& news) {
  UpdateSettings settings;
  settings.index = index;
  settings.paths = {news.string()};
  Silence silence;
  const std::atomic<bool> stop = false;
  update_index(settings, silence, stop);
}

/// An index, opened for questions about pairs.
class Pairs {
 public:
  explicit Pairs(const std::filesystem::path& index)
      : index_(open_index({index})),
        articles_(index_.segments),
        finder_(index_.database, articles_) {}

  Xapian::docid document(const std::string& id) const {
    const std::string term = schema::term(schema::own_id, id);
    const auto found = index_.database.postlist_begin(term);
    if (found == index_.database.postlist_end(term)) throw InputError(id, "is not in the index");
    return *found;
  }

  Article article(Xapian::docid document) {
    return articles_.read(index_.database, document);
  }

  bool are_candidates(Xapian::docid a, Xapian::docid b) {
    const std::vector<Xapian::docid> candidates = finder_.candidates_of(a);
    return std::find(candidates.begin(), candidates.end(), b) != candidates.end();
  }

  bool are_one_story(Xapian::docid a, Xapian::docid b) { return finder_.are_one_story(a, b); }

  Likeness likeness_of(Xapian::docid a, Xapian::docid b) {
    return likeness(story_text(article(a)), story_text(article(b)));
  }

  std::vector<Xapian::docid> documents() const {
    return {index_.database.postlist_begin(""), index_.database.postlist_end("")};
  }

 private:
  OpenIndex index_;
  ArticleStore articles_;
  CopyFinder finder_;
};

/// Pairs of which the truth is known, and what became of them.
struct Tally {
  std::size_t same = 0;
  std::size_t same_candidates = 0;
  std::size_t same_found = 0;  ///< candidates that the texts confirm
  std::size_t different = 0;
  std::size_t different_found = 0;

  void add(bool is_one_story, bool candidates, bool confirmed) {
    const std::size_t found = candidates && confirmed ? 1 : 0;
    if (is_one_story) {
      ++same;
      same_candidates += candidates ? 1 : 0;
      same_found += found;
    } else {
      ++different;
      different_found += found;
    }
  }
};

std::string share(std::size_t part, std::size_t whole) {
  return whole == 0 ? "-"
                    : fmt::format("{:.3f}", static_cast<double>(part) / static_cast<double>(whole));
}

std::vector<std::string> row_of(std::string_view name, const Tally& tally) {
  return {std::string(name),
          std::to_string(tally.same),
          std::to_string(tally.different),
          share(tally.same_candidates, tally.same),
          share(tally.same_found, tally.same),
          share(tally.same_found, tally.same_found + tally.different_found),
          std::to_string(tally.different_found)};
}

std::string shown(const Likeness& likeness) {
  return fmt::format(
      "{} words, in order {:.2f}, common {:.2f}, core {:.2f}, lead {:.2f}, changes {} (numbers {}, "
      "names {}), numbers {} of {}, title {:.2f}, days {}",
      likeness.words, likeness.in_order, likeness.common, likeness.core, likeness.lead,
      likeness.changes, likeness.changed_numbers, likeness.changed_names, likeness.common_numbers,
      likeness.numbers, likeness.title.value_or(0), likeness.days_apart.value_or(0));
}

Tally judge_labels(Pairs& pairs, const std::vector<LabelledPair>& labels,
                   const std::string& collection, bool name_errors) {
  Tally tally;
  for (const LabelledPair& label : labels) {
    if (label.collection != collection) continue;
    const Xapian::docid a = pairs.document(label.a);
    const Xapian::docid b = pairs.document(label.b);
    const bool candidates = pairs.are_candidates(a, b);
    const bool confirmed = pairs.are_one_story(a, b);
    tally.add(label.is_one_story, candidates, confirmed);
    if (name_errors && (candidates && confirmed) != label.is_one_story) {
      fmt::print("{}: {} {}: {}: {}\n", collection, label.a, label.b,
                 !label.is_one_story ? "wrongly merged"
                 : candidates        ? "refused by the texts"
                                     : "no candidate",
                 shown(pairs.likeness_of(a, b)));
    }
  }
  return tally;
}

std::size_t count_if(std::string_view text, bool (*is)(char)) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is));
}

/// Whether a syndicated copy of it can be made that means something.
bool is_fit(const Article& article, const Syndication& syndication) {
  const std::size_t words = count_if(article.body, [](char c) { return c == ' '; });
  const bool is_told = words >= 60 && article.body.find('\n') != std::string::npos;
  // A form has figures in it.
  const std::size_t digits = count_if(article.body, [](char c) { return ascii::is_digit(c); });
  return is_told && (syndication.name != "same form, other numbers" || digits >= words / 5);
}

/// Every so many articles of the index, as other outlets would print them, as JSON Lines.
void write_syndicated(Pairs& pairs, const std::filesystem::path& file) {
  constexpr std::size_t wanted = 300;
  const std::vector<Xapian::docid> documents = pairs.documents();
  const std::size_t step = std::max<std::size_t>(1, documents.size() / wanted);
  std::ofstream out(file);
  for (std::size_t i = 0; i < documents.size(); i += step) {
    const Article article = pairs.article(documents[i]);
    for (std::size_t n = 0; n < syndications().size(); ++n) {
      const Syndication& syndication = syndications()[n];
      if (!is_fit(article, syndication)) continue;
      Article copy = syndication.make(article);
      copy.id = fmt::format("syndicated {} {}", n, display_id(article));
      copy.origin = {};
      out << to_json_line(copy) << '\n';
    }
  }
}

std::vector<Tally> judge_syndicated(Pairs& pairs) {
  std::vector<Tally> tallies(syndications().size());
  for (const Xapian::docid document : pairs.documents()) {
    const std::string id = display_id(pairs.article(document));
    if (!id.starts_with("syndicated ")) continue;
    const std::size_t n = static_cast<std::size_t>(id[11] - '0');
    const Xapian::docid original = pairs.document(id.substr(13));
    tallies[n].add(syndications()[n].is_one_story, pairs.are_candidates(original, document),
                   pairs.are_one_story(original, document));
  }
  return tallies;
}

/// Compares a few articles with all others by their texts: what of that do sketches find?
Tally judge_exhaustively(Pairs& pairs) {
  constexpr std::size_t wanted = 60;
  const std::vector<Xapian::docid> documents = pairs.documents();
  const std::size_t step = std::max<std::size_t>(1, documents.size() / wanted);
  Tally tally;
  for (std::size_t i = step / 2; i < documents.size(); i += step) {
    const Xapian::docid a = documents[i];
    for (const Xapian::docid b : documents) {
      if (a != b && pairs.are_one_story(a, b)) tally.add(true, pairs.are_candidates(a, b), true);
    }
  }
  return tally;
}

const std::vector<std::string> heading = {"",       "same",      "different", "candidates",
                                          "recall", "precision", "merged"};

void run(const Options& options) {
  const std::vector<LabelledPair> labels = read_labels(options.labels / "labels.tsv");
  const WorkFolder work(/*keep=*/false);
  Table labelled{heading};
  Table syndicated{heading};
  Table exhaustive{heading};
  std::vector<std::pair<std::string, std::filesystem::path>> collections = {
      {"invented", options.labels / "invented.jsonl"}};
  for (const std::string name : {"reuters21578", "c50"}) {
    if (!options.data.empty()) collections.emplace_back(name, options.data / name);
  }
  for (const auto& [name, news] : collections) {
    const std::filesystem::path index = work.path() / (name + ".idx");
    const std::filesystem::path copies = work.path() / (name + ".jsonl");
    bring_up_to_date(index, news);
    Pairs pairs(index);
    labelled.rows.push_back(row_of(name, judge_labels(pairs, labels, name, options.errors)));
    if (name == "invented") continue;
    exhaustive.rows.push_back(row_of(name, judge_exhaustively(pairs)));
    write_syndicated(pairs, copies);
    bring_up_to_date(index, copies);
    Pairs more(index);
    const std::vector<Tally> tallies = judge_syndicated(more);
    for (std::size_t n = 0; n < tallies.size(); ++n) {
      syndicated.rows.push_back(
          row_of(fmt::format("{}: {}", name, syndications()[n].name), tallies[n]));
    }
  }
  fmt::print("Labelled pairs\n{}\n", format_table(labelled));
  if (syndicated.rows.empty()) return;
  fmt::print("Copies made of articles\n{}\n", format_table(syndicated));
  fmt::print("Pairs that a comparison of all texts finds\n{}", format_table(exhaustive));
}

}  // namespace

int main(int argc, char** argv) {
  try {
    run(parse({argc, argv}));
    return 0;
  } catch (...) {
    const news::Failure failure = news::describe_current_exception("bench/duplicates/run");
    std::fputs(failure.message.c_str(), stderr);
    return news::to_int(failure.code);
  }
}
