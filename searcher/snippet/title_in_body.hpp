// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/article.hpp"

#include <cstddef>
#include <string_view>

namespace news {

/// What of an article's body its title does not tell already.
struct BodyBehindTitle {
  std::size_t begin = 0;            ///< in the body
  bool begins_in_sentence = false;  ///< the title is the first words of the first sentence
};

/// Many a body repeats the title as its first line or sentence, and the title of an article that
/// has none is made of its first sentence. A title that is only how the first sentence begins
/// ("Ferry sinks", "Ferry sinks off the coast.") is not taken away, unless it was made so.
BodyBehindTitle behind_title(const Article& article);

}  // namespace news
