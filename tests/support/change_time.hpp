// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace news::test {

/// Sets the time at which a file was changed, in nanoseconds since 1970.
void set_change_time(const std::string& path, std::int64_t ns);

}  // namespace news::test
