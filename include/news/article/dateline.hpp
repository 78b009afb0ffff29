// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/timestamp.hpp"
#include "news/text/language.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// The place, and mostly the agency, that a wire story begins with:
///
///   RUSSIA:YASUO FUKUDA, Japan's prime minister, ...
///   TOKYO, Nov 20 (Reuters) - Japan's prime minister ...
///   Wien, 20. November (APA) -- Der Kanzler ...
///   Moscow. November 20. INTERFAX - Japan's prime minister ...
///   KHARTOUM, Sudan (AP) _ Talks ...   London (CNN)A bomb ...   UK: THE prime minister ...
struct Dateline {
  std::string place;                   ///< as written: "RUSSIA", "LONDON/PARIS"; may be empty
  std::string agency;                  ///< "Reuters"; may be empty
  std::optional<Timestamp> published;  ///< only where the dateline has a year
  std::size_t length = 0;              ///< bytes of the text up to the story's first word
};

/// The dateline that `text` begins with, if any. The language is that of a date of figures.
std::optional<Dateline> read_dateline(std::string_view text, Language language = {});

/// The dateline of a story that may have slug lines and the like above it ("BC-TALKS-DAM", "(Adds
/// quotes)"): there it needs an agency. Its `length` counts from the start of `body`.
std::optional<Dateline> find_dateline(std::string_view body, Language language = {});

/// The places of a dateline as running text writes them: "Lusaka" and "Johannesburg" for
/// "LUSAKA/JOHANNESBURG", "DR Congo" for "DR CONGO".
std::vector<std::string> place_names(std::string_view place);

}  // namespace news
