// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct ZSTD_CCtx_s;
struct ZSTD_CDict_s;

namespace news {

/// What the articles of a segment have in common, so that each can be compressed by itself and
/// still be small: a zstd dictionary. Cannot be changed, so threads may share one.
class ArticleDictionary {
 public:
  /// Learns from the stored forms of some articles; the same ones always give the same dictionary.
  /// Null if they are too few or too short for one to pay.
  static std::shared_ptr<const ArticleDictionary> made_from(
      const std::vector<std::string>& records);

  ~ArticleDictionary();
  ArticleDictionary(const ArticleDictionary&) = delete;
  ArticleDictionary& operator=(const ArticleDictionary&) = delete;

  const std::string& bytes() const { return bytes_; }
  /// Is written into what is compressed with it.
  unsigned id() const;

 private:
  friend class ArticleCompressor;
  explicit ArticleDictionary(std::string bytes);

  struct Free {
    void operator()(ZSTD_CDict_s* dictionary) const;
  };
  std::string bytes_;
  std::unique_ptr<ZSTD_CDict_s, Free> prepared_;
};

/// Compresses stored articles, one by one. For one thread.
class ArticleCompressor {
 public:
  ArticleCompressor();
  ~ArticleCompressor();

  /// `dictionary` may be null. What would not get shorter stays as it is.
  std::string compress(std::string_view record, const ArticleDictionary* dictionary);

 private:
  struct Free {
    void operator()(ZSTD_CCtx_s* context) const;
  };
  std::unique_ptr<ZSTD_CCtx_s, Free> context_;
  std::string buffer_;
};

}  // namespace news
