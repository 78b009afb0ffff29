// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/text_layout/line_form.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace news {

/// The name of a page's outlet: of the short lines before line `above`, the one that a legal line
/// behind line `below` has again; else one at the very top, or behind the menu there, that has the
/// name of a medium in it; else one over a menu, or what is named as the source. A name may stand
/// before a date, or before a trail of sections. One in capitals, in spaced letters or as a domain
/// is given as the legal line spells it. Empty if there is none.
std::string find_outlet_name(const std::vector<LineForm>& forms, std::size_t above,
                             std::size_t below);

/// The end of a title that is a dash and the outlet's name ("... - The Post"), because another line
/// says that name or it is a medium's; empty if there is none.
std::string outlet_suffix(const std::string& title, const std::vector<LineForm>& forms,
                          std::size_t title_line);

/// The name in such a suffix.
std::string divided_name(const std::string& suffix);

}  // namespace news
