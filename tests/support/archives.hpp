// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace news::test {

struct PackedFile {
  std::string name;
  std::string content;
};

/// An archive of "tar", "zip" or "7z" form. A name that ends in "/" is a folder; "a -> b" is a
/// symbolic link.
std::string archive_of(std::string_view form, const std::vector<PackedFile>& files);

/// A zip archive whose members can only be read with a password.
std::string encrypted_zip(const std::vector<PackedFile>& files);

/// `content` compressed as "gz", "bz2", "xz" or "zst".
std::string compressed(std::string_view form, std::string_view content);

}  // namespace news::test
