// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/throughput/machine.hpp"

#include "bench/support/process.hpp"
#include "bench/throughput/fts5.hpp"
#include "news/base/ascii.hpp"

#include <chrono>
#include <fstream>
#include <thread>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <stdlib.h>
#include <sys/sysinfo.h>
#include <sys/utsname.h>
#include <xapian.h>

namespace news::bench {

namespace {

std::string processor() {
  std::ifstream info("/proc/cpuinfo");
  for (std::string line; std::getline(info, line);) {
    const std::size_t colon = line.find(':');
    if (line.starts_with("model name") && colon != std::string::npos) {
      return std::string(ascii::trim(std::string_view(line).substr(colon + 1)));
    }
  }
  return {};
}

std::uint64_t memory_bytes() {
  struct sysinfo info {};
  return ::sysinfo(&info) == 0 ? std::uint64_t{info.totalram} * info.mem_unit : 0;
}

std::string kernel() {
  utsname name{};
  return ::uname(&name) == 0 ? fmt::format("{} {}", name.sysname, name.release) : std::string();
}

double load() {
  double one_minute = 0;
  return ::getloadavg(&one_minute, 1) == 1 ? one_minute : 0;
}

/// With a "+" if the sources are not those of the commit.
std::string commit(const std::filesystem::path& work) {
  const auto git = [&work](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"git", "-C", NEWS_SOURCE_FOLDER});
    return output_of({.words = std::move(arguments), .log = work / "git.log"});
  };
  const auto name = git({"rev-parse", "--short=12", "HEAD"});
  if (!name) return {};
  const auto changes = git({"status", "--porcelain", "--untracked-files=no"});
  return std::string(ascii::trim(*name)) + (changes.value_or("").empty() ? "" : "+");
}

}  // namespace

Machine describe_machine(const std::filesystem::path& work) {
  return {
      .processor = processor(),
      .cores = std::thread::hardware_concurrency(),
      .memory_bytes = memory_bytes(),
      .kernel = kernel(),
      .compiler = fmt::format("{} ({})", NEWS_COMPILER, NEWS_BUILD_TYPE),
      .xapian = Xapian::version_string(),
      .sqlite = sqlite_version(),
      .date = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::now())),
      .commit = commit(work),
      .load = load()};
}

}  // namespace news::bench
