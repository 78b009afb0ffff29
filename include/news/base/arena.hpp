// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace news {

/// Storage for many short strings that end together. A view stays valid until `clear`.
class Arena {
 public:
  /// Room for `size` bytes.
  char* allocate(std::size_t size);

  /// A copy of `text` that lives here.
  std::string_view store(std::string_view text);

  /// Forgets every string and keeps the memory for the next ones.
  void clear();

 private:
  static constexpr std::size_t block_bytes = std::size_t{64} * 1024;

  struct Block {
    std::unique_ptr<char[]> bytes;
    std::size_t size = 0;
  };

  std::vector<Block> blocks_;
  std::size_t block_ = 0;
  std::size_t used_ = 0;
};

}  // namespace news
