// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reading.hpp"

#include "indexer/reader/read_record.hpp"
#include "indexer/reader/registry.hpp"
#include "tests/support/byte_streams.hpp"

#include <utility>

#include <doctest/doctest.h>

namespace news::test {

std::vector<Record> records_of(std::string_view format, std::string source) {
  const Reader* reader = find_reader(format);
  REQUIRE(reader != nullptr);
  InputWindow window(text_stream(std::move(source)));
  const auto framer = reader->frame(window);
  std::vector<Record> records;
  while (const auto raw = framer->next()) {
    for (Record& record : read_record(*reader, *raw, Origin{"x", "x", "", 0}, {})) {
      records.push_back(std::move(record));
    }
  }
  return records;
}

Article article_of(std::string_view format, std::string source) {
  std::vector<Record> records = records_of(format, std::move(source));
  REQUIRE(records.size() == 1);
  REQUIRE(std::holds_alternative<Article>(records.front()));
  return std::get<Article>(std::move(records.front()));
}

std::string refusal_of(std::string_view format, std::string source) {
  const std::vector<Record> records = records_of(format, std::move(source));
  REQUIRE(records.size() == 1);
  const auto* bad = std::get_if<BadRecord>(&records.front());
  return bad == nullptr ? std::string() : bad->reason;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += between;
    out += part;
  }
  return out;
}

std::string iso(const std::optional<Timestamp>& when) { return when ? when->to_iso8601() : ""; }

}  // namespace news::test
