// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace news {

/// One spelling for a number that is written with commas and full stops between its digits:
/// "1,000" and "1.000.000" lose their grouping, a decimal comma becomes a full stop ("8,5" is
/// "8.5", "1.234,56" is "1234.56"), and everything else with full stops only (versions, dates,
/// "8.5") stays. Letters may stand before and behind ("v1.2", "1,000km"). Nothing for what is no
/// number but a list ("1,2,3").
std::optional<std::string> canonical_number(std::string_view folded);

}  // namespace news
