// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/intent.hpp"

#include "indexer/build/segment_record.hpp"
#include "indexer/build/source_state.hpp"
#include "news/base/ascii.hpp"
#include "news/base/error.hpp"
#include "news/base/file.hpp"
#include "news/base/seal.hpp"
#include "news/index/open.hpp"
#include "news/index/schema.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <sstream>

#include <fmt/format.h>

namespace news {

namespace {

constexpr std::string_view publishes_word = "publishes";
constexpr std::string_view delete_word = "delete";
constexpr std::string_view forget_word = "forget";

/// Paths may hold line ends.
std::string escaped(std::string_view path) {
  std::string out;
  for (const char c : path) {
    if (ascii::is_control(c) || c == '%') {
      out += fmt::format("%{:02x}", static_cast<unsigned char>(c));
    } else {
      out.push_back(c);
    }
  }
  return out;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned value = 0;
    const std::string_view digits = text[at] == '%' ? text.substr(at + 1, 2) : std::string_view();
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (digits.size() == 2 && read.ptr == digits.data() + 2) {
      out.push_back(static_cast<char>(value));
      at += 2;
    } else {
      out.push_back(text[at]);
    }
  }
  return out;
}

/// " 3 7-9 12": ascending numbers with runs drawn together.
std::string ranges(std::vector<Xapian::docid> ids) {
  std::sort(ids.begin(), ids.end());
  std::string out;
  for (std::size_t i = 0; i < ids.size();) {
    std::size_t last = i;
    while (last + 1 < ids.size() && ids[last + 1] == ids[last] + 1) ++last;
    out += last == i ? fmt::format(" {}", ids[i]) : fmt::format(" {}-{}", ids[i], ids[last]);
    i = last + 1;
  }
  return out;
}

/// What one line says to delete.
enum class Ranges : std::uint8_t { understood, no_ranges, beyond_segment };

/// Appends the numbers of ascending ranges up to `last_docid`; none if there is no such number.
Ranges read_ranges(std::istringstream& in, std::optional<Xapian::docid> last_docid,
                   std::vector<Xapian::docid>& ids) {
  std::string word;
  Xapian::docid before = 0;
  while (in >> word) {
    Xapian::docid first = 0;
    const char* const end = word.data() + word.size();
    auto read = std::from_chars(word.data(), end, first);
    Xapian::docid last = first;
    if (read.ec == std::errc() && read.ptr != end && *read.ptr == '-') {
      read = std::from_chars(read.ptr + 1, end, last);
    }
    if (read.ec != std::errc() || read.ptr != end) return Ranges::no_ranges;
    if (first <= before || last < first) return Ranges::no_ranges;
    before = last;
    if (!last_docid) continue;
    if (last > *last_docid) return Ranges::beyond_segment;
    for (Xapian::docid id = first; id <= last; ++id) ids.push_back(id);
  }
  return Ranges::understood;
}

Ranges read_deletions(std::istringstream& words, const std::string& segment,
                      const LastDocids& last_docids, Intent& intent) {
  const auto live = last_docids.find(segment);
  if (live != last_docids.end()) {
    return read_ranges(words, live->second, intent.deletions[segment]);
  }
  std::vector<Xapian::docid> none;
  return read_ranges(words, std::nullopt, none);
}

LastDocids last_docids_of(const IndexDirectory& index, const std::vector<std::string>& live) {
  LastDocids last_docids;
  for (const std::string& name : live) {
    const std::string path = index.segment_path(name).string();
    try {
      last_docids[name] = Xapian::Database(path).get_lastdocid();
    } catch (const Xapian::Error& error) {
      throw index_error(path, error, "cannot be read: ");
    }
  }
  return last_docids;
}

void forget(Xapian::WritableDatabase& segment, const std::string& path) {
  const std::string key = schema::source_state_key(path);
  const auto state = from_metadata(segment.get_metadata(key));
  if (state && state->path == path) segment.set_metadata(key, "");
}

void carry_out(const IndexDirectory& index, const std::vector<std::string>& live,
               const Intent& intent) {
  for (const std::string& name : live) {
    const auto found = intent.deletions.find(name);
    if (found == intent.deletions.end() && intent.forgotten_sources.empty()) continue;
    // Its own publication only forgets in older segments.
    if (name == intent.published_segment) continue;
    const std::string path = index.segment_path(name).string();
    begin_change(path);
    try {
      Xapian::WritableDatabase segment(path, Xapian::DB_OPEN);
      if (found != intent.deletions.end()) {
        for (const Xapian::docid id : found->second) {
          try {
            segment.delete_document(id);
          } catch (const Xapian::DocNotFoundError&) {
            // An earlier attempt got this far.
          }
        }
      }
      for (const std::string& source : intent.forgotten_sources) forget(segment, source);
      segment.commit();
    } catch (const Xapian::Error& error) {
      throw index_error(path, error, "articles cannot be removed: ",
                        "Free some disk space if there is none, and run news-index again.");
    }
    end_change(path);
  }
}

IndexError damaged(const std::string& where, const std::string& why, const std::string& line) {
  constexpr std::size_t longest_shown = 200;
  return {where, "has a line that " + why + ": " + line.substr(0, longest_shown),
          std::string(repair_remedy)};
}

}  // namespace

std::string to_text(const Intent& intent) {
  std::string text;
  if (!intent.published_segment.empty()) {
    text += fmt::format("{} {}\n", publishes_word, intent.published_segment);
  }
  for (const auto& [segment, ids] : intent.deletions) {
    text += fmt::format("{} {}{}\n", delete_word, segment, ranges(ids));
  }
  for (const std::string& path : intent.forgotten_sources) {
    text += fmt::format("{} {}\n", forget_word, escaped(path));
  }
  return text;
}

Intent intent_from_text(const std::string& text, const std::string& where,
                        const LastDocids& last_docids) {
  Intent intent;
  std::istringstream lines(text);
  std::string line;
  while (std::getline(lines, line)) {
    if (line.starts_with(seal_line)) continue;
    std::istringstream words(line);
    std::string verb;
    std::string name;
    words >> verb >> name;
    bool understood = !name.empty();
    Ranges ranges = Ranges::understood;
    if (verb == publishes_word) {
      intent.published_segment = name;
    } else if (verb == delete_word) {
      if (understood) ranges = read_deletions(words, name, last_docids, intent);
    } else if (verb == forget_word && understood) {
      intent.forgotten_sources.push_back(unescaped(line.substr(forget_word.size() + 1)));
    } else {
      understood = false;
    }
    if (!understood || ranges == Ranges::no_ranges) throw damaged(where, "is no intent", line);
    if (ranges == Ranges::beyond_segment) {
      throw damaged(where, "deletes what the segment cannot have", line);
    }
  }
  return intent;
}

void write_intent(const IndexDirectory& index, const Intent& intent) {
  if (!intent.empty()) replace_file(index.path() / schema::intent_file, sealed(to_text(intent)));
}

std::optional<Intent> read_intent(const IndexDirectory& index,
                                  const std::vector<std::string>& live) {
  const std::filesystem::path file = index.path() / schema::intent_file;
  const auto text = read_file(file);
  if (!text) return std::nullopt;
  if (seal_of(*text) != Seal::whole) {
    throw IndexError(file.string(), "is damaged: it is not as it was written",
                     std::string(repair_remedy));
  }
  return intent_from_text(*text, file.string(), last_docids_of(index, live));
}

void settle_intent(const IndexDirectory& index) { settle_intent(index, index.segments()); }

void settle_intent(const IndexDirectory& index, const std::vector<std::string>& live) {
  const auto intent = read_intent(index, live);
  if (!intent) return;
  const bool went_live =
      intent->published_segment.empty() ||
      std::find(live.begin(), live.end(), intent->published_segment) != live.end();
  if (went_live) carry_out(index, live, *intent);
  remove_file(index.path() / schema::intent_file);
}

}  // namespace news
