// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace news {

/// JSON on one line without a line end, as both programs print it. Bytes that are no UTF-8, in the
/// names of files, become U+FFFD; control characters are escaped, those too that JSON would allow
/// but a terminal might obey.
std::string json_line(const nlohmann::ordered_json& json);

}  // namespace news
