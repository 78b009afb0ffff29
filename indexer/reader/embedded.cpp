// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/embedded.hpp"

#include "indexer/reader/registry.hpp"
#include "news/text/encoding.hpp"

#include <fmt/format.h>

namespace news {

namespace {

/// How many documents this thread is in.
thread_local int embedding = 0;

class Embedding {
 public:
  Embedding() { ++embedding; }
  ~Embedding() { --embedding; }
  Embedding(const Embedding&) = delete;
  Embedding& operator=(const Embedding&) = delete;
};

std::vector<Parsed> parse_all(const Reader& reader, std::string_view bytes) {
  InputWindow input(std::make_unique<MemoryStream>(bytes), bytes.size());
  const auto framer = reader.frame(input);
  std::vector<Parsed> parsed;
  while (auto record = framer->next()) {
    if (!record->defect.empty()) {
      parsed.emplace_back(Unreadable{std::move(record->defect)});
      continue;
    }
    for (Parsed& one : reader.parse(*record)) parsed.push_back(std::move(one));
  }
  return parsed;
}

}  // namespace

std::vector<Parsed> parse_embedded(const EmbeddedDocument& document) {
  if (embedding >= max_embedding) {
    return {Unreadable{fmt::format("within more than {} documents", max_embedding)}};
  }
  const Embedding deeper;
  std::string decoded;
  std::string_view bytes = document.bytes;
  if (!document.declared_encoding.empty() || byte_order_mark(bytes)) {
    decoded = decode_text(bytes, document.declared_encoding).text;
    bytes = decoded;
  }
  const auto found = recognize({bytes.substr(0, sample_bytes), document.name});
  if (const auto* none = std::get_if<Unrecognized>(&found)) return {Unreadable{none->reason}};
  const Reader* reader = std::get<const Reader*>(found);
  const Reader* declared = find_reader(document.text_format);
  if (declared != nullptr && reader->name() == "text") reader = declared;
  auto parsed = parse_all(*reader, bytes);
  if (parsed.size() == 1) {
    auto* article = std::get_if<Article>(&parsed.front());
    if (article != nullptr && article->url.empty()) article->url = document.url;
  }
  return parsed;
}

}  // namespace news
