// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/throughput/figures.hpp"

#include <filesystem>

namespace news::bench {

/// Describes the machine and the build; what cannot be found out is empty. Writes a log into
/// `work`.
Machine describe_machine(const std::filesystem::path& work);

}  // namespace news::bench
