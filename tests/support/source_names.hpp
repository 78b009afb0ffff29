// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/temporary_folder.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace news::test {

/// The names of what a walk finds, with spaces between; what cannot be read as "name(reason)".
std::string names_under(const std::vector<std::string>& paths,
                        const std::filesystem::path& excluded = {});
std::string names_under(const TemporaryFolder& folder);

}  // namespace news::test
