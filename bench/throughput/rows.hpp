// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

namespace news::bench {

/// An article as the other programs are given it.
struct Row {
  std::string id;
  std::string title;  ///< empty where the source has none
  std::string body;   ///< paragraphs separated by one newline

  friend bool operator==(const Row&, const Row&) = default;
};

/// A file of rows, each field behind its length: to be read again at the speed of a copy, one row
/// at a time, so that whoever is fed from it has no more of them in memory.
class RowWriter {
 public:
  /// Throws FileError.
  explicit RowWriter(const std::filesystem::path& path);
  void write(const Row& row);
  /// Throws FileError if something was not written.
  void close();

 private:
  void write_field(const std::string& field);

  std::filesystem::path path_;
  std::ofstream file_;
};

class RowReader {
 public:
  /// Throws FileError.
  explicit RowReader(const std::filesystem::path& path);
  /// False at the end.
  bool read(Row& row);

 private:
  bool read_field(std::string& field);

  std::ifstream file_;
};

/// How much text there is.
struct TextSize {
  std::uint64_t documents = 0;
  std::uint64_t bytes = 0;  ///< titles and bodies
};
TextSize size_of_rows(const std::filesystem::path& rows);

/// Writes rows as scriptindex reads them: "name=value" lines, further lines of a value behind "=",
/// an empty line between articles. Throws FileError.
void write_dump(const std::filesystem::path& rows, const std::filesystem::path& dump);

}  // namespace news::bench
