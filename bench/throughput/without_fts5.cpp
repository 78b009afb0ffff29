// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for fts5.cpp where SQLite is missing.
#include "bench/throughput/fts5.hpp"
#include "news/base/error.hpp"

namespace news::bench {

std::string sqlite_version() { return {}; }

void build_fts5(const std::filesystem::path& /*rows*/, const std::filesystem::path& /*database*/) {
  throw Error("fts5", "this program was built without SQLite");
}

std::string fts5_select(const std::string& /*match*/) { return {}; }

std::vector<double> seconds_of_fts5(const std::filesystem::path& /*database*/,
                                    const std::vector<std::string>& /*questions*/) {
  throw Error("fts5", "this program was built without SQLite");
}

}  // namespace news::bench
