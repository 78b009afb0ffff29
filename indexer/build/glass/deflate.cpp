// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/deflate.hpp"

#include "indexer/build/glass/format.hpp"

#include <new>

#include <libdeflate.h>

namespace news::glass {

void Deflater::Free::operator()(libdeflate_compressor* compressor) const {
  libdeflate_free_compressor(compressor);
}

Deflater::Deflater(int level) : compressor_(libdeflate_alloc_compressor(level)) {
  if (!compressor_) throw std::bad_alloc();
}

Deflater::~Deflater() = default;
Deflater::Deflater(Deflater&&) noexcept = default;
Deflater& Deflater::operator=(Deflater&&) noexcept = default;

bool Deflater::compress(std::string_view tag, std::string& out) {
  if (tag.size() <= compress_large) return false;
  out.resize(tag.size() - 1);
  const std::size_t size = libdeflate_deflate_compress(compressor_.get(), tag.data(), tag.size(),
                                                       out.data(), out.size());
  out.resize(size);
  return size != 0;
}

}  // namespace news::glass
