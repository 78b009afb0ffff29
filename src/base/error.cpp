// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/error.hpp"

#include <cerrno>
#include <utility>

namespace news {

Error::Error(const std::string& where, const std::string& what, std::string remedy)
    : std::runtime_error(where.empty() ? what : where + ": " + what), remedy_(std::move(remedy)) {}

std::string Error::with_remedy() const {
  return remedy_.empty() ? what() : std::string(what()) + ". " + remedy_;
}

std::string system_remedy(int code) {
  switch (code) {
    case ENOSPC:
    case EDQUOT:
      return "Free some disk space and run again.";
    case EACCES:
      return "Check the permissions of the file and its folder.";
    case EMFILE:
    case ENFILE:
      return "Allow more open files (ulimit -n), or merge segments with news-index --compact.";
    default:
      return "";
  }
}

}  // namespace news
