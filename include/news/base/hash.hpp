// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace news {

/// 100 bits of XXH3-128 over a sequence of bytes, written as 20 characters of lower-case base32
/// (a-z, 2-7). Not cryptographic: it tells accidents apart, not attacks. Among 10^10 articles a
/// collision has a chance of about 4e-11.
class Hasher {
 public:
  static constexpr std::size_t digest_chars = 20;
  using Digest = std::array<char, digest_chars>;

  Hasher();
  ~Hasher();
  Hasher(Hasher&&) noexcept;
  Hasher& operator=(Hasher&&) noexcept;

  Hasher& update(std::string_view bytes);
  std::string digest() const;

  /// The same, and a new beginning, without allocating anything: for signal handlers. So is
  /// update().
  Digest raw_digest() const noexcept;
  void reset() noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The digest of `bytes` in one call.
std::string hash_of(std::string_view bytes);

/// XXH3-64: the same on every machine.
std::uint64_t hash64(std::string_view bytes);

}  // namespace news
