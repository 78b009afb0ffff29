// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/reader.hpp"

#include <cstddef>
#include <string_view>

namespace news {

/// No page of news is longer; what libxml2 makes of a page takes several times its length.
inline constexpr std::size_t max_page_bytes = std::size_t{16} * 1024 * 1024;

/// The article of a page of HTML, as it came over the wire: metadata, and the body that is left
/// when the furniture is taken away. A page that is no article is read, too: its text is kept. The
/// page's own word on its encoding comes before `charset`, which a header may have said.
Parsed read_page(std::string_view bytes, std::string_view charset = {});

}  // namespace news
