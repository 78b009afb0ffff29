// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace news {

/// Whether `name` is that of a country in English, by ICU, in any case.
bool is_country(std::string_view name);

}  // namespace news
