// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/snippet/matches.hpp"
#include "searcher/snippet/room.hpp"
#include "searcher/snippet/snippet.hpp"

#include <span>
#include <string_view>

namespace news {

/// A part of a text that is shown.
struct Passage {
  ByteRange range;
  bool cut_before = false;  ///< it begins inside of a sentence
  bool cut_behind = false;  ///< it ends inside of one
};

/// What stands between two passages, and the columns it takes.
inline constexpr std::string_view joint = " … ";
inline constexpr std::size_t joint_columns = 3;

/// What stands where a sentence is cut; one column.
inline constexpr std::string_view cut_mark = "…";

/// The passages, in order and apart, as one line, with the matches that lie in them highlighted. Of
/// a match that a passage ends in, that part is.
Snippet assemble(std::string_view text, std::span<const Passage> passages,
                 std::span<const Match> matches, Room& room);

}  // namespace news
