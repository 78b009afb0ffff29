// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// NFKC case folding of UTF-8 text: upper and lower case, full-width and ligature forms, and
/// invisible characters (soft hyphens, joiners) make no difference. Decimal digits of every script
/// become ASCII digits. Marks stay, because stemmers need them.
std::string fold_case(std::string_view text);

/// Takes away, from case-folded text, what readers of a language expect to make no difference:
/// accents on Latin and Greek letters (also the bars of l and o, and ae for the ligature), stress
/// marks and the dots of yo in Cyrillic (but not the breve that makes another letter), vowel signs
/// of Arabic and Hebrew, and the interchangeable forms of alef, yeh, teh marbuta and kaf. Voicing
/// marks of kana and vowel signs of the Indic and Southeast Asian scripts are letters' own parts
/// and stay.
std::string fold_marks(std::string_view case_folded);

}  // namespace news
