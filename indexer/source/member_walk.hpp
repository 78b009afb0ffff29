// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/source/archive.hpp"
#include "indexer/source/byte_stream.hpp"
#include "indexer/source/unpack_budget.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// A part of a file that is read as a file of its own.
struct Member {
  std::string label;         ///< "b/c.jsonl", "inner.tar!x.txt"; empty for the file itself
  std::string file_name;     ///< by which its format may be told; without ".gz" and its like
  std::string defect;        ///< why there are no bytes; else empty
  bool rest_unread = false;  ///< the defect is of the archive, and what is behind it is not read
  std::unique_ptr<ByteStream> bytes;  ///< to be read before the next member is asked for
};

/// Finds what is to be read in one file. A file that is not packed has one member: itself. A
/// compressed one has one, too: its content. An archive has a member for each file in it, and
/// archives and compressed files in archives are opened in the same way. All is read as a stream.
///
/// Hidden files, as in folders, and what macOS adds to archives are passed over. Damage becomes a
/// member with a defect, and so does what goes beyond the limits; what can be had is read.
class MemberWalk {
 public:
  /// `path` is where the bytes come from, if that is a file that can be opened once more.
  MemberWalk(std::unique_ptr<ByteStream> bytes, std::string name, std::string path,
             UnpackLimits limits);
  ~MemberWalk();

  /// The next member; nothing at the end. Throws InputError.
  std::optional<Member> next();

  /// Whether the file, as far as it was looked into, is compressed or an archive.
  bool packed() const { return packed_; }

  /// Reads what is left of the file itself.
  void drain_file();

 private:
  struct Layer {
    std::string label;  ///< of the archive; empty for the file
    std::unique_ptr<Archive> archive;
    std::size_t depth = 0;
  };
  /// What may be a member, or have some.
  struct Candidate {
    std::string label;
    std::string file_name;
    std::unique_ptr<ByteStream> bytes;
    std::size_t depth = 0;  ///< layers it lies in
  };

  std::optional<Member> open(Candidate candidate);
  std::optional<Member> next_in_archive();

  std::unique_ptr<ByteStream> file_;
  std::string name_;
  std::string path_;
  UnpackBudget budget_;
  std::vector<Layer> layers_;  ///< the archives that are being walked, each within the last
  bool begun_ = false;
  bool packed_ = false;
};

}  // namespace news
