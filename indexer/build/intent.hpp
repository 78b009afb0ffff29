// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/index/directory.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

namespace news {

/// What must still be taken out of live segments to finish a publication: articles that a new
/// segment replaces, and what was remembered of sources. It is written before the publication and
/// removed after it was carried out, so a crash in between loses nothing and is made good by the
/// next run.
///
///   publish: segment on disk -> intent on disk -> stub replaced -> intent carried out -> removed
struct Intent {
  /// The segment whose publication this belongs to: if that never went live, nothing is to be done.
  /// Empty if it stands alone.
  std::string published_segment;
  std::map<std::string, std::vector<Xapian::docid>> deletions;  ///< by segment
  std::vector<std::string> forgotten_sources;                   ///< paths

  bool empty() const { return deletions.empty() && forgotten_sources.empty(); }

  friend bool operator==(const Intent&, const Intent&) = default;
};

/// The last document number that each live segment ever gave out.
using LastDocids = std::map<std::string, Xapian::docid>;

/// The file's text, and back. Throws IndexError for what is no intent, and for deletions that the
/// segment cannot have: a damaged range could name every number there is. Segments that are not in
/// `last_docids` are gone, and what was to be deleted from them with them.
std::string to_text(const Intent& intent);
Intent intent_from_text(const std::string& text, const std::string& where,
                        const LastDocids& last_docids);

/// Puts an intent on disk; an empty one is not written. Throws FileError.
void write_intent(const IndexDirectory& index, const Intent& intent);

/// The intent that lies in the index, if there is one; `live` are the live segments. Throws
/// IndexError if it is damaged or cannot be theirs.
std::optional<Intent> read_intent(const IndexDirectory& index,
                                  const std::vector<std::string>& live);

/// Carries out the intent that lies in the index, if its segment is live, and removes it. Can be
/// repeated after a crash. Throws IndexError, FileError.
void settle_intent(const IndexDirectory& index);

/// The same where it is known otherwise which segments are live.
void settle_intent(const IndexDirectory& index, const std::vector<std::string>& live);

}  // namespace news
