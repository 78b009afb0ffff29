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

  /// The article with an id that came out of this database, which spares looking whether it exists.
  Article read(const Xapian::Database& database, Xapian::docid id);

  /// Fetches the articles of documents from all machines at once, for read() of the database that
  /// all segments together are. What is on this machine is near enough. Kept until forget().
  void fetch(const std::vector<Xapian::docid>& documents);
  void forget() { fetched_.clear(); }

 private:
  struct FreeContext {
    void operator()(ZSTD_DCtx_s* context) const;
  };
  struct FreeDictionary {
    void operator()(ZSTD_DDict_s* dictionary) const;
  };

  std::string decoded(const std::string& data);
  std::string decompress(std::string_view frame);
  const ZSTD_DDict_s* dictionary(unsigned id);

  std::vector<Xapian::Database> segments_;
  std::size_t local_ = 0;  ///< the first so many segments are on this machine
  std::unordered_map<Xapian::docid, std::string> fetched_;
  std::unique_ptr<ZSTD_DCtx_s, FreeContext> context_;
  std::map<unsigned, std::unique_ptr<ZSTD_DDict_s, FreeDictionary>> dictionaries_;
};

}  // namespace news
