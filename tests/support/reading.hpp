// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/article.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace news::test {

/// All that a format's reader makes of a source, as it goes into an index. The source is called
/// "x".
std::vector<Record> records_of(std::string_view format, std::string source);

/// The one article that a source must hold.
Article article_of(std::string_view format, std::string source);

/// Why the one record of a source cannot be read; empty if it can be.
std::string refusal_of(std::string_view format, std::string source);

/// Parts with something between.
std::string joined(const std::vector<std::string>& parts, std::string_view between = "; ");

/// A time as ISO 8601; empty for none.
std::string iso(const std::optional<Timestamp>& when);

}  // namespace news::test
