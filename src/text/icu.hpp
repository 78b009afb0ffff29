// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/base/error.hpp"

#include <string>

#include <unicode/utypes.h>

namespace news {

/// The result of an ICU call that reports its failure through a UErrorCode. ICU fails only when its
/// data is not installed or memory is out, so a failure ends the run.
template <typename Call>
auto checked_icu(const char* what, Call call) {
  UErrorCode status = U_ZERO_ERROR;
  auto result = call(status);
  if (U_FAILURE(status)) {
    throw Error("ICU", std::string(what) + " failed: " + u_errorName(status),
                "Check that the ICU libraries and their data are installed.");
  }
  return result;
}

}  // namespace news
