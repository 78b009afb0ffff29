// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

/// Reading the values of options. Each throws UsageError, which names the option, for what it
/// cannot read; none accepts a sign, or anything behind the value.
namespace news {

/// The index where neither an option nor $NEWS_INDEX names one.
inline constexpr const char* usual_index = "news.idx";

/// A whole number in [least, most].
std::uint64_t parse_count(const std::string& option, const std::string& text, std::uint64_t least,
                          std::uint64_t most);

/// Bytes: "4096", "64K", "512M", "2G", "1T"; an optional "B" or "iB" behind the letter.
std::uint64_t parse_size(const std::string& option, const std::string& text);

/// "auto", "always" or "never".
enum class When { automatic, always, never };
When parse_when(const std::string& option, const std::string& text);

}  // namespace news
