// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/ranking/collection.hpp"

#include "news/base/ascii.hpp"
#include "news/base/error.hpp"
#include "news/base/file.hpp"
#include "news/base/utf8.hpp"

#include <algorithm>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace news::bench {

namespace fs = std::filesystem;

namespace {

/// Enough text to tell a language.
constexpr std::size_t sample_bytes = std::size_t{64} * 1024;

std::string content_of(const fs::path& path) {
  auto content = read_file(path);
  if (!content) throw InputError(path.string(), "No such file");
  return std::move(*content);
}

Document document_of(const std::string& line, const std::string& where) {
  const auto json = nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object() || !json.contains("id") || !json["id"].is_string()) {
    throw InputError(where, "is no JSON object with an id");
  }
  return {json["id"], json.value("title", ""), json.value("body", json.value("text", ""))};
}

std::vector<Document> read_documents(const fs::path& file) {
  std::vector<Document> documents;
  std::istringstream lines(content_of(file));
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (ascii::trim(line).empty()) continue;
    documents.push_back(document_of(line, fmt::format("{}:{}", file.string(), number)));
  }
  return documents;
}

std::vector<Topic> read_topics(const fs::path& file, TopicHalf half) {
  std::vector<Topic> topics;
  std::istringstream lines(content_of(file));
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) continue;
    ++number;
    const bool odd = number % 2 == 1;
    if (half != TopicHalf::all && odd != (half == TopicHalf::odd)) continue;
    topics.push_back({std::string(ascii::trim(line.substr(0, tab))), line.substr(tab + 1)});
  }
  return topics;
}

/// Han, Kana, and the other letters of the planes they are in.
bool is_ideograph(char32_t c) { return (c >= 0x3040 && c <= 0x9FFF) || c >= 0x20000; }

void find_language(Collection& collection) {
  std::string sample;
  for (const Document& document : collection.documents) {
    if (sample.size() >= sample_bytes) break;
    sample += document.title + "\n" + document.body + "\n";
  }
  collection.language = detect_language(sample);
  std::size_t ideographs = 0;
  for (std::size_t at = 0; at < sample.size();)
    ideographs += is_ideograph(utf8::decode(sample, at));
  collection.spaceless = ideographs * 6 > sample.size();  // half of the text, 3 bytes each
}

}  // namespace

std::vector<fs::path> find_collections(const fs::path& data) {
  std::vector<fs::path> folders;
  const auto options = fs::directory_options::follow_directory_symlink;
  for (const auto& entry : fs::recursive_directory_iterator(data, options)) {
    if (entry.path().filename() != "docs.jsonl") continue;
    const fs::path folder = entry.path().parent_path();
    if (fs::exists(folder / "topics.tsv") && fs::exists(folder / "qrels.txt")) {
      folders.push_back(folder);
    }
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

Collection read_collection(const fs::path& folder, TopicHalf half) {
  Collection collection{.name = folder.filename().string(),
                        .documents_file = folder / "docs.jsonl",
                        .documents = read_documents(folder / "docs.jsonl"),
                        .topics = read_topics(folder / "topics.tsv", half),
                        .judgements = {},
                        .language = {},
                        .spaceless = false};
  const fs::path qrels = folder / "qrels.txt";
  collection.judgements = read_judgements(content_of(qrels), qrels.string());
  std::set<std::string> ids;
  for (const Topic& topic : collection.topics) ids.insert(topic.id);
  std::erase_if(collection.judgements,
                [&ids](const auto& judged) { return !ids.contains(judged.first); });
  find_language(collection);
  return collection;
}

}  // namespace news::bench
