// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace news {

/// Figures as people read them.

std::string with_commas(std::uint64_t number);  ///< "21,578"
std::string readable_bytes(double bytes);       ///< "27.6 MB"; powers of 1000
std::string readable_duration(double seconds);  ///< "0.8 s", "2 min 5 s", "3 h 12 min"
std::string counted(std::uint64_t number, const std::string& noun);  ///< "1 file", "2 files"

}  // namespace news
