// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/support/arguments.hpp"

#include "news/base/error.hpp"

namespace news::bench {

Arguments::Arguments(int argc, char** argv) : words_(argv + 1, argv + argc) {}

std::optional<std::string> Arguments::next() {
  if (read_ == words_.size()) return std::nullopt;
  return words_[read_++];
}

std::string Arguments::value() {
  if (read_ == words_.size()) throw UsageError(words_[read_ - 1], "takes a value");
  return words_[read_++];
}

}  // namespace news::bench
