// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/article.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

struct ZSTD_DCtx_s;
struct ZSTD_DDict_s;

namespace news {

/// Reads the articles that segments keep in their documents' data: the form of stored_article.hpp,
/// as it is or as a zstd frame, which names the dictionary it needs. Dictionaries lie in the
/// segments' metadata and are fetched when an article asks for one. For one thread.
class ArticleStore {
 public:
  ArticleStore();
  /// The last `remote` segments are on other machines.
  explicit ArticleStore(std::vector<Xapian::Database> segments, std::size_t remote = 0);
  ~ArticleStore();
  ArticleStore(ArticleStore&&) noexcept;
  ArticleStore& operator=(ArticleStore&&) noexcept;

  /// The article of a document. Throws IndexError if it is damaged; Xapian's errors pass through.
  Article read(const Xapian::Document& document);

  /// The article of a document of all segments together, in their order. Takes what was fetched
  /// ahead.
  Article read(Xapian::docid document);

  /// Fetches what read(docid) will be asked for, from all machines at once, and keeps it until
  /// forget(). What is on this machine is not fetched: it is as near as can be.
  void fetch(const std::vector<Xapian::docid>& documents);
  void forget() { fetched_.clear(); }

 private:
  struct FreeContext {
    void operator()(ZSTD_DCtx_s* context) const;
  };
  struct FreeDictionary {
    void operator()(ZSTD_DDict_s* dictionary) const;
  };

  std::string decompress(std::string_view frame);
  const ZSTD_DDict_s* dictionary(unsigned id);

  std::string decoded(const std::string& data);
  Xapian::Database& segment_of(Xapian::docid document);

  std::vector<Xapian::Database> segments_;
  std::size_t local_ = 0;  ///< the first so many segments are on this machine
  std::unordered_map<Xapian::docid, std::string> fetched_;
  std::unique_ptr<ZSTD_DCtx_s, FreeContext> context_;
  std::map<unsigned, std::unique_ptr<ZSTD_DDict_s, FreeDictionary>> dictionaries_;
};

}  // namespace news
