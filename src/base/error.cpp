// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/error.hpp"

namespace news {

Error::Error(const std::string& where, const std::string& what, const std::string& remedy)
    : std::runtime_error(where.empty() ? what : where + ": " + what), remedy_(remedy) {}

}  // namespace news
