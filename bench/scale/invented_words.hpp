// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace news::bench {

/// The word of a rank, from 1 on: English function words first, then invented ones that can be
/// pronounced and have English endings, three forms to a stem. Two ranks have two words.
std::string word_of_rank(std::uint64_t rank);

/// Whether the word is a name, which is written with a capital letter wherever it stands.
bool is_name(std::uint64_t rank);

}  // namespace news::bench
