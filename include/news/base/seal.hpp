// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// A small file of ours begins with a line that vouches for all that follows it: "# sum " and
/// hash_of the rest. So a bit that flipped, or an end that is missing, is found before anything is
/// done about what the file says. Xapian passes over such a line in a stub.
inline constexpr std::string_view seal_line = "# sum ";

/// What the first line of a file says of the rest.
enum class Seal { none, whole, broken };

/// `content` behind a line that vouches for it.
std::string sealed(std::string_view content);

Seal seal_of(std::string_view file);

}  // namespace news
