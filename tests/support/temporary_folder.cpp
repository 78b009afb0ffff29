// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temporary_folder.hpp"

#include <atomic>
#include <fstream>
#include <iterator>

#include <unistd.h>

namespace news::test {

TemporaryFolder::TemporaryFolder() {
  static std::atomic<int> count{0};
  path_ = std::filesystem::temp_directory_path() /
          ("news test " + std::to_string(::getpid()) + "-" + std::to_string(count++));
  std::filesystem::remove_all(path_);
  std::filesystem::create_directories(path_);
  path_ = std::filesystem::canonical(path_);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  // A test may have taken away what removing needs.
  std::filesystem::permissions(path_, std::filesystem::perms::owner_all,
                               std::filesystem::perm_options::add, ignored);
  std::filesystem::remove_all(path_, ignored);
}

std::string TemporaryFolder::write(std::string_view name, std::string_view content) const {
  const std::filesystem::path file = path_ / name;
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << content;
  return file.string();
}

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace news::test
