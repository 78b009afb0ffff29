// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/markup/xml_document.hpp"
#include "indexer/markup/xml_head.hpp"
#include "indexer/reader/feed/feed_entry.hpp"
#include "indexer/reader/formats.hpp"
#include "indexer/reader/framers.hpp"
#include "indexer/reader/xml_text.hpp"
#include "news/base/ascii.hpp"

#include <utility>

#include <fmt/format.h>

namespace news {

namespace {

/// In the order of the document. Where closing tags are missing, one stands inside another.
std::vector<XmlElement> entries_of(XmlElement root) {
  std::vector<XmlElement> entries;
  if (is_feed_entry(root)) entries.push_back(root);
  for (XmlElement at = root.first_child(); at; at = at.next_inside(root)) {
    if (is_feed_entry(at)) entries.push_back(at);
  }
  return entries;
}

/// RSS 0.9 to 2.0, RDF, Atom and CDF: one article an entry.
class FeedReader : public Reader {
 public:
  std::string_view name() const override { return "feed"; }

  bool recognizes(const Sample& sample) const override {
    const XmlHead head = read_xml_head(sample.head);
    const std::string root = ascii::to_lower(local_name(head.root));
    if (root == "rss") return true;
    const std::string text = ascii::to_lower(sample.head);
    const auto has = [&](std::string_view part) { return text.find(part) != std::string::npos; };
    if (root == "rdf") return has("purl.org/rss") || has("simple/0.9") || has("<item");
    if (root == "feed" || root == "entry") {
      return ascii::to_lower(head.root_tag).find("atom") != std::string::npos || has("<entry");
    }
    return root == "channel" && (has("<item") || has("<title"));
  }

  std::unique_ptr<RecordFramer> frame(InputWindow& input) const override {
    return frame_whole(input);
  }

  std::vector<Parsed> parse(const RawRecord& record) const override {
    std::vector<Parsed> parsed;
    const auto document = XmlDocument::parse(record.bytes);
    if (!document) {
      parsed.emplace_back(Unreadable{std::string(not_readable_xml)});
      return parsed;
    }
    const XmlElement root = document->root();
    const FeedHead head = read_feed_head(root);
    bool cut_entry = false;
    for (const XmlElement entry : entries_of(root)) {
      cut_entry = cut_entry || entry.is_cut_off();
      std::string refusal = refusal_of_entry(entry);
      if (refusal.empty()) {
        parsed.emplace_back(read_feed_entry(entry, head));
      } else {
        parsed.emplace_back(Unreadable{std::move(refusal), entry.is_cut_off()});
      }
    }
    if (document->is_cut_off() && !cut_entry) {
      parsed.emplace_back(
          Unreadable{fmt::format("cut off: the file ends before </{}>", root.name()),
                     /*rest_unread=*/true});
    } else if (parsed.empty()) {
      parsed.emplace_back(Unreadable{"a feed without entries"});
    }
    return parsed;
  }
};

}  // namespace

std::unique_ptr<Reader> make_feed_reader() { return std::make_unique<FeedReader>(); }

}  // namespace news
