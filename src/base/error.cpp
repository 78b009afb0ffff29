// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/error.hpp"

#include <utility>

namespace news {

Error::Error(const std::string& where, const std::string& what, std::string remedy)
    : std::runtime_error(where.empty() ? what : where + ": " + what), remedy_(std::move(remedy)) {}

}  // namespace news
