// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/article.hpp"

#include <string>

#include <nlohmann/json.hpp>

namespace news {

/// A whole article as docs/output-schema.md describes it. Absent fields are left out.
nlohmann::ordered_json article_json(const Article& article);

/// The same as one line of JSON, without the line end: the form of `news-index --extract`.
std::string to_json_line(const Article& article);

}  // namespace news
