// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/composer.hpp"

#include "news/article/identity.hpp"
#include "news/article/stored_article.hpp"
#include "news/base/ascii.hpp"
#include "news/index/schema.hpp"

#include <fmt/format.h>

namespace news {

namespace {

/// Positions left between parts of an article, so that no phrase reaches from one into the next.
constexpr std::uint32_t gap = 100;

/// The longest prefix that a word gets.
static_assert(schema::section.size() + Tokenizer::max_word_bytes <= schema::max_term_bytes);

void add_free_text(const Token& token, std::uint32_t position, Document& document) {
  document.add_posting({}, token.term, position);
  if (!token.stem.empty()) document.add_term(schema::stem, token.stem);
  if (!token.tag.empty()) document.add_posting({}, token.tag, position);
}

/// "www.example.com", "example.com": the host of a URL and the domains above it.
void add_hosts(std::string_view url, Document& document) {
  const std::size_t scheme_end = url.find("://");
  if (scheme_end == std::string_view::npos) return;
  const std::string_view rest = url.substr(scheme_end + 3);
  const std::string host = ascii::to_lower(rest.substr(0, rest.find_first_of("/?#:")));
  std::string_view domain = host;
  while (domain.find('.') != std::string_view::npos) {
    document.add_filter(schema::term(schema::host, domain));
    domain.remove_prefix(domain.find('.') + 1);
  }
}

void add_date(const Timestamp& published, Document& document) {
  using Precision = Timestamp::Precision;
  document.add_filter(schema::term(schema::year, fmt::format("{:04}", published.year)));
  if (published.precision >= Precision::month) {
    document.add_filter(
        schema::term(schema::month, fmt::format("{:04}{:02}", published.year, published.month)));
  }
  if (published.precision >= Precision::day) {
    document.add_filter(schema::term(schema::day, fmt::format("{:08}", published.day_number())));
  }
  document.set_value(schema::published_slot,
                     Xapian::sortable_serialise(static_cast<double>(published.to_unix_seconds())));
  document.set_value(schema::day_slot, Xapian::sortable_serialise(published.day_number()));
}

}  // namespace

Document Composer::compose(const Article& article) {
  Document document;
  const std::uint32_t position = add_title(article, document);
  add_body(article, position, document);
  add_field(schema::author, article.authors, document);
  add_field(schema::topic, article.topics, document);
  add_field(schema::outlet, {article.outlet}, document);
  add_field(schema::section, {article.section}, document);
  add_field(schema::url, {article.url}, document);
  add_hosts(article.url, document);
  if (article.published) add_date(*article.published, document);
  if (article.language.known()) {
    document.add_filter(schema::term(schema::language, article.language.code()));
  }
  const std::string identity = identity_of(article);
  document.add_filter(schema::term(schema::identity, identity));
  document.set_value(schema::identity_slot, identity);
  // This one counts, so that no document has length 0: Xapian's check takes such a document for one
  // without terms and finds fault with its positions.
  document.add_term({}, schema::term(schema::own_id, display_id(article)));
  if (article.origin.path != "-") {
    document.add_filter(schema::term(schema::source, article.origin.path));
  }
  document.set_data(to_stored(article));
  return document;
}

/// The title is a field of its own and also free text, unless it was made from the body, which has
/// its words already. Returns the last position in use.
std::uint32_t Composer::add_title(const Article& article, Document& document) {
  std::uint32_t position = 0;
  for (const Token& token : analyzer_.analyze(article.title, article.language)) {
    ++position;
    document.add_posting(schema::title, token.term, position);
    if (!token.stem.empty()) document.add_term(schema::title_stem, token.stem);
    if (!article.title_from_text) add_free_text(token, position, document);
  }
  return position;
}

void Composer::add_body(const Article& article, std::uint32_t position, Document& document) {
  position += gap;
  for (const Token& token : analyzer_.analyze(article.body, article.language)) {
    add_free_text(token, ++position, document);
  }
}

/// Fields that filter add nothing to a document's length or to any score.
void Composer::add_field(std::string_view prefix, const std::vector<std::string>& values,
                         Document& document) {
  std::uint32_t position = 0;
  for (const std::string& value : values) {
    for (const Token& token : analyzer_.analyze(value, Language())) {
      document.add_posting(prefix, token.term, ++position, 0);
    }
    position += gap;
  }
}

}  // namespace news
