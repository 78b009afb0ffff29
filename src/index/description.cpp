// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/index/description.hpp"

#include "news/index/directory.hpp"
#include "news/index/field_values.hpp"
#include "news/index/open.hpp"
#include "news/index/schema.hpp"

#include <algorithm>
#include <exception>
#include <map>
#include <string_view>
#include <system_error>

#include <fmt/format.h>
#include <sys/stat.h>

namespace news {

namespace {

using Counts = IndexDescription::Counts;

std::uint64_t bytes_in(const std::filesystem::path& folder) {
  std::uint64_t bytes = 0;
  for (const auto& file : std::filesystem::directory_iterator(folder)) bytes += file.file_size();
  return bytes;
}

std::string day_text(const std::string& value) {
  if (value.empty()) return {};
  const auto day = static_cast<int>(Xapian::sortable_unserialise(value));
  return fmt::format("{:04}-{:02}-{:02}", day / 10000, day / 100 % 100, day % 100);
}

Counts most_frequent_first(Counts counts) {
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return counts;
}

Counts count_languages(const Xapian::Database& database) {
  Counts counts;
  const std::string prefix(schema::language);
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    counts.emplace_back((*term).substr(prefix.size()), term.get_termfreq());
  }
  return most_frequent_first(std::move(counts));
}

Counts count_outlets(const Xapian::Database& database) {
  std::map<std::string, std::uint64_t, std::less<>> counts;
  auto last = counts.end();  // neighbours often have the same outlet
  const auto end = database.valuestream_end(schema::outlet_slot);
  for (auto value = database.valuestream_begin(schema::outlet_slot); value != end; ++value) {
    const std::string packed = *value;
    visit_field_values(packed, [&](std::string_view outlet) {
      if (last == counts.end() || last->first != outlet) {
        last = counts.try_emplace(std::string(outlet), 0).first;
      }
      ++last->second;
    });
  }
  return most_frequent_first({counts.begin(), counts.end()});
}

/// When the stub was written: it is replaced by every publication.
std::chrono::system_clock::time_point time_of_stub(const IndexDirectory& index) {
  struct stat status {};
  if (::stat((index.path() / schema::stub_file).c_str(), &status) != 0) return {};
  return std::chrono::system_clock::from_time_t(status.st_mtime);
}

IndexDescription describe(const IndexDirectory& index, const std::vector<std::string>& segments) {
  const Xapian::Database database = open_index({index.path()}).database;
  IndexDescription description;
  description.changed = time_of_stub(index);
  for (const std::string& name : segments) {
    const Xapian::Database segment = open_segment(index, name);
    description.segments.push_back(
        {name, segment.get_doccount(), bytes_in(index.segment_path(name))});
    description.bytes += description.segments.back().bytes;
  }
  if (description.segments.empty()) return description;
  description.articles = database.get_doccount();
  description.first_day = day_text(database.get_value_lower_bound(schema::day_slot));
  description.last_day = day_text(database.get_value_upper_bound(schema::day_slot));
  description.outlets = count_outlets(database);
  description.languages = count_languages(database);
  return description;
}

}  // namespace

IndexDescription describe_index(const std::filesystem::path& folder) {
  const IndexDirectory index(folder);
  while (true) {
    const std::vector<std::string> segments = index.segments();
    try {
      return describe(index, segments);
    } catch (const Xapian::DatabaseModifiedError&) {
      continue;  // a writer took articles out of a segment
    } catch (const Xapian::Error& error) {
      if (index.segments() == segments) throw index_error(folder, error);
    } catch (const std::exception&) {
      if (index.segments() == segments) throw;
    }
  }
}

}  // namespace news
