// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/xapian_reference.hpp"

#include <sstream>

#include <fmt/format.h>

namespace news::test {

namespace {

/// Collects what can be read from a database as lines, which are compared in step with another's.
class Description {
 public:
  explicit Description(const Xapian::Database& database) : database_(database) {}

  std::string of_statistics() const {
    return fmt::format("{} documents, last {}, total length {}", database_.get_doccount(),
                       database_.get_lastdocid(),
                       database_.get_avlength() * database_.get_doccount());
  }

  std::string of_metadata() const {
    std::string text;
    for (auto key = database_.metadata_keys_begin(); key != database_.metadata_keys_end(); ++key) {
      text += *key + "=" + database_.get_metadata(*key) + "\n";
    }
    return text;
  }

  /// A term's frequencies, postings and positions.
  std::string of_term(const std::string& term) const {
    std::string text = fmt::format("tf {} cf {}:", database_.get_termfreq(term),
                                   database_.get_collection_freq(term));
    for (auto at = database_.postlist_begin(term); at != database_.postlist_end(term); ++at) {
      text += fmt::format(" {}:{}/{}", *at, at.get_wdf(), at.get_doclength());
      for (auto p = at.positionlist_begin(); p != at.positionlist_end(); ++p) {
        text += fmt::format("@{}", *p);
      }
      if (at.get_wdf() > database_.get_wdf_upper_bound(term)) text += " beyond the bound";
    }
    return text;
  }

  std::string of_document(Xapian::docid id) const {
    const Xapian::Document document = database_.get_document(id);
    const Xapian::termcount length = database_.get_doclength(id);
    std::string text = fmt::format("length {}, {} unique:", length, database_.get_unique_terms(id));
    for (auto at = document.termlist_begin(); at != document.termlist_end(); ++at) {
      text += fmt::format(" {}:{}/{}", *at, at.get_wdf(), at.get_termfreq());
    }
    text += "\nvalues:";
    for (auto at = document.values_begin(); at != document.values_end(); ++at) {
      text += fmt::format(" {}={}", at.get_valueno(), *at);
    }
    const bool bounded = length == 0 || (length >= database_.get_doclength_lower_bound() &&
                                         length <= database_.get_doclength_upper_bound());
    if (!bounded) text += " length out of bounds";
    return text + "\ndata: " + document.get_data();
  }

  std::string of_slot(Xapian::valueno slot) const {
    std::string text =
        fmt::format("{} values from {} to {}:", database_.get_value_freq(slot),
                    database_.get_value_lower_bound(slot), database_.get_value_upper_bound(slot));
    for (auto at = database_.valuestream_begin(slot); at != database_.valuestream_end(slot); ++at) {
      text += fmt::format(" {}={}", at.get_docid(), *at);
    }
    return text;
  }

 private:
  const Xapian::Database& database_;
};

std::string unlike(const std::string& what, const std::string& a, const std::string& b) {
  if (a == b) return {};
  constexpr std::size_t enough = 300;
  return fmt::format("{}\n  a: {}\n  b: {}", what, a.substr(0, enough), b.substr(0, enough));
}

/// The slots whose values a database's documents have.
std::vector<Xapian::valueno> slots_of(const Xapian::Database& database) {
  std::map<Xapian::valueno, bool> slots;
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    const Xapian::Document document = database.get_document(*id);
    for (auto at = document.values_begin(); at != document.values_end(); ++at) {
      slots[at.get_valueno()] = true;
    }
  }
  std::vector<Xapian::valueno> list;
  for (const auto& [slot, present] : slots) list.push_back(slot);
  return list;
}

}  // namespace

Xapian::Document to_xapian(const DocumentBatch& batch, const DocumentBatch::Document& document) {
  Xapian::Document out;
  for (const DocumentBatch::Entry& entry : batch.entries(document)) {
    const std::string term(batch.dictionary().term(entry.term));
    out.add_term(term, entry.wdf);
    for (const std::uint32_t position : batch.positions(entry)) out.add_posting(term, position, 0);
  }
  for (const auto& [slot, value] : batch.values(document)) out.add_value(slot, value);
  out.set_data(document.data);
  return out;
}

void write_with_xapian(const std::string& folder, const std::vector<DocumentBatch>& batches,
                       const std::map<std::string, std::string>& metadata) {
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
  for (const auto& [key, value] : metadata) database.set_metadata(key, value);
  Xapian::docid base = 1;
  for (const DocumentBatch& batch : batches) {
    for (const DocumentBatch::Document& document : batch.documents()) {
      database.replace_document(base + document.number, to_xapian(batch, document));
    }
    base += batch.numbers();
  }
  database.commit();
}

std::string difference(const Xapian::Database& a, const Xapian::Database& b) {
  const Description left(a);
  const Description right(b);
  std::string found = unlike("statistics", left.of_statistics(), right.of_statistics());
  if (found.empty()) found = unlike("metadata", left.of_metadata(), right.of_metadata());
  auto other = b.allterms_begin();
  for (auto term = a.allterms_begin(); found.empty() && term != a.allterms_end(); ++term, ++other) {
    const std::string twin = other == b.allterms_end() ? "none" : *other;
    found = unlike("terms", *term, twin);
    if (found.empty()) found = unlike(*term, left.of_term(*term), right.of_term(*term));
  }
  if (found.empty() && other != b.allterms_end()) found = "terms\n  b has more: " + *other;
  auto twin = b.postlist_begin("");
  for (auto id = a.postlist_begin(""); found.empty() && id != a.postlist_end(""); ++id, ++twin) {
    found = unlike("document number", std::to_string(*id),
                   twin == b.postlist_end("") ? "none" : std::to_string(*twin));
    if (found.empty()) {
      found =
          unlike(fmt::format("document {}", *id), left.of_document(*id), right.of_document(*id));
    }
  }
  const auto slots = slots_of(a);
  if (found.empty() && slots != slots_of(b)) found = "value slots";
  for (std::size_t i = 0; found.empty() && i < slots.size(); ++i) {
    found =
        unlike(fmt::format("slot {}", slots[i]), left.of_slot(slots[i]), right.of_slot(slots[i]));
  }
  return found;
}

CheckResult check_database(const std::string& folder) {
  std::ostringstream out;
  const std::size_t errors = Xapian::Database::check(folder, 0, &out);
  return {errors, out.str()};
}

}  // namespace news::test
