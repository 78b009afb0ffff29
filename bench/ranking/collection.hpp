// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/evaluation.hpp"
#include "news/text/language.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace news::bench {

struct Document {
  std::string id;
  std::string title;
  std::string body;
};

struct Topic {
  std::string id;
  std::string text;
};

/// Which topics are judged, by their places in topics.tsv: what is tuned on one half is checked on
/// the other.
enum class TopicHalf : std::uint8_t { all, odd, even };

/// A judged collection: a folder with docs.jsonl (id, title, and body or text), topics.tsv
/// ("id<TAB>query" a line) and qrels.txt.
struct Collection {
  std::string name;  ///< of the folder
  std::filesystem::path documents_file;
  std::vector<Document> documents;
  std::vector<Topic> topics;  ///< of the half that was asked for
  Judgements judgements;      ///< of these
  Language language;          ///< of most of the text
  bool spaceless = false;     ///< in a script without spaces between words
};

/// The folders under `data` that hold a collection, in the order of their names.
std::vector<std::filesystem::path> find_collections(const std::filesystem::path& data);

/// Throws InputError for what is missing or malformed.
Collection read_collection(const std::filesystem::path& folder, TopicHalf half);

}  // namespace news::bench
