// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/duplicates/sketch_lookup.hpp"

#include "news/index/schema.hpp"

#include <string>

namespace news {

Sketch IndexSketches::sketch_of(Xapian::docid document) {
  return schema::unpack_sketch(
      database_.get_document(document, Xapian::DOC_ASSUME_VALID).get_value(schema::sketch_slot));
}

SketchLookup::Holders IndexSketches::holders_of(std::uint32_t number) {
  const std::string term = schema::sketch_term(number);
  Holders holders;
  if (database_.get_termfreq(term) < 2) return holders;  // mostly; cheaper than to open the list
  holders.documents.assign(database_.postlist_begin(term), database_.postlist_end(term));
  holders.count = holders.documents.size();
  return holders;
}

}  // namespace news
