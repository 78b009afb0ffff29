// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace news {

/// Whether a line is nothing but a label of what is not the story: "Advertisement", "Read more:",
/// "Czytaj więcej", in the languages that are read most.
bool is_label_line(std::string_view line);

/// Whether such a label stands at the start of a line, before a colon or a bar, as in front of the
/// title of another story or of a credit: "Read more: River rises", "WATCH | Boats pass".
bool begins_with_label(std::string_view line);

}  // namespace news
