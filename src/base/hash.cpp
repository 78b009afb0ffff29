// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/hash.hpp"

#include <new>

#include <xxhash.h>

namespace news {

namespace {

Hasher::Digest base32(XXH128_hash_t hash) {
  static constexpr char digits[] = "abcdefghijklmnopqrstuvwxyz234567";
  Hasher::Digest out{};
  for (std::size_t i = 0; i < out.size(); ++i) {
    std::uint64_t& half = i < out.size() / 2 ? hash.high64 : hash.low64;
    out[i] = digits[half & 31U];
    half >>= 5U;
  }
  return out;
}

std::string to_string(const Hasher::Digest& digest) { return {digest.begin(), digest.end()}; }

}  // namespace

struct Hasher::State {
  struct Free {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  std::unique_ptr<XXH3_state_t, Free> xxh3{XXH3_createState()};
};

Hasher::Hasher() : state_(std::make_unique<State>()) {
  if (!state_->xxh3) throw std::bad_alloc();
  XXH3_128bits_reset(state_->xxh3.get());
}

Hasher::~Hasher() = default;
Hasher::Hasher(Hasher&&) noexcept = default;
Hasher& Hasher::operator=(Hasher&&) noexcept = default;

Hasher& Hasher::update(std::string_view bytes) {
  XXH3_128bits_update(state_->xxh3.get(), bytes.data(), bytes.size());
  return *this;
}

void Hasher::reset() noexcept { XXH3_128bits_reset(state_->xxh3.get()); }

Hasher::Digest Hasher::raw_digest() const noexcept {
  return base32(XXH3_128bits_digest(state_->xxh3.get()));
}

std::string Hasher::digest() const { return to_string(raw_digest()); }

std::string hash_of(std::string_view bytes) {
  return to_string(base32(XXH3_128bits(bytes.data(), bytes.size())));
}

std::uint64_t hash64(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

}  // namespace news
