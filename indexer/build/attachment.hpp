// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/index/shard_address.hpp"

#include <atomic>
#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace news {

/// What is to become of the parts of an index that are on other machines.
struct AttachmentChange {
  std::vector<ShardAddress> attach;
  std::vector<ShardAddress> detach;
};

/// Names in an index the parts that xapian-tcpsrv serves elsewhere, or names them no more; an index
/// is made where there is none. What is attached is asked first whether it is an index of this
/// format. Returns all that are attached then. Throws IndexError, and changes nothing, if one does
/// not answer, was made by other rules, or is not attached that is to be detached; IndexBusy,
/// FileError; Interrupted as lock_index does.
std::vector<ShardAddress> change_attached(const std::filesystem::path& folder,
                                          const AttachmentChange& change,
                                          std::chrono::seconds patience,
                                          const std::atomic<bool>* stop = nullptr);

/// A line that says so.
std::string attached_text(const std::string& index, const std::vector<ShardAddress>& attached);

}  // namespace news
