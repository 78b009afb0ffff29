// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace news {

/// Whether a line is nothing but a label of what is not the story: "Advertisement", "Read more:",
/// "Czytaj więcej", in the languages that are read most.
bool is_label_line(std::string_view line);

}  // namespace news
