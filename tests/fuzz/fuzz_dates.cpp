// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as dates: what is found can be, and lies in the text.
#include "news/article/dates.hpp"
#include "news/base/utf8.hpp"
#include "tests/fuzz/expect.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

using namespace news;
using news::fuzz::expect;

namespace {

void check(const Timestamp& found) {
  expect(found.month >= 1 && found.month <= 12, "a month is one of twelve");
  expect(found.day >= 1 && found.day <= 31, "a day is one of a month's");
  const auto again = Timestamp::from_iso8601(found.to_iso8601());
  expect(again.has_value(), "a date can be written and read");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = utf8::repair({reinterpret_cast<const char*>(data), size});
  for (const char* code : {"en", "fr", "ja"}) {
    const Language language = *Language::parse(code);
    if (const auto found = parse_date(text, language)) check(*found);
    for (const FoundDate& found : find_dates(text, language)) {
      expect(found.range.end <= text.size() && found.range.begin < found.range.end,
             "a date lies in the text");
      check(found.when);
    }
  }
  return 0;
}
