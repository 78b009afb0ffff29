// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include <sys/types.h>

namespace news::test {

/// xapian-tcpsrv, which serves an index on a free port of this machine until it is destroyed.
class ShardServer {
 public:
  explicit ShardServer(const std::string& index);
  ~ShardServer();
  ShardServer(const ShardServer&) = delete;
  ShardServer& operator=(const ShardServer&) = delete;

  std::string address() const;  ///< HOST:PORT

  /// Sends a signal to the server and to all that serve a connection.
  void signal(int number) const;

  /// Ends all of them at once, in the middle of whatever they do.
  void kill();

 private:
  std::uint16_t port_ = 0;
  pid_t pid_ = -1;
};

}  // namespace news::test
