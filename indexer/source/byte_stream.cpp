// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/source/byte_stream.hpp"

#include "news/base/error.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace news {

namespace {

[[noreturn]] void fail(const std::string& path) {
  throw InputError(path, std::generic_category().message(errno));
}

class FileStream : public ByteStream {
 public:
  FileStream(FileDescriptor fd, std::string path) : fd_(std::move(fd)), path_(std::move(path)) {}

  std::size_t read(std::span<char> buffer) override {
    while (true) {
      const ssize_t got = ::read(fd_.get(), buffer.data(), buffer.size());
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) fail(path_);
    }
  }

 private:
  FileDescriptor fd_;
  std::string path_;
};

/// Standard input that may be silent for long. It is looked at again and again, as a signal may be
/// met by another thread or just before the wait begins.
class WaitingStream : public ByteStream {
 public:
  WaitingStream(FileDescriptor fd, std::string path, const std::atomic<bool>& stop)
      : fd_(fd.get()), stream_(std::move(fd), path), path_(std::move(path)), stop_(stop) {}

  std::size_t read(std::span<char> buffer) override {
    constexpr int pause_ms = 100;
    pollfd ready{.fd = fd_, .events = POLLIN, .revents = 0};
    while (true) {
      const int count = ::poll(&ready, 1, pause_ms);
      if (count > 0) return stream_.read(buffer);
      if (count < 0 && errno != EINTR) fail(path_);
      if (stop_) throw InputError(path_, "interrupted");
    }
  }

 private:
  int fd_;
  FileStream stream_;
  std::string path_;
  const std::atomic<bool>& stop_;
};

}  // namespace

std::unique_ptr<ByteStream> open_file(const std::string& path, const std::atomic<bool>* stop) {
  const bool standard_input = path == "-";
  FileDescriptor fd(standard_input ? ::dup(STDIN_FILENO)
                                   : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd) fail(path);
  if (standard_input && stop != nullptr) {
    return std::make_unique<WaitingStream>(std::move(fd), path, *stop);
  }
  return std::make_unique<FileStream>(std::move(fd), path);
}

std::size_t MemoryStream::read(std::span<char> buffer) {
  const std::size_t count = std::min(buffer.size(), left_.size());
  std::copy_n(left_.data(), count, buffer.data());
  left_.remove_prefix(count);
  return count;
}

std::size_t ResumedStream::read(std::span<char> buffer) {
  if (taken_ == head_.size()) return rest_->read(buffer);
  const std::size_t count = std::min(buffer.size(), head_.size() - taken_);
  std::copy_n(head_.data() + taken_, count, buffer.data());
  taken_ += count;
  return count;
}

std::string read_head(ByteStream& stream, std::size_t bytes) {
  std::string head(bytes, '\0');
  std::size_t have = 0;
  try {
    while (have < bytes) {
      const std::size_t got = stream.read({head.data() + have, bytes - have});
      if (got == 0) break;
      have += got;
    }
  } catch (const DamagedInput&) {
    // The stream says so again when its reader comes there.
  }
  head.resize(have);
  return head;
}

TranscodingStream::TranscodingStream(std::unique_ptr<ByteStream> bytes, const std::string& encoding)
    : bytes_(std::move(bytes)), transcoder_(encoding) {}

std::size_t TranscodingStream::read(std::span<char> buffer) {
  std::array<char, std::size_t{64} * 1024> raw;
  while (taken_ == ready_.size() && !ended_) {
    ready_.clear();
    taken_ = 0;
    const std::size_t got = bytes_->read(raw);
    ended_ = got == 0;
    transcoder_.convert({raw.data(), got}, ended_, ready_);
  }
  const std::size_t count = std::min(buffer.size(), ready_.size() - taken_);
  std::copy_n(ready_.data() + taken_, count, buffer.data());
  taken_ += count;
  return count;
}

}  // namespace news
