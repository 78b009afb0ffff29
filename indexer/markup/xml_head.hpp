// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// What the beginning of an XML document says of it.
struct XmlHead {
  bool declared = false;      ///< it begins with "<?xml"
  std::string_view encoding;  ///< by its declaration, empty if it has none
  std::string_view root;      ///< the name of its root element as written: "rdf:RDF"
  std::string_view root_tag;  ///< all of the opening tag, as far as it is there
};

/// Reads the declaration, passes over comments, instructions and the document type, and finds the
/// root element. Its name is empty where something else stands first. The views are into `text`.
XmlHead read_xml_head(std::string_view text);

/// A name without its prefix: "RDF" of "rdf:RDF".
constexpr std::string_view local_name(std::string_view name) {
  return name.substr(name.rfind(':') + 1);
}

/// The length of the document type declaration that `text` begins with ("<!DOCTYPE ... [...]>");
/// all of the text if it has no end. What its internal subset declares is of no use here.
std::size_t doctype_length(std::string_view text);

/// Whether `c` can stand in the name of an element; what is not ASCII is taken for a letter.
bool is_xml_name_char(char c);

}  // namespace news
