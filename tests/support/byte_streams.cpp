// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/byte_streams.hpp"

#include "news/base/error.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace news::test {

namespace {

class TextStream : public ByteStream {
 public:
  TextStream(std::string text, std::size_t piece) : text_(std::move(text)), piece_(piece) {}

  std::size_t read(std::span<char> buffer) override {
    const std::size_t count = std::min({buffer.size(), text_.size() - taken_, piece_});
    std::copy_n(text_.data() + taken_, count, buffer.data());
    taken_ += count;
    return count;
  }

 private:
  std::string text_;
  std::size_t piece_;
  std::size_t taken_ = 0;
};

class LongStream : public ByteStream {
 public:
  LongStream(std::string head, std::size_t count, char fill, std::string tail)
      : head_(std::move(head), all_at_once),
        count_(count),
        fill_(fill),
        tail_(std::move(tail), all_at_once) {}

  std::size_t read(std::span<char> buffer) override {
    if (const std::size_t got = head_.read(buffer)) return got;
    const std::size_t count = std::min(buffer.size(), count_);
    std::fill_n(buffer.data(), count, fill_);
    count_ -= count;
    return count > 0 ? count : tail_.read(buffer);
  }

 private:
  TextStream head_;
  std::size_t count_;
  char fill_;
  TextStream tail_;
};

class BreakingStream : public ByteStream {
 public:
  explicit BreakingStream(std::string text) : text_(std::move(text), all_at_once) {}

  std::size_t read(std::span<char> buffer) override {
    const std::size_t got = text_.read(buffer);
    if (got == 0) throw InputError("x", "broken");
    return got;
  }

 private:
  TextStream text_;
};

std::string shown(const RawRecord& record) {
  constexpr std::size_t most_shown = 4096;
  const std::string number = std::to_string(record.number);
  if (!record.defect.empty()) return number + ": " + record.defect;
  if (record.bytes.size() <= most_shown) return number + "=" + record.bytes;
  return number + "=[" + std::to_string(record.bytes.size()) + "]";
}

}  // namespace

std::unique_ptr<ByteStream> text_stream(std::string text, std::size_t piece) {
  return std::make_unique<TextStream>(std::move(text), piece);
}

std::unique_ptr<ByteStream> long_stream(std::string head, std::size_t count, char fill,
                                        std::string tail) {
  return std::make_unique<LongStream>(std::move(head), count, fill, std::move(tail));
}

std::unique_ptr<ByteStream> breaking_stream(std::string text) {
  return std::make_unique<BreakingStream>(std::move(text));
}

std::string drained(ByteStream& stream, std::size_t buffer_bytes) {
  std::vector<char> buffer(buffer_bytes);
  std::string all;
  while (const std::size_t got = stream.read(buffer)) all.append(buffer.data(), got);
  return all;
}

std::string framed(const MakeFramer& frame, std::unique_ptr<ByteStream> stream) {
  InputWindow window(std::move(stream));
  const std::unique_ptr<RecordFramer> framer = frame(window);
  std::string records;
  while (const auto record = framer->next()) {
    if (!records.empty()) records += "\n";
    records += shown(*record);
  }
  return records;
}

std::string framed(const MakeFramer& frame, std::string text, std::size_t piece) {
  return framed(frame, text_stream(std::move(text), piece));
}

}  // namespace news::test
