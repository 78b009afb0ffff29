// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/attachment.hpp"

#include "indexer/build/index_lock.hpp"
#include "indexer/build/publisher.hpp"
#include "news/base/error.hpp"
#include "news/index/open.hpp"
#include "news/text/printable.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace news {

std::vector<ShardAddress> change_attached(const std::filesystem::path& folder,
                                          const AttachmentChange& change,
                                          std::chrono::seconds patience,
                                          const std::atomic<bool>* stop) {
  Publisher publisher(folder);
  publisher.require_place();
  for (const ShardAddress& address : change.attach) open_shard(address, OpenSettings().timeout);
  const FileLock lock = lock_index(folder, patience, stop);
  publisher.recover();
  const IndexDirectory index(folder);
  std::vector<ShardAddress> attached = index.remotes();
  for (const ShardAddress& address : change.detach) {
    if (std::erase(attached, address) > 0) continue;
    throw IndexError(folder.string(), address.text() + " is not attached",
                     "news-index --stats lists what is.");
  }
  for (const ShardAddress& address : change.attach) {
    const bool known = std::find(attached.begin(), attached.end(), address) != attached.end();
    if (!known) attached.push_back(address);
  }
  index.publish(index.segments(), attached);
  return attached;
}

std::string attached_text(const std::string& index, const std::vector<ShardAddress>& attached) {
  std::string list;
  for (const ShardAddress& address : attached) {
    list += (list.empty() ? "" : ", ") + address.text();
  }
  return fmt::format("Index {}: {}\n", printable(index),
                     attached.empty() ? "nothing is attached" : list + " attached");
}

}  // namespace news
