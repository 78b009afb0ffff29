// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// The encoding that a page's first bytes say it has: in `<meta charset>`, in the `<meta
/// http-equiv>` of older pages, or in the prolog of an XML document. Empty if they say none.
std::string declared_charset(std::string_view html);

}  // namespace news
