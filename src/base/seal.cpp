// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/seal.hpp"

#include "news/base/hash.hpp"

namespace news {

std::string sealed(std::string_view content) {
  return std::string(seal_line).append(hash_of(content)).append("\n").append(content);
}

Seal seal_of(std::string_view file) {
  if (!file.starts_with(seal_line)) return Seal::none;
  const std::size_t end = file.find('\n');
  if (end == std::string_view::npos) return Seal::broken;
  const std::string_view sum = file.substr(seal_line.size(), end - seal_line.size());
  return sum == hash_of(file.substr(end + 1)) ? Seal::whole : Seal::broken;
}

}  // namespace news
