// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/document.hpp"
#include "news/article/article.hpp"
#include "news/text/analyzer.hpp"

namespace news {

/// Turns articles into documents by the rules of news/index/schema.hpp. For one thread.
class Composer {
 public:
  Document compose(const Article& article);

 private:
  std::uint32_t add_title(const Article& article, Document& document);
  void add_body(const Article& article, std::uint32_t position, Document& document);
  void add_field(std::string_view prefix, const std::vector<std::string>& values,
                 Document& document);

  Analyzer analyzer_;
};

}  // namespace news
