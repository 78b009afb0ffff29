// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/throughput/rows.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace news::bench {

/// The same articles in every form that a contestant takes.
struct Corpus {
  std::string name;                 ///< of its folder in the data folder
  std::string title;                ///< for people
  std::filesystem::path folder;     ///< the files as they are
  std::filesystem::path rows = {};  ///< see RowWriter
  std::filesystem::path dump = {};  ///< see write_dump
  TextSize text = {};
};

/// The corpora that are in `data`, read by the project's own readers. Their other forms are written
/// into `work`. Every file is in the page cache afterwards. Throws InputError if there is none.
std::vector<Corpus> prepare_corpora(const std::filesystem::path& data,
                                    const std::filesystem::path& work);

/// Writes the articles of a folder as rows, read by the project's own readers.
void write_rows(const std::filesystem::path& folder, const std::filesystem::path& rows);

/// Writes `copies` copies of the SGML files of a folder into another; see reuters_copy.
void write_reuters_copies(const std::filesystem::path& folder, unsigned copies,
                          const std::filesystem::path& into);

/// Writes the first stories of the first SGML file of a folder, as the copy with that number.
void write_new_stories(const std::filesystem::path& folder, std::size_t stories, unsigned copy,
                       const std::filesystem::path& file);

}  // namespace news::bench
