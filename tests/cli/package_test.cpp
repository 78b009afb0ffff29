// SPDX-License-Identifier: GPL-3.0-or-later
// What `cmake --install` and the Debian package bring to a machine.
#include "tests/support/process.hpp"
#include "tests/support/temporary_folder.hpp"

#include <filesystem>
#include <regex>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace news::test;
namespace fs = std::filesystem;

namespace {

const std::string build_folder = NEWS_BUILD_FOLDER;

bool is_installed(const std::string& program) {
  return run({.command = {"sh", "-c", "command -v " + program}}).exit_code == 0;
}

/// The package, made of what is built.
fs::path package_in(const TemporaryFolder& folder) {
  const Outcome made =
      run({.command = {NEWS_CPACK_PROGRAM, "-G", "DEB", "-B", folder.path().string()},
           .folder = build_folder});
  INFO(made.out << made.err);
  REQUIRE(made.exit_code == 0);
  for (const auto& entry : fs::directory_iterator(folder.path())) {
    if (entry.path().extension() == ".deb") return entry.path();
  }
  REQUIRE_MESSAGE(false, "there is no package");
  return {};
}

}  // namespace

TEST_CASE("package: an installation has manuals and completions where they are looked for") {
  const TemporaryFolder folder;
  const Outcome installed = run({.command = {NEWS_CMAKE_PROGRAM, "--install", build_folder,
                                             "--prefix", folder.path().string()}});
  INFO(installed.err);
  REQUIRE(installed.exit_code == 0);
  const fs::path share = folder.path() / "share";
  for (const std::string program : {"news-index", "news-search"}) {
    CAPTURE(program);
    CHECK(fs::exists(folder.path() / "bin" / program));
    CHECK(fs::exists(share / "bash-completion/completions" / program));
    CHECK(fs::exists(share / "fish/vendor_completions.d" / (program + ".fish")));
    CHECK(fs::exists(share / "zsh/site-functions" / ("_" + program)));
    const Outcome manual =
        run({.command = {"gzip", "-dc", share / "man/man1" / (program + ".1.gz")}});
    CHECK(manual.out ==
          run({.command = {folder.path() / "bin" / program, "--generate", "man"}}).out);
  }
  CHECK(fs::exists(share / "doc/news-search/LICENSE"));
  CHECK(fs::exists(share / "doc/news-search/docs/query-language.md"));
}

TEST_CASE("package: the Debian package keeps to Debian's policy") {
  if (!is_installed("dpkg-shlibdeps")) return;
  const TemporaryFolder folder;
  const fs::path package = package_in(folder);
  const std::string files = run({.command = {"dpkg-deb", "-c", package}}).out;
  for (const char* file :
       {"/usr/bin/news-search", "/usr/share/man/man1/news-index.1.gz",
        "/usr/share/doc/news-search/copyright", "/usr/share/doc/news-search/changelog.gz",
        "/usr/share/zsh/vendor-completions/_news-search",
        "/usr/share/bash-completion/completions/news-index",
        "/usr/share/fish/vendor_completions.d/news-search.fish"}) {
    CAPTURE(file);
    CHECK(files.find("." + std::string(file) + "\n") != std::string::npos);
  }
  const std::string control = run({.command = {"dpkg-deb", "-f", package}}).out;
  for (const char* library : {"libxapian30", "libicu72", "libarchive13", "libc6"}) {
    CAPTURE(library);
    CHECK(
        std::regex_search(control, std::regex("\nDepends: .*" + std::string(library) + " \\(>= ")));
  }
  CHECK(std::regex_search(control, std::regex("\nDescription: \\w[^\n]*\n \\w")));
}

TEST_CASE("package: lintian finds neither errors nor warnings") {
  if (!is_installed("dpkg-shlibdeps") || !is_installed("lintian")) return;
  const TemporaryFolder folder;
  const Outcome judged = run({.command = {"lintian", "-q", "--allow-root", "--fail-on",
                                          "error,warning", package_in(folder).string()}});
  INFO(judged.out << judged.err);
  CHECK(judged.out.empty());
  CHECK(judged.exit_code == 0);
}
