// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/throughput/contestants.hpp"

#include "bench/throughput/fts5.hpp"
#include "bench/throughput/news_programs.hpp"

#include <fstream>

#include <fmt/format.h>

namespace news::bench {

namespace fs = std::filesystem;

namespace {

std::string missing_program(const std::string& program, const std::string& package) {
  return is_installed(program) ? "" : fmt::format("{} is in the package {}", program, package);
}

Contestant news_index(const std::string& name, unsigned threads) {
  return {.part = "news-index",
          .name = name,
          .missing = "",
          .corpora = {"reuters21578", "c50"},
          .build =
              [threads](const Corpus& corpus, const fs::path& folder) {
                const IndexRun run{
                    .index = folder / "index", .source = corpus.folder, .threads = threads};
                return measure_news_index(run, corpus.text.documents);
              },
          .index = "index"};
}

Contestant fts5() {
  return {
      .part = "fts5",
      .name = fts5_contestant,
      .missing = sqlite_version().empty()
                     ? "this program was built without libsqlite3-dev; install it and build anew"
                     : "",
      .corpora = {"reuters21578", "c50"},
      .build =
          [](const Corpus& corpus, const fs::path& folder) {
            return measure_in_child("fts5", folder / "log", [&corpus, &folder] {
              build_fts5(corpus.rows, folder / "fts5.db");
            });
          },
      .index = "fts5.db"};
}

/// Keeps the whole text, as news-index and FTS5 do, and counts words of the title once more under
/// its prefix.
constexpr const char* omega_script =
    "id : boolean=Q unique=Q\n"
    "title : field index=S\n"
    "text : field index\n";

Contestant scriptindex() {
  return {
      .part = "scriptindex",
      .name = "Omega scriptindex",
      .missing = missing_program("scriptindex", "xapian-omega"),
      .corpora = {"reuters21578"},
      .build =
          [](const Corpus& corpus, const fs::path& folder) {
            const fs::path script = folder / "script";
            std::ofstream(script) << omega_script;
            return measure({.words = {"scriptindex", "-s", "english", (folder / "index").string(),
                                      script.string(), corpus.dump.string()},
                            .log = folder / "log"});
          },
      .index = "index"};
}

Contestant omindex() {
  return {.part = "omindex",
          .name = "Omega omindex",
          .missing = missing_program("omindex", "xapian-omega"),
          .corpora = {"c50"},
          .build =
              [](const Corpus& corpus, const fs::path& folder) {
                return measure({.words = {"omindex", "--db", (folder / "index").string(), "--url",
                                          "/", "-s", "english", corpus.folder.string()},
                                .log = folder / "log"});
              },
          .index = "index"};
}

/// Without what it does to stay in the background, and without its spelling dictionary.
std::string recoll_configuration(const fs::path& topdirs) {
  return fmt::format(
      "topdirs = \"{}\"\n"
      "indexstemminglanguages = english\n"
      "idxniceprio = 0\n"
      "monioniceclass = 2\n"
      "monioniceclassdata = 0\n"
      "noaspell = 1\n",
      topdirs.string());
}

Contestant recollindex() {
  return {.part = "recollindex",
          .name = "Recoll",
          .missing = missing_program("recollindex", "recollcmd"),
          .corpora = {"c50"},
          .build =
              [](const Corpus& corpus, const fs::path& folder) {
                std::ofstream(folder / "recoll.conf") << recoll_configuration(corpus.folder);
                return measure({.words = {"recollindex"},
                                .log = folder / "log",
                                .environment = {"RECOLL_CONFDIR=" + folder.string(),
                                                "HOME=" + folder.string()}});
              },
          .index = "xapiandb"};
}

}  // namespace

std::vector<Contestant> contestants() {
  return {news_index(single_thread_contestant, 1),
          news_index(reference_contestant, 2),
          fts5(),
          scriptindex(),
          omindex(),
          recollindex()};
}

}  // namespace news::bench
