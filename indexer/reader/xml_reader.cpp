// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/xml_reader.hpp"

#include "indexer/markup/xml_head.hpp"
#include "indexer/reader/xml_framer.hpp"
#include "indexer/reader/xml_text.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace news {

namespace {

class XmlReader : public Reader {
 public:
  explicit XmlReader(XmlFormat format) : format_(std::move(format)) {}

  std::string_view name() const override { return format_.name; }

  bool recognizes(const Sample& sample) const override {
    const std::string_view root = local_name(read_xml_head(sample.head).root);
    return std::find(format_.roots.begin(), format_.roots.end(), root) != format_.roots.end();
  }

  std::unique_ptr<RecordFramer> frame(InputWindow& input) const override {
    return format_.record.empty() ? frame_xml_documents(input)
                                  : frame_xml_elements(input, std::string(format_.record));
  }

  std::vector<Parsed> parse(const RawRecord& record) const override {
    const auto document = XmlDocument::parse(record.bytes);
    if (!document) return {Unreadable{std::string(not_readable_xml)}};
    std::vector<Parsed> parsed = format_.read(document->root());
    if (parsed.empty()) {
      const bool cut_off = document->is_cut_off();
      parsed.emplace_back(
          Unreadable{cut_off ? std::string(cut_off_inside)
                             : fmt::format("no news item in <{}>", document->root().name()),
                     cut_off});
    }
    return parsed;
  }

 private:
  XmlFormat format_;
};

}  // namespace

std::unique_ptr<Reader> make_xml_reader(XmlFormat format) {
  return std::make_unique<XmlReader>(std::move(format));
}

}  // namespace news
