// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/formats.hpp"
#include "indexer/reader/nitf_story.hpp"
#include "indexer/reader/xml_reader.hpp"
#include "indexer/reader/xml_text.hpp"

namespace news {

namespace {

/// Only what stands behind the text may be missing.
std::vector<Parsed> read_nitf(XmlElement root) {
  const XmlElement text = root.find("body.content");
  if (text ? text.is_cut_off() : root.is_cut_off()) return {};
  return {read_nitf_story(root)};
}

}  // namespace

/// The News Industry Text Format: a story a document.
std::unique_ptr<Reader> make_nitf_reader() {
  return make_xml_reader({.name = "nitf", .roots = {"nitf"}, .read = read_nitf});
}

}  // namespace news
