// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// A text without what the programs put into it that carried it here, where it surely is theirs:
///
///   "> "     before nearly every line, of a quoted mail
///   "[7]"    the numbers of links on a page that a text browser saved: each by one more than the
///            last
///   "&#39;"  the entities of a page whose markup was taken away; not where "<", or its entity,
///            shows that the text is about markup
std::string without_transport_marks(std::string_view text);

}  // namespace news
