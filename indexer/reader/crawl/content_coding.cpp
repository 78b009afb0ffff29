// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/crawl/content_coding.hpp"

#include <cstdint>
#include <memory>
#include <vector>

#include <brotli/decode.h>
#include <zlib.h>

namespace news {

namespace {

constexpr std::size_t piece_bytes = std::size_t{64} * 1024;

/// `window_bits` says which wrapping zlib expects.
DecodedContent inflated(std::string_view bytes, int window_bits, std::size_t max_bytes) {
  z_stream inflater{};
  if (inflateInit2(&inflater, window_bits) != Z_OK) return {};
  inflater.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  inflater.avail_in = static_cast<uInt>(bytes.size());
  std::string out;
  std::vector<char> piece(piece_bytes);
  int result = Z_OK;
  while (result == Z_OK && out.size() <= max_bytes) {
    inflater.next_out = reinterpret_cast<Bytef*>(piece.data());
    inflater.avail_out = static_cast<uInt>(piece.size());
    result = inflate(&inflater, Z_NO_FLUSH);
    out.append(piece.data(), piece.size() - inflater.avail_out);
  }
  inflateEnd(&inflater);
  if (out.size() > max_bytes) return {.bytes = {}, .too_long = true};
  if (out.empty() && result != Z_STREAM_END) return {};
  return {.bytes = std::move(out)};
}

DecodedContent brotli_decoded(std::string_view bytes, std::size_t max_bytes) {
  const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  if (state == nullptr) return {};
  std::size_t left = bytes.size();
  const auto* next = reinterpret_cast<const std::uint8_t*>(bytes.data());
  std::string out;
  std::vector<std::uint8_t> piece(piece_bytes);
  BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && out.size() <= max_bytes) {
    std::size_t room = piece.size();
    std::uint8_t* into = piece.data();
    result = BrotliDecoderDecompressStream(state.get(), &left, &next, &room, &into, nullptr);
    out.append(reinterpret_cast<const char*>(piece.data()), piece.size() - room);
  }
  if (out.size() > max_bytes) return {.bytes = {}, .too_long = true};
  if (out.empty() && result != BROTLI_DECODER_RESULT_SUCCESS) return {};
  return {.bytes = std::move(out)};
}

}  // namespace

DecodedContent decode_content(std::string_view coding, std::string_view bytes,
                              std::size_t max_bytes) {
  constexpr int gzip_or_zlib = 32 + MAX_WBITS;
  if (coding == "br") return brotli_decoded(bytes, max_bytes);
  if (coding == "gzip" || coding == "x-gzip") return inflated(bytes, gzip_or_zlib, max_bytes);
  if (coding != "deflate") return {};
  // The name means zlib's wrapping; some servers send none.
  DecodedContent wrapped = inflated(bytes, gzip_or_zlib, max_bytes);
  if (wrapped.bytes || wrapped.too_long) return wrapped;
  return inflated(bytes, -MAX_WBITS, max_bytes);
}

}  // namespace news
