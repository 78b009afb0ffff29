// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/timestamp.hpp"
#include "news/text/language.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace news {

/// Where an article came from.
struct Origin {
  std::string path;          ///< the source: an absolute path, or "-" for standard input
  std::string name;          ///< the same as seen from the folder that was indexed
  std::string member;        ///< inside an archive; else empty
  std::uint64_t record = 0;  ///< counted from 1; 0 where the source as a whole is one article

  friend bool operator==(const Origin&, const Origin&) = default;
};

/// "name", "name!member", "name#3", "name!member#3".
std::string to_string(const Origin& origin);

/// A news article, whatever form it was read from. All text is well-formed UTF-8. What a source
/// does not say is empty.
struct Article {
  std::string id;  ///< the source's own name for it: a document number, a GUID
  std::string url;
  std::string title;
  bool title_from_text = false;  ///< the source has no title; this is the start of the body
  std::vector<std::string> authors;
  std::optional<Timestamp> published;
  std::optional<Timestamp> modified;
  std::optional<Timestamp> captured;  ///< when a crawler fetched it; says nothing of its age
  std::string outlet;
  std::string section;
  Language language;
  std::vector<std::string> topics;
  std::string body;  ///< paragraphs separated by one newline
  Origin origin;

  friend bool operator==(const Article&, const Article&) = default;
};

/// Something that should have been an article and cannot be read.
struct BadRecord {
  Origin origin;
  std::string reason;
  /// Its source is broken here: what it may have held behind this place was not read.
  bool rest_unread = false;
};

using Record = std::variant<Article, BadRecord>;

/// What every article is put through once it is read: white space is folded (a body's lines are its
/// paragraphs), control characters are dropped, ill-formed UTF-8 is repaired, empty and repeated
/// authors and topics go, and a missing title is made from the text.
void normalize(Article& article);

/// What a person calls the article: its own id, else its origin.
std::string display_id(const Article& article);

}  // namespace news
