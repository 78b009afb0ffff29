// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// What is known of an article when its body is looked for.
struct BodyHints {
  std::string_view title = {};
  std::vector<std::string> authors = {};
  std::vector<std::string> summaries = {};  ///< what the metadata has as such, as squeezed_title
  std::string_view linked_body = {};        ///< the text as the page's linked data has it
};

}  // namespace news
