// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/alert/saved_searches.hpp"

#include "news/base/ascii.hpp"
#include "news/base/error.hpp"
#include "news/base/hash.hpp"
#include "news/index/shard_address.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <system_error>
#include <thread>
#include <utility>

#include <nlohmann/json.hpp>
#include <unistd.h>

namespace news {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

constexpr int schema_version = 1;

fs::path made(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    throw FileError(folder.string(), "cannot be created: " + error.message(),
                    "Saved searches are kept there.");
  }
  return folder;
}

FileLock waited_for(const fs::path& folder, std::chrono::milliseconds patience) {
  constexpr std::chrono::milliseconds pause{20};
  const auto end = std::chrono::steady_clock::now() + patience;
  while (true) {
    if (auto lock = FileLock::try_acquire(folder / "lock")) return std::move(*lock);
    if (std::chrono::steady_clock::now() >= end) {
      throw IndexBusy(folder.string(), "is in use by another news-search", "Try again later.");
    }
    std::this_thread::sleep_for(pause);
  }
}

std::string to_json(const SavedSearch& search) {
  Json filters = Json::array();
  for (const Filter& filter : search.filters) {
    filters.push_back({name_of(filter.field), filter.text});
  }
  const Json json = {{"schema", schema_version},  {"query", search.query}, {"like", search.like_id},
                     {"filters", filters},        {"since", search.since}, {"until", search.until},
                     {"all", search.require_all}, {"asked", search.asked}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

SavedSearch from_json(const std::string& name, const Json& json) {
  SavedSearch search{.name = name,
                     .query = json.at("query"),
                     .like_id = json.at("like"),
                     .filters = {},
                     .since = json.at("since"),
                     .until = json.at("until"),
                     .require_all = json.at("all"),
                     .asked = json.at("asked")};
  for (const Json& filter : json.at("filters")) {
    const auto field = field_named(filter.at(0).get<std::string>());
    if (field) search.filters.push_back({*field, filter.at(1).get<std::string>()});
  }
  return search;
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

fs::path state_folder() {
  const fs::path state = environment("XDG_STATE_HOME");
  if (state.is_absolute()) return state / "news-search";
  const fs::path home = environment("HOME");
  if (!home.is_absolute()) {
    throw UsageError("$HOME", "is not set, and saved searches would be kept there",
                     "Set it, or $XDG_STATE_HOME, as the index cannot be written.");
  }
  return home / ".local" / "state" / "news-search";
}

}  // namespace

SavedSearches::SavedSearches(const fs::path& folder, std::chrono::milliseconds patience)
    : folder_(made(folder)), lock_(waited_for(folder_, patience)) {}

std::vector<SavedSearch> SavedSearches::all() const {
  std::vector<SavedSearch> searches;
  for (const auto& entry : fs::directory_iterator(folder_)) {
    if (entry.path().extension() != ".json") continue;
    if (auto search = find(entry.path().stem().string())) searches.push_back(std::move(*search));
  }
  std::sort(searches.begin(), searches.end(),
            [](const SavedSearch& a, const SavedSearch& b) { return a.name < b.name; });
  return searches;
}

bool SavedSearches::has(const std::string& name) const {
  return fs::exists(folder_ / (name + ".json"));
}

std::optional<SavedSearch> SavedSearches::find(const std::string& name) const {
  const fs::path file = folder_ / (name + ".json");
  const std::optional<std::string> text = read_file(file);
  if (!text) return std::nullopt;
  try {
    return from_json(name, Json::parse(*text));
  } catch (const Json::exception&) {
    throw InputError(file.string(), "is no saved search",
                     "Drop it and save it again: --forget " + name);
  }
}

ToldArticles SavedSearches::told(const std::string& name) const {
  return ToldArticles(read_file(folder_ / (name + ".told")).value_or(""));
}

/// The hashes first: after a crash between the two, what was told is known.
void SavedSearches::write(const SavedSearch& search, const ToldArticles& told) {
  replace_file(folder_ / (search.name + ".told"), told.bytes());
  replace_file(folder_ / (search.name + ".json"), to_json(search));
}

bool SavedSearches::remove(const std::string& name) {
  const fs::path file = folder_ / (name + ".json");
  if (!fs::exists(file)) return false;
  remove_file(file);
  remove_file(folder_ / (name + ".told"));
  return true;
}

void check_search_name(const std::string& option, const std::string& name) {
  constexpr std::size_t longest = 64;
  const bool good = !name.empty() && name.size() <= longest && name.front() != '.' &&
                    std::all_of(name.begin(), name.end(), [](char c) {
                      return ascii::is_alnum(c) || c == '.' || c == '-' || c == '_';
                    });
  if (good) return;
  throw UsageError(option, "takes a name of letters, digits, '.', '-' and '_', at most 64",
                   "It is also the name of a file.");
}

fs::path saved_searches_folder(const fs::path& index) {
  if (const auto address = ShardAddress::parse(index.string())) {
    return state_folder() / "saved" / hash_of(address->text());
  }
  const fs::path beside = index / "saved";
  std::error_code ignored;
  const bool writable = fs::exists(beside, ignored) ? ::access(beside.c_str(), W_OK) == 0
                                                    : ::access(index.c_str(), W_OK) == 0;
  if (writable) return beside;
  return state_folder() / "saved" / hash_of(fs::weakly_canonical(index, ignored).string());
}

}  // namespace news
