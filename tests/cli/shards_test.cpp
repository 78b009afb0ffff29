// SPDX-License-Identifier: GPL-3.0-or-later
// An index of several parts, some of them served by a real xapian-tcpsrv: what it finds is what one
// index finds, and what is left of it when a part goes away.
#include "tests/support/news_folder.hpp"
#include "tests/support/process.hpp"
#include "tests/support/shard_server.hpp"

#include <chrono>
#include <cmath>
#include <csignal>
#include <filesystem>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace news::test;
using nlohmann::json;

namespace {

using Arguments = std::vector<std::string>;

constexpr int shards = 4;

/// The sample corpus and the invented wire stories: as one index, as four shards of it in folders,
/// and two of these served.
class Newsroom {
 public:
  Newsroom() {
    folder_.write("news/wires.jsonl",
                  content_of(std::string(NEWS_SOURCE_FOLDER) + "/bench/duplicates/invented.jsonl"));
    build(one(), {});
    for (int k = 1; k <= shards; ++k) {
      build(shard(k), {"--shard", std::to_string(k) + "/" + std::to_string(shards)});
    }
  }

  std::string one() const { return folder_ / "one.idx"; }
  std::string shard(int k) const { return folder_ / ("shard-" + std::to_string(k) + ".idx"); }
  const TemporaryFolder& folder() const { return folder_; }

  /// Options that name all shards, two of them served.
  Arguments all_shards() const {
    static const ShardServer third(shard(3));
    static const ShardServer fourth(shard(4));
    return {"-i", shard(1), "-i", third.address(), "-i", shard(2), "-i", fourth.address()};
  }

 private:
  void build(const std::string& index, Arguments options) const {
    options.insert(options.end(), {"-q", "-i", index, NEWS_CORPUS_FOLDER, folder_ / "news"});
    REQUIRE(news_index(options).exit_code == 0);
  }

  TemporaryFolder folder_;
};

const Newsroom& newsroom() {
  static const Newsroom built;
  return built;
}

Outcome search(Arguments index, const Arguments& arguments) {
  index.insert(index.end(), arguments.begin(), arguments.end());
  return news_search(index);
}

/// What is found, without what depends on the machine.
json found(const Arguments& index, Arguments arguments) {
  arguments.insert(arguments.end(), {"--format", "json"});
  const Outcome outcome = search(index, arguments);
  REQUIRE(outcome.exit_code < 2);
  json results = json::parse(outcome.out);
  if (!results.is_array()) results = json::array({results});
  for (json& result : results) {
    result.erase("seconds");
    // More than a thousand matches are estimated, part by part.
    if (!result["total_is_exact"].get<bool>()) result.erase("total");
  }
  return results;
}

/// Takes the numbers that are sums of parts, added up in another order in each index, out of a
/// result.
std::vector<double> take_scores(json& result) {
  std::vector<double> scores;
  for (json& hit : result["hits"]) {
    scores.push_back(hit["score"]);
    for (const json& part : hit.value("score_parts", json::object())) scores.push_back(part);
    for (const char* name : {"score", "score_parts"}) hit.erase(name);
  }
  return scores;
}

void check_same(const Arguments& arguments) {
  CAPTURE(arguments);
  json one = found({"-i", newsroom().one()}, arguments);
  json many = found(newsroom().all_shards(), arguments);
  REQUIRE(one.size() == many.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    const std::vector<double> scores = take_scores(one[i]);
    const std::vector<double> others = take_scores(many[i]);
    CHECK(many[i].dump() == one[i].dump());
    REQUIRE(scores.size() == others.size());
    constexpr double printed_digits = 2e-6;
    for (std::size_t k = 0; k < scores.size(); ++k) {
      CHECK(std::abs(scores[k] - others[k]) < printed_digits);
    }
  }
}

/// Words of the corpus in queries of every kind.
std::string random_queries(int count) {
  static const Arguments words = {"ferry",        "harbour",  "Marigold", "sandbank", "minister",
                                  "council",      "market",   "storm",    "bridge",   "election",
                                  "water",        "Norwick",  "report",   "year",     "Hafen",
                                  "gouvernement", "walnut",   "fog",      "city",     "police",
                                  "price",        "tomorrow", "team",     "school"};
  std::mt19937 generator(20051120);
  const auto below = [&generator](std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>(0, bound - 1)(generator);
  };
  const auto word = [&] { return words[below(words.size())]; };
  std::string lines;
  for (int i = 0; i < count; ++i) {
    const std::string a = word();
    const std::string b = word();
    const std::string c = word();
    const Arguments forms = {a,
                             a + " " + b,
                             a + " " + b + " " + c,
                             a + " AND " + b,
                             a + " " + b + " -" + c,
                             "\"the " + a + "\"",
                             "(" + a + " OR " + b + ") AND NOT " + c,
                             a.substr(0, 3) + "*",
                             a + "~",
                             a + " NEAR/5 " + b,
                             "title:" + a,
                             "title:" + a + " " + b,
                             "title:\"the " + a + "\" OR " + b,
                             "title:" + a.substr(0, 3) + "* " + c,
                             a + " lang:en",
                             a + " date:2005-01..2007-12",
                             "outlet:courier " + a,
                             "lang:de",
                             a.substr(0, a.size() - 1) + "x",
                             a + " " + a + " " + b};
    lines += std::to_string(i) + "\t" + forms[static_cast<std::size_t>(i) % forms.size()] + "\n";
  }
  return lines;
}

std::string queries_file(int count) {
  return newsroom().folder().write("queries-" + std::to_string(count), random_queries(count));
}

}  // namespace

TEST_CASE("shards: each article is in one of them") {
  std::size_t articles = 0;
  for (int k = 1; k <= shards; ++k) {
    const Outcome stats = news_index({"--stats", "--json", "-i", newsroom().shard(k)});
    articles += json::parse(stats.out)["articles"].get<std::size_t>();
  }
  const Outcome stats = news_index({"--stats", "--json", "-i", newsroom().one()});
  CHECK(json::parse(stats.out)["articles"].get<std::size_t>() == articles);
}

TEST_CASE("shards: all kinds of queries find what they find in one index") {
  check_same({"--queries", queries_file(200), "--explain"});
}

TEST_CASE("shards: whatever is asked for is the same as of one index") {
  const std::vector<Arguments> requests = {
      {"--sort", "newest", "the"},
      {"--sort", "oldest", "-n", "40", "the"},
      {"--sort", "newest", "--offset", "7", "-n", "300", "lang:en"},
      {"--sort", "oldest", "-n", "1000", "--duplicates", "show", "-xyzzy"},
      {"--duplicates", "only", "Marigold"},
      {"--duplicates", "show", "-n", "50", "Marigold"},
      {"--offset", "10", "ferry"},
      {"--all", "ferry", "harbour"},
      {"--rank", "recent", "ferry", "harbour"},
      {"--rank", "bm25", "ferry", "harbour"},
      {"--facet", "outlet", "--facet", "month", "--facet", "language", "--timeline", "week",
       "ferry"},
      {"--timeline", "month", "-n", "5", "the"},
      {"--outlet", "courier", "--language", "en", "--since", "2005"},
      {"feryr", "harbuor"},
      {"--like", "en-brief-1"},
  };
  for (const Arguments& request : requests) check_same(request);
}

TEST_CASE("shards: other formats and actions work as on one index") {
  const std::vector<Arguments> requests = {
      {"--queries", queries_file(40), "--format", "trec"},
      {"--format", "ids", "ferry"},
      {"--count", "ferry"},
      {"--count", "--duplicates", "hide", "Marigold"},
      {"--show", "en-brief-1"},
  };
  for (const Arguments& request : requests) {
    CAPTURE(request);
    const Outcome one = search({"-i", newsroom().one()}, request);
    const Outcome many = search(newsroom().all_shards(), request);
    CHECK(one.out == many.out);
    CHECK(one.exit_code == many.exit_code);
  }
}

TEST_CASE("shards: an index keeps its share, and takes no other one") {
  const Outcome other =
      news_index({"-q", "-i", newsroom().shard(2), "--shard", "3/4", newsroom().folder() / "news"});
  CHECK(other.exit_code == 2);
  CHECK(other.err.find("holds the articles of shard 2/4, not 3/4") != std::string::npos);
  const Outcome whole =
      news_index({"-q", "-i", newsroom().one(), "--shard", "1/4", newsroom().folder() / "news"});
  CHECK(whole.err.find("holds all articles, and not those of a shard") != std::string::npos);
}

TEST_CASE("shards: a changed article meets its old version in the same shard") {
  const NewsFolder folder;
  const auto write = [&folder](const std::string& body) {
    std::string lines;
    for (int i = 0; i < 20; ++i) {
      lines += article_line("urn:example:" + std::to_string(i), "Title", body) + "\n";
    }
    folder.write("a.jsonl", lines);
  };
  write("old words");
  const auto first = folder.summary({"--shard", "2/3"});
  const auto mine = first["articles"]["new"].get<int>();
  CHECK(mine > 0);
  CHECK(first["articles_elsewhere"].get<int>() == 20 - mine);
  write("new words, more of them");
  const auto second = folder.summary();
  CHECK(second["articles"]["updated"].get<int>() == mine);
  CHECK(second["articles"]["new"].get<int>() == 0);
  CHECK(folder.search({"--count", "old"}).out == "0\n");
}

TEST_CASE("shards: what is attached is searched, until it is detached") {
  const NewsFolder folder;
  folder.write("a.jsonl", article_line("here", "Ferry", "A ferry here.") + "\n");
  REQUIRE(folder.index().exit_code == 0);
  const NewsFolder elsewhere;
  elsewhere.write("b.jsonl", article_line("there", "Ferry", "A ferry there.") + "\n");
  REQUIRE(elsewhere.index().exit_code == 0);
  const ShardServer server(elsewhere.index_folder());

  const std::string index = folder.index_folder();
  CHECK(news_index({"-i", index, "--attach", server.address()}).out.find("attached") !=
        std::string::npos);
  CHECK(folder.search({"--count", "ferry"}).out == "2\n");
  CHECK(news_index({"--stats", "-i", index}).out.find(server.address()) != std::string::npos);
  folder.write("c.jsonl", article_line("new", "Ferry", "Another ferry.") + "\n");
  CHECK(folder.index().exit_code == 0);  // publishing keeps what is attached
  CHECK(folder.search({"--count", "ferry"}).out == "3\n");
  CHECK(news_index({"-q", "-i", index, "--detach", server.address()}).exit_code == 0);
  CHECK(folder.search({"--count", "ferry"}).out == "2\n");
  const Outcome again = news_index({"-i", index, "--detach", server.address()});
  CHECK(again.exit_code == 2);
  CHECK(again.err.find("is not attached") != std::string::npos);
}

TEST_CASE("shards: nothing is attached that does not answer, or is no index of ours") {
  const NewsFolder folder;
  const Outcome nobody = news_index({"-i", folder.index_folder(), "--attach", "127.0.0.1:1"});
  CHECK(nobody.exit_code == 2);
  CHECK(nobody.err.find("127.0.0.1:1: cannot be reached") != std::string::npos);
  CHECK(news_index({"-i", folder.index_folder(), "--attach", "nonsense"}).exit_code == 2);
}

TEST_CASE("shards: articles of a served index with several segments can be read") {
  const NewsFolder folder;
  for (const char* name : {"a", "b"}) {
    std::string lines;
    for (int i = 0; i < 4000; ++i) {
      lines += article_line(name + std::to_string(i), "Title " + std::to_string(i),
                            "The harbour of " + std::string(name) + " has a ferry number " +
                                std::to_string(i) + ", and much else to tell of tides and boats.") +
               "\n";
    }
    folder.write(std::string(name) + ".jsonl", lines);
    REQUIRE(folder.index().exit_code == 0);
  }
  const ShardServer server(folder.index_folder());
  for (const char* id : {"a1", "b1", "b3999"}) {
    CHECK(news_search({"-i", server.address(), "--show", id}).out ==
          folder.search({"--show", id}).out);
  }
}

TEST_CASE("shards: a condition that all articles of a segment with gaps meet finds them") {
  const NewsFolder folder;
  constexpr int articles = 3000;  // the list of their lengths has several chunks
  const auto write = [&folder](const std::string& seventh) {
    std::string lines;
    for (int i = 0; i < articles; ++i) {
      lines +=
          article_line("a" + std::to_string(i), "Report", i == 7 ? seventh : "Of the harbour.") +
          "\n";
    }
    folder.write("a.jsonl", lines);
    REQUIRE(folder.index().exit_code == 0);
  };
  write("Of the harbour.");
  write("Of another harbour.");  // the first segment has a gap now
  const ShardServer server(folder.index_folder());
  for (const char* query : {"title:report", "harbour", "harbour title:report lang:en"}) {
    for (const Arguments& options : {Arguments{"--count"},
                                     {"-n", "3", "--sort", "newest"},
                                     {"--facet", "language", "-n", "0"}}) {
      Arguments arguments = options;
      arguments.emplace_back(query);
      CAPTURE(arguments);
      const Outcome here = folder.search(arguments);
      CHECK(search({"-i", server.address()}, arguments).out == here.out);
    }
  }
}

TEST_CASE(
    "shards: a saved search tells what is new on other machines, and waits for missing ones") {
  const NewsFolder folder;
  const auto write = [&folder](const std::string& id) {
    folder.write(id + ".jsonl", article_line(id, "News of " + id, "A ferry sailed.") + "\n");
    REQUIRE(folder.index().exit_code == 0);
  };
  write("first");
  const NewsFolder here;
  here.write("b.jsonl", article_line("here", "Here", "No boat.") + "\n");
  REQUIRE(here.index().exit_code == 0);
  const Arguments down = {"-i", here.index_folder(), "-i", "127.0.0.1:1"};
  CHECK(search(down, {"--save", "ferries", "ferry"}).exit_code == 2);
  Arguments up = {"-i", here.index_folder()};
  {
    const ShardServer server(folder.index_folder());
    up.insert(up.end(), {"-i", server.address()});
    CHECK(search(up, {"--save", "ferries", "ferry"}).exit_code == 0);
    CHECK(search(up, {"--new", "ferries"}).exit_code == 1);
    write("second");
    CHECK(search(up, {"--new", "ferries", "--format", "ids"}).out == "second\n");
  }
  CHECK(search(up, {"--new", "ferries"}).exit_code == 1);  // the server is gone, the search is here
}

TEST_CASE("shards: one that is down is named, and the others are searched") {
  Arguments index = newsroom().all_shards();
  index.insert(index.end(), {"-i", "127.0.0.1:1"});
  const Outcome outcome = search(index, {"--format", "json", "ferry"});
  CHECK(outcome.exit_code == 0);
  const json result = json::parse(outcome.out);
  CHECK(result["complete"] == false);
  CHECK(result["missing"][0]["shard"] == "127.0.0.1:1");
  CHECK_FALSE(result["hits"].empty());
  CHECK(outcome.err.find("news-search: 127.0.0.1:1 cannot be reached") != std::string::npos);

  const Outcome strict = search(index, {"--require-all-shards", "ferry"});
  CHECK(strict.exit_code == 2);
  CHECK(strict.err.find("127.0.0.1:1: cannot be reached") != std::string::npos);
  CHECK(news_search({"-i", "127.0.0.1:1", "ferry"}).exit_code == 2);
}

TEST_CASE("shards: one that does not answer is waited for no longer than told") {
  const ShardServer silent(newsroom().shard(3));
  silent.signal(SIGSTOP);
  const auto start = std::chrono::steady_clock::now();
  const Outcome outcome = news_search({"-i", newsroom().shard(1), "-i", silent.address(),
                                       "--timeout", "0.5", "--format", "json", "ferry"});
  const auto waited = std::chrono::steady_clock::now() - start;
  silent.signal(SIGCONT);
  CHECK(outcome.exit_code == 0);
  CHECK(json::parse(outcome.out)["complete"] == false);
  CHECK(outcome.err.find("does not answer in time") != std::string::npos);
  CHECK(waited < std::chrono::seconds(20));  // and not the usual time many times over
}

TEST_CASE("shards: one that is killed in the middle of searches costs its own hits alone") {
  constexpr int rounds = 8;
  constexpr int queries = 60;
  const std::string file = queries_file(queries);
  std::mt19937 generator(7);
  for (int round = 0; round < rounds; ++round) {
    ShardServer doomed(newsroom().shard(4));
    const auto pause = std::chrono::milliseconds(generator() % 300);
    std::thread killer([&doomed, pause] {
      std::this_thread::sleep_for(pause);
      doomed.kill();
    });
    const Outcome outcome = news_search({"-i", newsroom().shard(1), "-i", newsroom().shard(2), "-i",
                                         newsroom().shard(3), "-i", doomed.address(), "--timeout",
                                         "5", "--queries", file, "--format", "json"});
    killer.join();
    CAPTURE(outcome.err);
    CHECK(outcome.exit_code == 0);
    const json results = json::parse(outcome.out);
    CHECK(results.size() == queries);
    for (const json& result : results) {
      if (result["complete"] == true) continue;
      CHECK(result["missing"][0]["shard"] == doomed.address());
    }
  }
}
