// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace news {

/// Whether a line asks its reader for something on the outlet's behalf, in the words of many
/// languages: to subscribe, follow, write in, sign up. It may be a sentence of the story as well
/// ("subscribe to our"), so what it links to and where it stands has to say the same.
bool is_invitation(std::string_view line);

/// Whether a line says whose the text is, or when it was changed, and nothing of what it is about:
/// "© 2024 The Post", "All rights reserved", "This article was amended on".
bool is_colophon(std::string_view line);

}  // namespace news
