// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/index/description.hpp"

#include <string>

namespace news {

/// An index in a few lines for people: how many articles, from when to when, of which outlets, in
/// which languages, and when it last changed, in local time. `name` is what the user calls it.
std::string index_glance(const std::string& name, const IndexDescription& description);

}  // namespace news
