// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/markup/xml_document.hpp"
#include "news/article/timestamp.hpp"
#include "news/text/language.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the readers of XML formats have in common.
namespace news {

/// The reasons for which a document or a part of it is not read.
inline constexpr std::string_view not_readable_xml = "not XML that can be read";
inline constexpr std::string_view cut_off_inside = "cut off: the file ends inside it";

/// A text that may be HTML as paragraphs; without markup, only blank lines divide it.
std::string paragraphs_of_text(std::string_view text);

/// What an element holds as paragraphs: markup inside of it, markup written as text, or text.
std::string paragraphs_of_content(XmlElement element);

/// The same on one line: a headline.
std::string line_of_content(XmlElement element);

/// "en-GB", "english"; the undetermined language for what is none.
Language language_of(std::string_view tag);

/// A date of the wire services ("20170102T222800+0000") or any other.
std::optional<Timestamp> parse_wire_date(std::string_view text, Language language = {});

/// The later of two times, either of which may be missing.
std::optional<Timestamp> later_of(const std::optional<Timestamp>& a,
                                  const std::optional<Timestamp>& b);

/// A story as it is printed: behind its dateline, unless it begins with one or the dateline holds
/// no place.
std::string with_dateline(std::string_view dateline, std::string body);

}  // namespace news
