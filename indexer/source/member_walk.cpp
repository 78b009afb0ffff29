// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/source/member_walk.hpp"

#include "indexer/source/decompression.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

namespace news {

namespace {

/// Reads a stream that another object owns, and counts.
class PackedStream : public ByteStream {
 public:
  PackedStream(ByteStream& bytes, UnpackBudget& budget) : bytes_(bytes), budget_(budget) {}

  std::size_t read(std::span<char> buffer) override {
    const std::size_t got = bytes_.read(buffer);
    budget_.add_packed(got);
    return got;
  }

 private:
  ByteStream& bytes_;
  UnpackBudget& budget_;
};

bool is_hidden(std::string_view name) {
  while (!name.empty()) {
    const std::size_t end = std::min(name.find_first_of("/\\"), name.size());
    const std::string_view part = name.substr(0, end);
    const bool link_to_folder = part == "." || part == "..";
    if (part == "__MACOSX" || (part.starts_with('.') && !link_to_folder)) return true;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return false;
}

std::string joined_label(const std::string& outer, const std::string& inner) {
  return outer.empty() ? inner : outer + "!" + inner;
}

Member defective(std::string label, std::string reason) {
  return {.label = std::move(label),
          .file_name = {},
          .defect = std::move(reason),
          .rest_unread = false,
          .bytes = nullptr};
}

}  // namespace

MemberWalk::MemberWalk(std::unique_ptr<ByteStream> bytes, std::string name, std::string path,
                       UnpackLimits limits)
    : file_(std::move(bytes)), name_(std::move(name)), path_(std::move(path)), budget_(limits) {}

MemberWalk::~MemberWalk() {
  while (!layers_.empty()) layers_.pop_back();  // each reads from the one before it
}

std::optional<Member> MemberWalk::next() {
  if (!std::exchange(begun_, true)) {
    auto member = open({.label = {},
                        .file_name = name_,
                        .bytes = std::make_unique<PackedStream>(*file_, budget_),
                        .depth = 0});
    if (member) return member;
  }
  while (!layers_.empty()) {
    if (auto member = next_in_archive()) return member;
  }
  return std::nullopt;
}

/// The candidate itself, unpacked if it is compressed; nothing if it is an archive, which becomes
/// the innermost layer.
std::optional<Member> MemberWalk::open(Candidate candidate) {
  while (true) {
    std::string head = read_head(*candidate.bytes, archive_head_bytes);
    const auto compression = recognize_compression(head);
    const auto form = recognize_archive(head);
    candidate.bytes = std::make_unique<ResumedStream>(std::move(head), std::move(candidate.bytes));
    if (!compression && !form) break;
    packed_ = true;
    if (++candidate.depth > budget_.limits().max_layers) {
      return defective(std::move(candidate.label),
                       fmt::format("packed more than {} times", budget_.limits().max_layers));
    }
    if (form) {
      const bool reopen = candidate.depth == 1 && *form != ArchiveForm::tar && !path_.empty();
      if (reopen) budget_.add_packed(std::filesystem::file_size(path_));
      auto archive = reopen ? std::make_unique<Archive>(*form, path_, budget_)
                            : std::make_unique<Archive>(*form, std::move(candidate.bytes), budget_);
      layers_.push_back({std::move(candidate.label), std::move(archive), candidate.depth});
      return std::nullopt;
    }
    candidate.bytes = decompress(*compression, std::move(candidate.bytes), budget_);
    candidate.file_name = uncompressed_name(candidate.file_name);
  }
  return Member{.label = std::move(candidate.label),
                .file_name = std::move(candidate.file_name),
                .defect = {},
                .rest_unread = false,
                .bytes = std::move(candidate.bytes)};
}

/// The next member of the innermost archive. Nothing if that has ended, or the next is an archive.
std::optional<Member> MemberWalk::next_in_archive() {
  Layer& layer = layers_.back();
  try {
    auto entry = budget_.exhausted() ? std::nullopt : layer.archive->next();
    if (!entry) {
      layers_.pop_back();
      return std::nullopt;
    }
    if (is_hidden(entry->name)) return std::nullopt;
    std::string label = joined_label(layer.label, entry->name);
    if (!entry->defect.empty()) return defective(std::move(label), std::move(entry->defect));
    return open({.label = std::move(label),
                 .file_name = std::move(entry->name),
                 .bytes = layer.archive->content(),
                 .depth = layer.depth});
  } catch (const DamagedInput& damage) {
    Member member = defective(layer.label, damage.what());
    member.rest_unread = true;
    layers_.pop_back();
    return member;
  }
}

void MemberWalk::drain_file() {
  std::vector<char> buffer(std::size_t{256} * 1024);
  while (file_->read(buffer) > 0) {
  }
}

}  // namespace news
