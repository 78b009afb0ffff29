// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/article.hpp"

#include <string>
#include <string_view>

namespace news {

/// Whether a URL is one that a browser may be sent to without a second thought: of the web or FTP,
/// without a space or a control character. What news calls a URL can be anything.
bool is_safe_url(std::string_view url);

/// Where an article can be read: its URL if that is safe, else its source as a file: URL, which
/// names the host, as a terminal may run elsewhere. Empty if it came from standard input. All of it
/// is printable ASCII.
std::string link_target(const Article& article);

/// `text` as a hyperlink of terminals: an escape sequence with the operating system command 8. It
/// is `text` itself if there is no target. See "Hyperlinks (a.k.a. HTML-like anchors) in terminal
/// emulators" by E. Koblinger.
std::string hyperlink(const std::string& text, const std::string& target);

}  // namespace news
