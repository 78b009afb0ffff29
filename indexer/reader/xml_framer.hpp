// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/reader.hpp"

#include <memory>
#include <string>

namespace news {

/// Every document of a stream of XML documents, one behind the other, is a record: from the opening
/// tag of the first one's root element to its closing tag. Only one has number 0. The declaration
/// that the stream begins with is put before each record, because it tells the encoding.
std::unique_ptr<RecordFramer> frame_xml_documents(InputWindow& input);

/// The same for the elements of one name, which the root element holds.
std::unique_ptr<RecordFramer> frame_xml_elements(InputWindow& input, const std::string& name);

}  // namespace news
