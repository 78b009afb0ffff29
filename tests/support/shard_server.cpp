// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shard_server.hpp"

#include <chrono>
#include <csignal>
#include <stdexcept>
#include <thread>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace news::test {

namespace {

sockaddr_in loopback(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

/// A port that nobody listens on.
std::uint16_t free_port() {
  const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  // POSIX has it that addresses of all families are passed as those of none.
  auto* const any = reinterpret_cast<sockaddr*>(&address);
  const bool bound = ::bind(listener, any, size) == 0 && ::getsockname(listener, any, &size) == 0;
  ::close(listener);
  if (!bound) throw std::runtime_error("no free port");
  return ntohs(address.sin_port);
}

bool listens(std::uint16_t port) {
  const int client = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address = loopback(port);
  const bool connected =
      ::connect(client, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  ::close(client);
  return connected;
}

}  // namespace

ShardServer::ShardServer(const std::string& index) : port_(free_port()) {
  const std::string port = std::to_string(port_);
  pid_ = ::fork();
  if (pid_ == 0) {
    ::setpgid(0, 0);  // so that those it forks for connections can be met with it
    const int nowhere = ::open("/dev/null", O_RDWR);
    ::dup2(nowhere, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
    ::execlp("xapian-tcpsrv", "xapian-tcpsrv", "--quiet", "--interface", "127.0.0.1", "--port",
             port.c_str(), index.c_str(), nullptr);
    ::_exit(127);
  }
  ::setpgid(pid_, pid_);
  for (int tries = 0; !listens(port_); ++tries) {
    if (tries == 500) throw std::runtime_error("xapian-tcpsrv does not start");
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

ShardServer::~ShardServer() { kill(); }

std::string ShardServer::address() const { return "127.0.0.1:" + std::to_string(port_); }

void ShardServer::signal(int number) const { ::kill(-pid_, number); }

void ShardServer::kill() {
  if (pid_ <= 0) return;
  signal(SIGKILL);
  ::waitpid(pid_, nullptr, 0);
  pid_ = -1;
}

}  // namespace news::test
