// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/markup/xml_document.hpp"

#include <string>

namespace news {

/// The text in a title, summary or content of an entry as paragraphs. Atom says what it is: text,
/// HTML, XHTML, or base64 of these; elsewhere it is HTML if it looks like that. Empty for media.
std::string text_of_entry_part(XmlElement part);

}  // namespace news
