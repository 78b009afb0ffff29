// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/index_lock.hpp"

#include "news/base/ascii.hpp"
#include "news/base/error.hpp"
#include "news/index/schema.hpp"

#include <array>
#include <ctime>
#include <thread>

#include <fmt/chrono.h>
#include <unistd.h>

namespace news {

namespace {

std::string this_process() {
  std::array<char, 256> host{};
  if (::gethostname(host.data(), host.size() - 1) != 0) host = {"unknown host"};
  return fmt::format("process {} on {} since {:%Y-%m-%d %H:%M:%S} UTC\n", ::getpid(), host.data(),
                     fmt::gmtime(std::time(nullptr)));
}

}  // namespace

FileLock lock_index(const std::filesystem::path& index, std::chrono::seconds patience,
                    const std::atomic<bool>* stop) {
  constexpr std::chrono::milliseconds pause{100};
  const auto give_up = std::chrono::steady_clock::now() + patience;
  std::error_code error;
  std::filesystem::create_directories(index, error);
  if (error) {
    throw FileError(index.string(), "cannot be created: " + error.message(),
                    "Choose another folder with --index.");
  }
  const std::filesystem::path file = index / schema::lock_file;
  while (true) {
    if (auto lock = FileLock::try_acquire(file)) {
      lock->describe_holder(this_process());
      return std::move(*lock);
    }
    if (std::chrono::steady_clock::now() >= give_up) {
      const std::string holder(ascii::trim(read_file(file).value_or("")));
      throw IndexBusy(index.string(),
                      "is being written by " + (holder.empty() ? "another process" : holder),
                      "Run again when that has ended, or wait for it with --wait SECONDS.");
    }
    if (stop != nullptr && *stop) {
      throw Interrupted(index.string(), "interrupted while waiting for another writer");
    }
    std::this_thread::sleep_for(pause);
  }
}

}  // namespace news
