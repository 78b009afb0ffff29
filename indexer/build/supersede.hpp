// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <xapian.h>

namespace news {

/// A segment that is older than the one being published.
struct OlderSegment {
  std::string name;
  Xapian::Database database;
  bool of_this_run = false;  ///< published by this run, so it holds the same reading of a source
};

/// Documents of several segments, by the segments' names.
using SegmentDocuments = std::map<std::string, std::vector<Xapian::docid>>;

/// What a new segment makes of the articles that are there already.
struct Supersession {
  SegmentDocuments replaced;            ///< in older segments: there is a better version
  SegmentDocuments dropped;             ///< in older segments: their source no longer has them
  std::vector<Xapian::docid> repeated;  ///< in the new segment: another version is kept
  std::uint64_t updated = 0;            ///< new articles that replace an older version
  /// Identities of which another source's version was given up, and that source: should the version
  /// that is kept vanish, the source is to be read again.
  std::map<std::string, std::string> shadowed;
};

/// Finds which articles a new segment replaces. The rules:
///
///  - A source that was read to its end stands for its articles: what older runs made of it goes.
///  - An article from another source goes if it is the same one (the same identity) and either that
///    identity is a URL or an id unique in the world, held by one article on each side, or the two
///    have the same title or much the same text. An id like "17" alone proves nothing, and neither
///    does a URL that several articles of one source share: nothing is lost because a data set uses
///    a field in its own way. Of the two, the one that was published or modified later is kept; if
///    that is not known, the one that is read later.
///  - Of two articles with one identity from one reading of one source, a second is dropped only if
///    title and body are the same to the letter.
///
/// `finished_sources` are the paths that were read to their end while `fresh` was built.
Supersession find_superseded(const Xapian::Database& fresh, const std::vector<OlderSegment>& older,
                             const std::vector<std::string>& finished_sources);

}  // namespace news
