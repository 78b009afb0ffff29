// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news::bench {

/// Extracted against true text, a line for each of their paragraphs: "  " for one that is in both,
/// "+ " for one that was extracted and should not have been, "- " for one that is missing.
std::string listing(std::string_view truth, std::string_view extracted);

}  // namespace news::bench
