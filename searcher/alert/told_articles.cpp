// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/alert/told_articles.hpp"

#include "news/article/identity.hpp"
#include "news/base/hash.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <vector>

namespace news {

namespace {

constexpr std::size_t hash_bytes = sizeof(std::uint64_t);

std::uint64_t hash_of_parts(std::initializer_list<std::string_view> parts) {
  std::string joined;
  for (const std::string_view part : parts) joined.append(part).push_back('\0');
  return hash64(joined);
}

/// The first part keeps the three apart.
std::array<std::uint64_t, 3> hashes_of(const Article& article) {
  const std::string identity = identity_of(article);
  const std::string published = article.published ? article.published->to_iso8601() : "";
  return {hash_of_parts({"title", identity, article.title}),
          hash_of_parts({"text", identity, article.body}),
          hash_of_parts({"all", article.outlet, published, article.title, article.body})};
}

}  // namespace

ToldArticles::ToldArticles(std::string_view bytes) {
  hashes_.reserve(bytes.size() / hash_bytes);
  for (; bytes.size() >= hash_bytes; bytes.remove_prefix(hash_bytes)) {
    std::uint64_t hash = 0;
    for (std::size_t i = hash_bytes; i-- > 0;) {
      hash = hash << 8U | static_cast<unsigned char>(bytes[i]);
    }
    hashes_.insert(hash);
  }
}

void ToldArticles::add(const Article& article) {
  for (const std::uint64_t hash : hashes_of(article)) hashes_.insert(hash);
}

void ToldArticles::add(const ToldArticles& others) {
  hashes_.insert(others.hashes_.begin(), others.hashes_.end());
}

bool ToldArticles::knows(const Article& article) const {
  const auto hashes = hashes_of(article);
  return std::any_of(hashes.begin(), hashes.end(),
                     [this](std::uint64_t hash) { return hashes_.count(hash) != 0; });
}

std::string ToldArticles::bytes() const {
  std::vector<std::uint64_t> sorted(hashes_.begin(), hashes_.end());
  std::sort(sorted.begin(), sorted.end());
  std::string bytes;
  bytes.reserve(sorted.size() * hash_bytes);
  for (std::uint64_t hash : sorted) {
    for (std::size_t i = 0; i < hash_bytes; ++i, hash >>= 8U) {
      bytes.push_back(static_cast<char>(hash & 0xFFU));
    }
  }
  return bytes;
}

}  // namespace news
