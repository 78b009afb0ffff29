// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/xml_framer.hpp"

#include "indexer/markup/xml_head.hpp"
#include "indexer/reader/framers.hpp"

#include <utility>

namespace news {

namespace {

class XmlFramer : public RecordFramer {
 public:
  /// `declaration` goes before each record.
  XmlFramer(std::unique_ptr<RecordFramer> elements, std::string declaration)
      : elements_(std::move(elements)), declaration_(std::move(declaration)) {}

  std::optional<RawRecord> next() override {
    const bool first = !std::exchange(begun_, true);
    if (first) ahead_ = elements_->next();
    std::optional<RawRecord> record = std::move(ahead_);
    if (!record) return record;
    ahead_ = elements_->next();
    if (first && !ahead_) record->number = 0;
    if (record->defect.empty()) record->bytes.insert(0, declaration_);
    return record;
  }

 private:
  std::unique_ptr<RecordFramer> elements_;
  std::string declaration_;
  std::optional<RawRecord> ahead_;
  bool begun_ = false;
};

std::unique_ptr<RecordFramer> frame(InputWindow& input, const XmlHead& head,
                                    const std::string& name) {
  std::string declaration;
  if (!head.encoding.empty()) {
    declaration.append("<?xml version=\"1.0\" encoding=\"").append(head.encoding).append("\"?>");
  }
  // What a cut record can be used for is for the parser to say.
  auto elements =
      frame_elements(input, {.open = "<" + name, .close = "</" + name + ">", .enough = "</"});
  return std::make_unique<XmlFramer>(std::move(elements), std::move(declaration));
}

}  // namespace

std::unique_ptr<RecordFramer> frame_xml_documents(InputWindow& input) {
  const XmlHead head = read_xml_head(input.peek(sample_bytes));
  if (head.root.empty()) return frame_whole(input);
  return frame(input, head, std::string(head.root));
}

std::unique_ptr<RecordFramer> frame_xml_elements(InputWindow& input, const std::string& name) {
  return frame(input, read_xml_head(input.peek(sample_bytes)), name);
}

}  // namespace news
