// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace news::glass {

/// Appends the tag of a position list: its last position as a varint and, if there are more, the
/// others by binary interpolative coding (Moffat and Stuiver 2000): each middle position in just as
/// many bits as its neighbours leave open. `positions` ascend strictly and are not empty.
void append_positions(std::string& out, std::span<const std::uint32_t> positions);

}  // namespace news::glass
