// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/duplicates/sketch_lookup.hpp"

#include "news/index/schema.hpp"

#include <string>

namespace news {

Sketch IndexSketches::sketch_of(Xapian::docid document) {
  Sketch sketch;
  auto term = database_.termlist_begin(document);
  const auto end = database_.termlist_end(document);
  term.skip_to(std::string(schema::sketch));
  for (; term != end; ++term) {
    const std::string name = *term;
    if (!name.starts_with(schema::sketch)) break;
    if (const auto number = schema::sketch_number(name)) sketch.push_back(*number);
  }
  return sketch;
}

SketchLookup::Holders IndexSketches::holders_of(std::uint32_t number) {
  const std::string term = schema::sketch_term(number);
  Holders holders;
  holders.documents.assign(database_.postlist_begin(term), database_.postlist_end(term));
  holders.count = holders.documents.size();
  return holders;
}

}  // namespace news
