// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/article.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
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
  explicit ArticleStore(std::vector<Xapian::Database> segments);
  ~ArticleStore();
  ArticleStore(ArticleStore&&) noexcept;
  ArticleStore& operator=(ArticleStore&&) noexcept;

  /// The article of a document. Throws IndexError if it is damaged; Xapian's errors pass through.
  Article read(const Xapian::Document& document);

  /// The article with an id that came out of this database, which spares looking whether it exists.
  Article read(const Xapian::Database& database, Xapian::docid id);

 private:
  struct FreeContext {
    void operator()(ZSTD_DCtx_s* context) const;
  };
  struct FreeDictionary {
    void operator()(ZSTD_DDict_s* dictionary) const;
  };

  std::string decompress(std::string_view frame);
  const ZSTD_DDict_s* dictionary(unsigned id);

  std::vector<Xapian::Database> segments_;
  std::unique_ptr<ZSTD_DCtx_s, FreeContext> context_;
  std::map<unsigned, std::unique_ptr<ZSTD_DDict_s, FreeDictionary>> dictionaries_;
};

}  // namespace news
