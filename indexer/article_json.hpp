// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/article.hpp"

#include <string>

namespace news {

/// An article as one line of JSON, without the line end: the form of `news-index --extract`. Absent
/// fields are left out. docs/output-schema.md describes it.
std::string to_json_line(const Article& article);

}  // namespace news
