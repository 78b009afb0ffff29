// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/output.hpp"

#include "news/base/error.hpp"
#include "tests/support/temporary_folder.hpp"

#include <cstdio>
#include <memory>

#include <doctest/doctest.h>

using namespace news;

namespace {

struct Close {
  void operator()(std::FILE* stream) const { std::fclose(stream); }
};
using Stream = std::unique_ptr<std::FILE, Close>;

}  // namespace

TEST_CASE("output: what is written arrives when it is flushed") {
  const test::TemporaryFolder folder;
  const std::string path = folder / "out";
  const Stream stream(std::fopen(path.c_str(), "w"));
  Output output(stream.get());
  output.write("one ");
  output.write("");
  output.write(std::string_view("t\0o", 3));
  output.flush();
  CHECK(test::content_of(path) == std::string("one t\0o", 7));
}

TEST_CASE("output: a full disk is an error at the latest when it is flushed") {
  const Stream stream(std::fopen("/dev/full", "w"));
  REQUIRE(stream);
  Output output(stream.get());
  output.write("a few bytes fit the buffer");
  CHECK_THROWS_WITH_AS(output.flush(), "standard output: No space left on device", FileError);
}

TEST_CASE("output: a full disk is an error when more is written than the buffer holds") {
  const Stream stream(std::fopen("/dev/full", "w"));
  REQUIRE(stream);
  Output output(stream.get());
  CHECK_THROWS_AS(output.write(std::string(1'000'000, 'x')), FileError);
}

TEST_CASE("output: a stream that cannot be written to is an error") {
  const Stream stream(std::fopen("/dev/null", "r"));
  REQUIRE(stream);
  Output output(stream.get());
  CHECK_THROWS_AS(output.write("x"), FileError);
}
