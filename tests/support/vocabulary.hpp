// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <utility>

#include <xapian.h>

namespace news::test {

/// A database in memory with these terms, each in so many articles.
inline Xapian::Database vocabulary(
    std::initializer_list<std::pair<std::string, unsigned>> frequencies) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (const auto& [term, frequency] : frequencies) {
    for (unsigned i = 0; i < frequency; ++i) {
      Xapian::Document document;
      document.add_posting(term, 1);
      database.add_document(document);
    }
  }
  return database;
}

}  // namespace news::test
