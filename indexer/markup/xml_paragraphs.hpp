// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/markup/xml_document.hpp"

#include <string>

namespace news {

/// The text inside an element as paragraphs, one a line: of XHTML, NITF and the like. Elements that
/// are known to stand inside a line do not end it, all others do. What is not read as text is left
/// out: scripts, styles, pictures and other media with their captions.
std::string paragraphs_of(XmlElement element);

/// Whether there is nothing but text inside.
bool holds_only_text(XmlElement element);

}  // namespace news
