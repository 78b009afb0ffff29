// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/extraction/collection.hpp"

#include "news/base/error.hpp"
#include "news/base/file.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>

#include <libdeflate.h>
#include <nlohmann/json.hpp>

namespace news::bench {

namespace {

using nlohmann::json;

struct FreeDecompressor {
  void operator()(libdeflate_decompressor* d) const { libdeflate_free_decompressor(d); }
};

std::string content_of(const std::filesystem::path& path) {
  auto content = read_file(path);
  if (!content) throw InputError(path.string(), "No such file");
  return std::move(*content);
}

std::string unzipped(const std::filesystem::path& path) {
  const std::string data = content_of(path);
  constexpr std::size_t trailer = 4;
  std::uint32_t size = 0;
  if (data.size() >= trailer) std::memcpy(&size, data.data() + data.size() - trailer, trailer);
  std::string text(size, '\0');
  const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> decompressor(
      libdeflate_alloc_decompressor());
  if (libdeflate_gzip_decompress(decompressor.get(), data.data(), data.size(), text.data(),
                                 text.size(), nullptr) != LIBDEFLATE_SUCCESS) {
    throw InputError(path.string(), "is not gzip data");
  }
  return text;
}

void add_lines(const json& lines, std::string& text) {
  for (const json& line : lines) text += line.get<std::string>() + "\n";
}

std::string joined(const json& body, SectionParts parts) {
  std::string text;
  if (parts.with_summary) add_lines(body.at("summary"), text);
  for (const json& section : body.at("sections")) {
    if (parts.with_headlines) add_lines(section.at("headline"), text);
    add_lines(section.at("paragraphs"), text);
  }
  return text;
}

TruePage true_page(const json& truth, SectionParts parts) {
  TruePage page;
  page.body = joined(truth.at("body"), parts);
  page.title = truth.value("title", "");
  if (truth.at("publishing_date").is_string()) page.published = truth["publishing_date"];
  page.authors = truth.value("authors", std::vector<std::string>());
  return page;
}

std::vector<std::filesystem::path> sorted_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// The pages of one publisher, the oldest first.
std::vector<std::filesystem::path> pages_beside(const std::filesystem::path& truth) {
  const std::string start = truth.stem().string() + "_";
  std::vector<std::filesystem::path> pages;
  for (const auto& entry : std::filesystem::directory_iterator(truth.parent_path())) {
    const std::string name = entry.path().filename().string();
    const bool dated = name.starts_with(start) && name.size() > start.size() &&
                       name[start.size()] >= '0' && name[start.size()] <= '9';
    if (dated && name.ends_with(".html.gz")) pages.push_back(entry.path());
  }
  std::sort(pages.begin(), pages.end());
  return pages;
}

}  // namespace

Collection read_pages(const std::filesystem::path& folder) {
  Collection collection{"pages", {}};
  if (!std::filesystem::exists(folder / "pages.json")) return collection;
  const json truth = json::parse(content_of(folder / "pages.json"));
  for (const auto& [name, page] : truth.items()) {
    TruePage& added = collection.pages.emplace_back();
    added.name = name;
    added.body = page.at("articleBody");
    added.html = unzipped(folder / "pages" / (name + ".html.gz"));
  }
  return collection;
}

Collection read_publishers(const std::filesystem::path& folder, SectionParts parts) {
  Collection collection{"publishers", {}};
  if (!std::filesystem::exists(folder / "publishers")) return collection;
  for (const auto& file : sorted_files(folder / "publishers")) {
    if (file.extension() != ".json") continue;
    const auto truth = json::parse(content_of(file));
    auto page = truth.begin();
    for (const auto& html : pages_beside(file)) {
      if (page == truth.end()) break;
      TruePage& added = collection.pages.emplace_back(true_page(*page++, parts));
      added.name = file.parent_path().filename() / html.stem().stem();
      added.html = unzipped(html);
    }
  }
  return collection;
}

}  // namespace news::bench
