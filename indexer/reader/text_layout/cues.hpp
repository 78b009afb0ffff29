// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
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

/// The form that cue_form gives `line`, as far as its first `bytes` go, which end between words.
std::string cue_form_of_start(std::string_view line, std::size_t bytes);

/// No cue has more words.
std::size_t longest_cue_words();

/// The cues that a line has anywhere, begins with, and is all of. Cues of scripts without spaces
/// match anywhere in a word.
class CueSet {
 public:
  CueSet() = default;

  bool has(Cue cue) const { return (anywhere_ & bit(cue)) != 0; }
  bool starts_with(Cue cue) const { return (at_start_ & bit(cue)) != 0; }
  bool is(Cue cue) const { return (all_ & bit(cue)) != 0; }

 private:
  friend CueSet find_cues(std::string_view cue_form);

  static std::uint32_t bit(Cue cue) { return std::uint32_t{1} << static_cast<unsigned>(cue); }

  std::uint32_t anywhere_ = 0;
  std::uint32_t at_start_ = 0;
  std::uint32_t all_ = 0;
};

/// All cues of a line at once.
CueSet find_cues(std::string_view cue_form);

/// The same for one cue: whether a line has it anywhere, begins with it, is nothing but it.
bool has_cue(Cue cue, std::string_view cue_form);
bool starts_with_cue(Cue cue, std::string_view cue_form);
bool is_cue(Cue cue, std::string_view cue_form);

}  // namespace news
