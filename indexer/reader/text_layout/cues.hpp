// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace news {

/// The words by which the furniture of news pages is known in many languages. They are the terms
/// of the trade ("all rights reserved", "read more", "advertisement"), never one page's sentences.
enum class Cue : std::uint8_t {
  legal,       ///< of copyright: opens a legal line, or stands in one
  liability,   ///< may also be what a story is about
  web,         ///< what a site's owner is not liable for
  notice,      ///< newsletters, cookies, registration
  comments,    ///< how many readers said something
  reply,       ///< heads what readers said
  see_also,    ///< opens a line that points to another story
  related,     ///< heads a list of other stories
  share,       ///< print, share: also words of a story
  share_this,  ///< e-mail this, print page
  advert,      ///< stands alone over an advertisement
  credit,      ///< who took a picture
  media,       ///< opens the caption of a picture or film, or a pointer to one
  published,   ///< before the date of publication
  updated,     ///< before the date of a change
  medium,      ///< in the name of an outlet: News, Times, Zeitung, 新聞
  end_mark,    ///< alone in the last line of wire copy
  home,        ///< the first crumb of a breadcrumb trail
};

/// A line in the form that cues are looked for in: its words folded, one space between them and at
/// both ends, so that a cue matches whole words only.
std::string cue_form(std::string_view line);

/// Whether a line has a cue anywhere. Cues of scripts without spaces match anywhere in a word.
bool has_cue(Cue cue, const std::string& cue_form);

/// Whether a line begins with one.
bool starts_with_cue(Cue cue, const std::string& cue_form);

/// Whether a line is nothing but one.
bool is_cue(Cue cue, const std::string& cue_form);

}  // namespace news
