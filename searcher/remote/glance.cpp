// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/remote/glance.hpp"

#include "news/cli/figures.hpp"
#include "news/cli/index_glance.hpp"
#include "news/index/open.hpp"
#include "news/index/shard_address.hpp"

#include <fmt/format.h>

namespace news {

std::string glance_at(const std::string& index, std::chrono::milliseconds timeout) {
  const auto address = ShardAddress::parse(index);
  if (!address) return index_glance(index, describe_index(index));
  const Xapian::Database served = open_shard(*address, timeout);
  return fmt::format("Index {}: {}\n", index, counted(served.get_doccount(), "article"));
}

}  // namespace news
