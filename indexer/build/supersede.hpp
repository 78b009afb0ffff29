// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
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

/// What more articles of one segment share is no identity.
inline constexpr std::size_t most_versions = 50;

/// Documents of several segments, by the segments' names.
using SegmentDocuments = std::map<std::string, std::vector<Xapian::docid>>;

/// What a new segment makes of the articles that are there already.
struct Supersession {
  SegmentDocuments replaced;            ///< in older segments: there is a better version
  SegmentDocuments dropped;             ///< in older segments: their source no longer has them
  std::vector<Xapian::docid> repeated;  ///< in the new segment: another version is kept
  std::uint64_t updated = 0;            ///< new articles that replace an older version
  /// How many older articles stay of sources that could only be read in part; by path.
  std::map<std::string, std::uint64_t> kept;
  /// Identities of which other sources' versions were given up, and those sources: should the
  /// version that is kept vanish, they are to be read again.
  std::map<std::string, std::set<std::string>> shadowed;
};

/// The sources whose last record is in the new segment, by their paths.
struct FinishedSources {
  std::vector<std::string> whole;    ///< read to their end
  std::vector<std::string> partial;  ///< broken: they may have held more than could be read
};

/// Finds which articles a new segment replaces. The rules:
///
///  - A source that was read to its end stands for its articles: what older runs made of it goes.
///  - Of a source that was not, or not yet, only those go that were met again: copies, the same
///    story, and the only article that an identity stands for in it. A place is no such identity,
///    as behind damage records may be counted differently.
///  - An article from another source goes if it has the same identity, and the same title or much
///    the same text. An identity alone proves nothing: "17" is an id in many collections, and data
///    sets give one URL to many articles. Of the two, the one that was published or modified later
///    is kept; if that is not known, the one that is read later.
///  - Of two articles with one identity from one reading of one source, a second is dropped only if
///    title and body are the same to the letter; and so everywhere for an identity that more than
///    `most_versions` articles of one segment have.
Supersession find_superseded(const Xapian::Database& fresh, const std::vector<OlderSegment>& older,
                             const FinishedSources& finished);

}  // namespace news
