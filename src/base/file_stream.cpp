// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/file_stream.hpp"

#include <algorithm>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace news {

FileWriter::FileWriter(std::filesystem::path path)
    : path_(std::move(path)), fd_(open_or_throw(path_, O_WRONLY | O_CREAT | O_TRUNC, "create")) {
  buffer_.reserve(buffer_bytes);
}

void FileWriter::write(std::string_view bytes) {
  if (buffer_.size() + bytes.size() > buffer_bytes) flush();
  if (bytes.size() >= buffer_bytes) {
    write_all(fd_, bytes, path_);
  } else {
    buffer_.append(bytes);
  }
}

void FileWriter::flush() {
  write_all(fd_, buffer_, path_);
  buffer_.clear();
}

void FileWriter::sync() {
  flush();
  if (::fdatasync(fd_.get()) != 0) throw_file_error(path_, "write to disk");
}

FileReader::FileReader(std::filesystem::path path)
    : path_(std::move(path)), fd_(open_or_throw(path_, O_RDONLY, "open")) {}

std::string_view FileReader::peek(std::size_t bytes) {
  if (end_ - start_ < bytes) {
    std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(start_),
              buffer_.begin() + static_cast<std::ptrdiff_t>(end_), buffer_.begin());
    end_ -= start_;
    start_ = 0;
    if (buffer_.size() < bytes + read_bytes) buffer_.resize(bytes + read_bytes);
  }
  while (end_ - start_ < bytes) {
    const ssize_t got = ::read(fd_.get(), buffer_.data() + end_, buffer_.size() - end_);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw_file_error(path_, "read");
    if (got == 0) break;
    end_ += static_cast<std::size_t>(got);
  }
  return std::string_view(buffer_).substr(start_, end_ - start_);
}

}  // namespace news
