// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/reader.hpp"
#include "indexer/source/unpack_budget.hpp"
#include "news/article/article.hpp"

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace news {

struct ExtractSettings {
  std::vector<std::string> paths;
  const Reader* format = nullptr;  ///< null to recognize each file
  ColumnChoice columns = {};       ///< of tables, where the user says them
  Language default_language;
  UnpackLimits unpack = {};
  std::size_t threads = 1;
};

struct ExtractSummary {
  std::uint64_t articles = 0;
  std::uint64_t unreadable = 0;
  std::uint64_t passed_over = 0;  ///< records without news
  bool interrupted = false;
};

/// Reads articles without any index: each goes to `write` as a line of JSON, in the order of the
/// input; what is unreadable goes to `complain`. Both are called from the calling thread. Throws
/// InputError.
ExtractSummary extract_articles(const ExtractSettings& settings,
                                const std::function<void(const std::string& line)>& write,
                                const std::function<void(const BadRecord& record)>& complain,
                                const std::atomic<bool>& stop);

}  // namespace news
