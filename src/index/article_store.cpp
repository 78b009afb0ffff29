// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/index/article_store.hpp"

#include "news/article/stored_article.hpp"
#include "news/base/error.hpp"
#include "news/index/schema.hpp"

#include <future>
#include <new>
#include <utility>

#include <zstd.h>

namespace news {

namespace {

/// No record that a reader takes is longer; a damaged frame may claim anything.
constexpr unsigned long long max_record_bytes = 256ULL * 1024 * 1024;

[[noreturn]] void fail(const std::string& what) {
  throw IndexError("stored article", what, "Verify the index: news-index --check.");
}

/// Text never begins like a zstd frame.
bool is_frame(std::string_view data) { return data.starts_with("\x28\xB5\x2F\xFD"); }

/// The number that a document of several databases has in its own one: Xapian numbers them in
/// turns.
Xapian::docid inner_number(Xapian::docid document, std::size_t databases) {
  return static_cast<Xapian::docid>((document - 1) / databases + 1);
}

}  // namespace

void ArticleStore::FreeContext::operator()(ZSTD_DCtx_s* context) const { ZSTD_freeDCtx(context); }

void ArticleStore::FreeDictionary::operator()(ZSTD_DDict_s* dictionary) const {
  ZSTD_freeDDict(dictionary);
}

ArticleStore::ArticleStore() = default;
ArticleStore::ArticleStore(std::vector<Xapian::Database> segments, std::size_t remote)
    : segments_(std::move(segments)), local_(segments_.size() - remote) {}
ArticleStore::~ArticleStore() = default;
ArticleStore::ArticleStore(ArticleStore&&) noexcept = default;
ArticleStore& ArticleStore::operator=(ArticleStore&&) noexcept = default;

std::string ArticleStore::decoded(const std::string& data) {
  return is_frame(data) ? decompress(data) : data;
}

Article ArticleStore::read(const Xapian::Document& document) {
  return from_stored(decoded(document.get_data()));
}

void ArticleStore::fetch(const std::vector<Xapian::docid>& documents) {
  std::vector<std::vector<Xapian::docid>> wanted(segments_.size());
  for (const Xapian::docid document : documents) {
    const std::size_t segment = (document - 1) % segments_.size();
    if (segment >= local_ && !fetched_.contains(document)) wanted[segment].push_back(document);
  }
  using Fetched = std::vector<std::string>;
  std::vector<std::future<Fetched>> answers(segments_.size());
  for (std::size_t i = local_; i < segments_.size(); ++i) {
    if (wanted[i].empty()) continue;
    answers[i] = std::async(std::launch::async, [this, &ids = wanted[i], &segment = segments_[i]] {
      Fetched data;
      for (const Xapian::docid id : ids) {
        data.push_back(segment.get_document(inner_number(id, segments_.size())).get_data());
      }
      return data;
    });
  }
  for (std::size_t i = local_; i < segments_.size(); ++i) {
    if (!answers[i].valid()) continue;
    Fetched data = answers[i].get();
    for (std::size_t k = 0; k < data.size(); ++k) fetched_[wanted[i][k]] = std::move(data[k]);
  }
}

Article ArticleStore::read(const Xapian::Database& database, Xapian::docid id) {
  const auto fetched = fetched_.find(id);
  if (fetched != fetched_.end()) return from_stored(decoded(fetched->second));
  return read(database.get_document(id, Xapian::DOC_ASSUME_VALID));
}

std::string ArticleStore::decompress(std::string_view frame) {
  const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size > max_record_bytes) fail("damaged: it has no size that an article can have");
  if (!context_) context_.reset(ZSTD_createDCtx());
  if (!context_) throw std::bad_alloc();
  std::string text(static_cast<std::size_t>(size), '\0');
  const unsigned id = ZSTD_getDictID_fromFrame(frame.data(), frame.size());
  const ZSTD_DDict* const needed = id == 0 ? nullptr : dictionary(id);
  const std::size_t got = ZSTD_decompress_usingDDict(context_.get(), text.data(), text.size(),
                                                     frame.data(), frame.size(), needed);
  if (ZSTD_isError(got) != 0) fail(std::string("damaged: ") + ZSTD_getErrorName(got));
  text.resize(got);
  return text;
}

const ZSTD_DDict_s* ArticleStore::dictionary(unsigned id) {
  auto& dictionary = dictionaries_[id];
  for (auto segment = segments_.begin(); !dictionary && segment != segments_.end(); ++segment) {
    const std::string bytes = segment->get_metadata(schema::dictionary_key(id));
    if (!bytes.empty()) dictionary.reset(ZSTD_createDDict(bytes.data(), bytes.size()));
  }
  if (!dictionary) fail("the dictionary it was compressed with is missing");
  return dictionary.get();
}

}  // namespace news
