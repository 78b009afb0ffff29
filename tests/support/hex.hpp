// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news::test {

/// "AC 02": bytes as a document of a format shows them.
std::string hex(std::string_view bytes);

/// The bytes that hex shows so.
std::string from_hex(std::string_view text);

}  // namespace news::test
