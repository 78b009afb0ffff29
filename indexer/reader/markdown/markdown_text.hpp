// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

struct MarkdownText {
  std::string title;  ///< the heading that the text begins with; empty if it does with none
  std::string text;   ///< a line for each paragraph, heading, list entry or line of code
};

/// A Markdown text as it reads: without its marks. Links keep their text, pictures, HTML and what a
/// site's templates put in ("{{< ... >}}") go.
MarkdownText markdown_text(std::string_view markdown);

}  // namespace news
