// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/scene.hpp"

#include <algorithm>
#include <filesystem>
#include <random>
#include <sstream>

#include <fmt/format.h>

namespace news::test {

namespace {

namespace fs = std::filesystem;

constexpr int files_before = 8;  // one run each, so that one more makes too many segments

std::string id_of(int file, int number) { return fmt::format("f{}n{}", file, number); }

std::string article(int file, int number, const std::string& version) {
  const std::string id = id_of(file, number);
  return article_line(id, fmt::format("Report {} of harbour {}", number, file),
                      fmt::format("The quay of {} was repaired, as the {} count says; {} ships lay "
                                  "there on day {} under a clear sky.",
                                  id, version, 10 + number, file));
}

std::string file_of(int file, int articles, const std::string& version) {
  std::string lines;
  for (int i = 0; i < articles; ++i) lines += article(file, i, version);
  return lines;
}

/// Articles of many different words, whose postings take some memory.
std::string filler(int articles) {
  constexpr int words = 400;
  std::mt19937 random(3);
  std::string lines;
  for (int i = 0; i < articles; ++i) {
    std::string body = "Of the quay again:";
    for (int word = 0; word < words; ++word) body += fmt::format(" w{}", random() % 50000U);
    lines += article_line(fmt::format("filler{}", i), fmt::format("Filler {}", i), body);
  }
  return lines;
}

std::size_t folders_in(const std::string& index) {
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(index)) count += entry.is_directory() ? 1U : 0U;
  return count;
}

std::string shown(const Ids& ids) {
  std::string text;
  for (const std::string& id : ids) text += " " + id;
  return text;
}

bool includes(const Ids& all, const Ids& part) {
  return std::includes(all.begin(), all.end(), part.begin(), part.end());
}

}  // namespace

Scene::Plan busy_update() { return {.options = {"--prune"}}; }

Scene::Scene(const Plan& plan) : plan_(plan) {
  constexpr int articles = 3;
  const auto name = [](int file) { return fmt::format("part-{}.jsonl", file); };
  if (plan_.begins_with_index) {
    for (int file = 0; file < files_before; ++file) {
      news_.write(name(file), file_of(file, articles, "first"));
      news_.index();
      for (int i = 0; i < articles; ++i) before_.insert(id_of(file, i));
    }
    fs::copy(news_.index_folder(), news_.outside() / "before.idx", fs::copy_options::recursive);
  }
  after_ = before_;
  if (!plan_.reads_news) return;
  // One file is changed and shorter, one is gone, one is new.
  news_.write(name(1), file_of(1, articles - 1, "second"));
  after_.erase(id_of(1, articles - 1));
  for (int i = 0; i < articles - 1; ++i) changed_.insert(id_of(1, i));
  fs::remove(news_.news() + "/" + name(2));
  for (int i = 0; i < articles; ++i) after_.erase(id_of(2, i));
  news_.write("new.jsonl", file_of(100, articles, "second"));
  for (int i = 0; i < articles; ++i) changed_.insert(id_of(100, i));
  if (plan_.filler_articles > 0) news_.write("z.jsonl", filler(plan_.filler_articles));
  for (int i = 0; i < plan_.filler_articles; ++i) after_.insert(fmt::format("filler{}", i));
  after_.insert(changed_.begin(), changed_.end());
}

void Scene::begin_again() const {
  fs::remove_all(index_folder());
  if (!plan_.begins_with_index) return;
  fs::copy(news_.outside() / "before.idx", index_folder(), fs::copy_options::recursive);
}

std::vector<std::string> Scene::command() const {
  std::vector<std::string> command{NEWS_INDEX_PROGRAM, "-j", "1", "-i", index_folder()};
  if (!plan_.reads_news) command.erase(command.begin() + 1, command.begin() + 3);
  command.insert(command.end(), plan_.options.begin(), plan_.options.end());
  if (plan_.reads_news) command.push_back(news_.news());
  return command;
}

Ids Scene::found(const std::string& word, std::string& trouble) const {
  const Outcome outcome =
      news_.search({"--format", "jsonl", "--duplicates", "show", "--limit", "10000", word});
  if (outcome.exit_code > 1) trouble += "search fails: " + outcome.err;
  Ids ids;
  std::istringstream lines(outcome.out);
  for (std::string line; std::getline(lines, line);) {
    const std::string id = nlohmann::json::parse(line)["id"];
    if (!ids.insert(id).second) trouble += id + " is found twice\n";
  }
  return ids;
}

std::string Scene::trouble_with_check() const {
  const Outcome check = news_index({"-i", index_folder(), "--check"});
  return check.exit_code == 0 ? "" : "check fails: " + check.out + check.err;
}

std::string Scene::trouble_after_fault() const {
  std::string trouble;
  if (!fs::exists(index_folder() + "/XAPIANDB") && !plan_.begins_with_index) return trouble;
  trouble += trouble_with_check();
  const Ids ids = found("quay", trouble);
  for (const std::string& id : before_) {
    if (after_.contains(id) && !ids.contains(id)) trouble += id + " is lost\n";
  }
  Ids either = before_;
  either.insert(after_.begin(), after_.end());
  if (!includes(either, ids)) trouble += "found what never was:" + shown(ids) + "\n";
  return trouble;
}

std::string Scene::trouble_after_completion() const {
  std::string trouble = trouble_with_check();
  const Ids ids = found("quay", trouble);
  if (ids != after_) trouble += "found after all:" + shown(ids) + "\n";
  if (const Ids now = found("second", trouble); now != changed_) {
    trouble += "changed are:" + shown(now) + "\n";
  }
  const auto stats = news_index({"-i", index_folder(), "--stats", "--json"});
  const auto json = nlohmann::json::parse(stats.out);
  if (json["articles"] != after_.size()) {
    trouble += fmt::format("{} articles\n", json["articles"].dump());
  }
  if (json["segments"].size() != folders_in(index_folder())) trouble += "folders lie about\n";
  return trouble;
}

}  // namespace news::test
