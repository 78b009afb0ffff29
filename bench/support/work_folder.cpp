// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/support/work_folder.hpp"

#include "news/base/error.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <vector>

namespace news::bench {

namespace fs = std::filesystem;

WorkFolder::WorkFolder(bool keep) : keep_(keep) {
  std::string name = (fs::temp_directory_path() / "news-bench-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw FileError(name, std::strerror(errno));
  path_ = fs::canonical(name);
}

WorkFolder::~WorkFolder() {
  std::error_code ignored;
  if (!keep_) fs::remove_all(path_, ignored);
}

void make_empty(const fs::path& folder) {
  fs::remove_all(folder);
  fs::create_directories(folder);
}

std::uint64_t bytes_under(const fs::path& path) {
  if (fs::is_regular_file(path)) return fs::file_size(path);
  std::uint64_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return bytes;
}

void warm_up(const fs::path& folder) {
  std::vector<char> buffer(std::size_t{1} << 20);
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    while (file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()))) {
    }
  }
}

}  // namespace news::bench
