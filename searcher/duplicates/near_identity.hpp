// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/article.hpp"

namespace news {

/// Whether two articles are the same but for a few plain words in one place: no number and no name
/// among them. Short texts must have the same title, too, and no text may be a table. By
/// is_one_story these are one story, too; here they need not be taken apart into words, which is
/// most of the work of comparing them, and most copies are like that. False says nothing.
///
/// Linear in the length of the texts, with a small factor.
bool are_nearly_identical(const Article& a, const Article& b);

}  // namespace news
