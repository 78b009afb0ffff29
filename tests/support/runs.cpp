// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/runs.hpp"

#include "indexer/build/glass/packing.hpp"

#include <utility>

namespace news::test {

namespace {

std::string shown_key(std::string_view key) { return std::string(key) + ":"; }

std::string shown_posting(std::uint64_t id, std::uint64_t wdf) {
  return " " + std::to_string(id) + "=" + std::to_string(wdf);
}

std::string shown_stream(const RunCursor& cursor) {
  const RunEntry& entry = cursor.entry();
  const char* at = entry.stream.data();
  std::string text;
  std::uint64_t id = cursor.base();
  std::uint64_t count = 0;
  std::uint64_t total = 0;
  for (; at < entry.stream.data() + entry.stream.size(); ++id, ++count) {
    id += glass::read_varint(at);
    const std::uint64_t wdf = glass::read_varint(at);
    text += shown_posting(id, wdf);
    total += wdf;
  }
  const bool so =
      count == entry.count && total == entry.total && cursor.base() + entry.last == id - 1;
  return so ? text : text + "!";
}

void append_line(std::string& out, const std::string& line) {
  if (!out.empty()) out += "; ";
  out += line;
}

}  // namespace

std::string run_of(const Postings& postings, std::uint32_t base) {
  glass::ByteBuffer run;
  for (const auto& [key, documents] : postings) {
    RunEntry entry{.key = key};
    std::string stream;
    std::uint32_t expected = base;
    for (const auto& [id, wdf] : documents) {
      glass::append_varint(stream, id - expected);
      glass::append_varint(stream, wdf);
      expected = id + 1;
      ++entry.count;
      entry.total += wdf;
      entry.last = id - base;
    }
    entry.stream = stream;
    append_run_entry(run, entry);
  }
  return std::string(run.view());
}

std::string shown(RunCursor cursor) {
  std::string out;
  while (cursor.next()) append_line(out, shown_key(cursor.entry().key) + shown_stream(cursor));
  return out;
}

std::string shown(RunMerger merger) {
  std::string out;
  while (merger.next()) {
    std::string line = shown_key(merger.key());
    for (const RunCursor* run : merger.group()) line += shown_stream(*run);
    append_line(out, line);
  }
  return out;
}

std::string shown(const Postings& postings) {
  std::string out;
  for (const auto& [key, documents] : postings) {
    std::string line = shown_key(key);
    for (const auto& [id, wdf] : documents) line += shown_posting(id, wdf);
    append_line(out, line);
  }
  return out;
}

Postings part(const Postings& postings, std::uint32_t begin, std::uint32_t end) {
  Postings chosen;
  for (const auto& [key, documents] : postings) {
    for (auto at = documents.lower_bound(begin); at != documents.end() && at->first < end; ++at) {
      chosen[key].insert(*at);
    }
  }
  return chosen;
}

Postings random_postings(RandomText& random, std::size_t keys, std::uint32_t documents) {
  Postings postings;
  for (std::size_t i = 0; i < keys; ++i) {
    auto& of_key = postings["k" + random.bytes(random.below(10) == 0 ? 254 : 9)];
    for (std::size_t k = 1 + random.below(random.below(10) == 0 ? 500 : 4); k > 0; --k) {
      const auto id = static_cast<std::uint32_t>(1 + random.below(documents));
      of_key[id] = static_cast<std::uint32_t>(random.below(300));
    }
  }
  return postings;
}

}  // namespace news::test
