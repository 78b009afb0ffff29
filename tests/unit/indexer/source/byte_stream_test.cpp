// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/source/byte_stream.hpp"

#include "news/base/error.hpp"
#include "tests/support/byte_streams.hpp"
#include "tests/support/temporary_folder.hpp"

#include <string>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace news;
using namespace news::test;

namespace {

/// Standard input is a file for as long as this lives.
class RedirectedInput {
 public:
  explicit RedirectedInput(const std::string& file) : saved_(::dup(STDIN_FILENO)) {
    const int fd = ::open(file.c_str(), O_RDWR);  // does not wait for a writer
    ::dup2(fd, STDIN_FILENO);
    ::close(fd);
  }
  ~RedirectedInput() {
    ::dup2(saved_, STDIN_FILENO);
    ::close(saved_);
  }
  RedirectedInput(const RedirectedInput&) = delete;
  RedirectedInput& operator=(const RedirectedInput&) = delete;

 private:
  int saved_;
};

}  // namespace

TEST_CASE("byte stream: a file is read to its end whatever the buffer") {
  const TemporaryFolder folder;
  std::string text;
  for (int i = 0; i < 5000; ++i) text += std::to_string(i) + '\0';
  const std::string path = folder.write("a file", text);
  for (const std::size_t buffer_bytes : {1U, 7U, 4096U, 1000000U}) {
    CAPTURE(buffer_bytes);
    const auto stream = open_file(path);
    CHECK(drained(*stream, buffer_bytes) == text);
    std::string nothing(8, '-');
    CHECK(stream->read(nothing) == 0);  // also when it is asked again
  }
}

TEST_CASE("byte stream: an empty file has no bytes") {
  const TemporaryFolder folder;
  CHECK(drained(*open_file(folder.write("empty", ""))).empty());
}

TEST_CASE("byte stream: a dash is standard input and does not close it") {
  const TemporaryFolder folder;
  const RedirectedInput input(folder.write("input", "from standard input"));
  CHECK(drained(*open_file("-")) == "from standard input");
  CHECK(::fcntl(STDIN_FILENO, F_GETFD) != -1);
}

TEST_CASE("byte stream: the wait for a silent standard input can be interrupted") {
  const TemporaryFolder folder;
  const std::string pipe = folder / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const RedirectedInput input(pipe);
  const std::atomic<bool> stop = true;
  const auto stream = open_file("-", &stop);
  CHECK_THROWS_WITH_AS(drained(*stream), "-: interrupted", InputError);
}

TEST_CASE("byte stream: what cannot be opened or read is named in the error") {
  const TemporaryFolder folder;
  const std::string missing = folder / "missing";
  CHECK_THROWS_WITH_AS(open_file(missing), (missing + ": No such file or directory").c_str(),
                       InputError);
  const std::string itself = folder.path().string();
  const auto stream = open_file(itself);
  CHECK_THROWS_WITH_AS(drained(*stream), (itself + ": Is a directory").c_str(), InputError);
}

TEST_CASE("byte stream: a file without permission cannot be opened") {
  if (::geteuid() == 0) return;  // root may read everything
  const TemporaryFolder folder;
  const std::string path = folder.write("secret", "text");
  std::filesystem::permissions(path, std::filesystem::perms::none);
  CHECK_THROWS_WITH_AS(open_file(path), (path + ": Permission denied").c_str(), InputError);
}

TEST_CASE("byte stream: transcoding gives the same text however the bytes are cut") {
  // "Größe, Москва, 日本" in UTF-16, with a surrogate pair behind.
  const std::u16string text = u"Gr\u00F6\u00DFe, \u041C\u043E\u0441, \u65E5\u672C \U0001F600.";
  std::string bytes;
  for (const char16_t unit : text) {
    bytes.push_back(static_cast<char>(unit & 0xFFU));
    bytes.push_back(static_cast<char>(unit >> 8U));
  }
  for (const std::size_t piece : {std::size_t{1}, std::size_t{2}, std::size_t{3}, all_at_once}) {
    for (const std::size_t buffer_bytes : {1U, 2U, 5U, 4096U}) {
      CAPTURE(piece);
      CAPTURE(buffer_bytes);
      TranscodingStream stream(text_stream(bytes, piece), "UTF-16LE");
      CHECK(drained(stream, buffer_bytes) ==
            "Gr\u00F6\u00DFe, \u041C\u043E\u0441, \u65E5\u672C \U0001F600.");
    }
  }
}

TEST_CASE("byte stream: transcoding puts up with a cut off last character") {
  TranscodingStream stream(text_stream(std::string("a\0b\0\x3D", 5)), "UTF-16LE");
  const std::string text = drained(stream);
  CHECK((text == "ab" || text == "ab\uFFFD"));
}

TEST_CASE("byte stream: transcoding hands errors of its source on") {
  TranscodingStream stream(breaking_stream("text"), "ISO-8859-1");
  CHECK_THROWS_WITH_AS(drained(stream), "x: broken", InputError);
}

TEST_CASE("byte stream: an unknown encoding is refused") {
  CHECK_THROWS_AS(TranscodingStream(text_stream("text"), "no such encoding"), Error);
}
