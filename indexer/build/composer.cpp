// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/composer.hpp"

#include "news/article/identity.hpp"
#include "news/article/stored_article.hpp"
#include "news/base/ascii.hpp"
#include "news/base/hash.hpp"
#include "news/index/field_values.hpp"
#include "news/index/schema.hpp"

#include <fmt/format.h>
#include <xapian.h>

namespace news {

namespace {

/// Positions left between parts of an article, so that no phrase reaches from one into the next.
constexpr std::uint32_t gap = 100;

/// The longest prefix that a word gets.
static_assert(schema::section.size() + Tokenizer::max_word_bytes <= schema::max_term_bytes);

}  // namespace

void Composer::start(DocumentBatch& batch) {
  batch_ = &batch;
  analyzer_.trim();
  free_text_.start();
  title_text_.start();
}

bool Composer::add(const Article& article) {
  sketch_.start();
  const std::uint32_t position = add_title(article);
  add_body(article, position);
  const std::string sketch = add_sketch();
  add_field(schema::author, article.authors);
  add_field(schema::topic, article.topics);
  add_field(schema::outlet, {article.outlet});
  add_field(schema::section, {article.section});
  add_field(schema::url, {article.url});
  add_hosts(article.url);
  if (article.published) add_date(*article.published);
  if (article.language.known()) add_filter(schema::language, article.language.code());
  const std::string identity = identity_of(article);
  add_filter(schema::identity, identity);
  batch_->set_value(schema::identity_slot, identity);
  add_facets(article);
  batch_->set_value(schema::order_slot, schema::order_key(article.origin.record, identity));
  batch_->set_value(schema::sketch_slot, sketch);
  // This one counts, so that no document has length 0: Xapian's check takes such a document for one
  // without terms and finds fault with its positions.
  const std::string own_id = schema::term(schema::own_id, display_id(article));
  batch_->add(batch_->intern({}, own_id), DocumentBatch::no_position);
  if (article.origin.path != "-") add_filter(schema::source, article.origin.path);
  if (!batch_->fits()) {
    batch_->discard_document();
    return false;
  }
  batch_->set_data(to_stored(article));
  batch_->end_document();
  return true;
}

/// A term that only filters.
void Composer::add_filter(std::string_view prefix, std::string_view value) {
  batch_->add(batch_->intern({}, schema::term(prefix, value)), DocumentBatch::no_position, 0);
}

/// The title is a field of its own and also free text, unless it was made from the body, which has
/// its words already. The field adds nothing to the article's length. Returns the last position in
/// use.
std::uint32_t Composer::add_title(const Article& article) {
  std::uint32_t position = 0;
  for (const Token& token : analyzer_.analyze(article.title, article.language)) {
    ++position;
    const TitleText terms = title_text(token);
    batch_->add(terms.word, position, 0);
    if (terms.stem != none) batch_->add(terms.stem, DocumentBatch::no_position, 0);
    if (!article.title_from_text) add_free_text(token, position);
  }
  return position;
}

void Composer::add_body(const Article& article, std::uint32_t position) {
  position += gap;
  for (const Token& token : analyzer_.analyze(article.body, article.language)) {
    add_free_text(token, ++position);
  }
}

void Composer::add_free_text(const Token& token, std::uint32_t position) {
  const FreeText& terms = free_text(token);
  batch_->add(terms.word, position);
  if (terms.stem != none) batch_->add(terms.stem, DocumentBatch::no_position);
  if (terms.tag != none) batch_->add(terms.tag, position);
  sketch_.add(terms.hash);
}

/// The sketch of title and body, by which copies of the story are found; returns it packed.
std::string Composer::add_sketch() {
  const std::vector<std::uint32_t>& sketch = sketch_.finish();
  for (const std::uint32_t number : sketch) {
    batch_->add(batch_->intern({}, schema::sketch_term(number)), DocumentBatch::no_position, 0);
  }
  return schema::pack_sketch(sketch);
}

const Composer::FreeText& Composer::free_text(const Token& token) {
  if (token.lexeme == Token::no_lexeme) return rare_ = interned_free_text(token);
  bool fresh = false;
  FreeText& known = free_text_.find(token.lexeme, fresh);
  if (fresh) known = interned_free_text(token);
  return known;
}

Composer::TitleText Composer::title_text(const Token& token) {
  if (token.lexeme == Token::no_lexeme) return interned_title_text(token);
  bool fresh = false;
  TitleText& known = title_text_.find(token.lexeme, fresh);
  if (fresh) known = interned_title_text(token);
  return known;
}

Composer::FreeText Composer::interned_free_text(const Token& token) {
  return {.word = batch_->intern({}, token.term),
          .stem = token.stem.empty() ? none : batch_->intern(schema::stem, token.stem),
          .tag = token.tag.empty() ? none : batch_->intern({}, token.tag),
          .hash = static_cast<std::uint32_t>(hash64(token.term))};
}

Composer::TitleText Composer::interned_title_text(const Token& token) {
  return {.word = batch_->intern(schema::title, token.term),
          .stem = token.stem.empty() ? none : batch_->intern(schema::title_stem, token.stem)};
}

/// Fields that filter add nothing to a document's length or to any score. A value of one word needs
/// no place: nothing stands beside it.
void Composer::add_field(std::string_view prefix, const std::vector<std::string>& values) {
  std::uint32_t position = 0;
  for (const std::string& value : values) {
    const std::vector<Token>& tokens = analyzer_.analyze(value, Language());
    for (const Token& token : tokens) {
      ++position;
      const bool alone = tokens.size() == 1;
      batch_->add(batch_->intern(prefix, token.term), alone ? DocumentBatch::no_position : position,
                  0);
    }
    position += gap;
  }
}

/// What facets count: fields are found by their words, but counted as a whole.
void Composer::add_facets(const Article& article) {
  batch_->set_value(schema::outlet_slot, pack_field_values({article.outlet}));
  batch_->set_value(schema::section_slot, pack_field_values({article.section}));
  if (article.language.known()) {
    batch_->set_value(schema::language_slot, std::string(article.language.code()));
  }
  batch_->set_value(schema::author_slot, pack_field_values(article.authors));
  batch_->set_value(schema::topic_slot, pack_field_values(article.topics));
  if (!article.published || article.published->precision >= Timestamp::Precision::day) return;
  const std::string day = fmt::format("{:08}", article.published->day_number());
  const bool has_month = article.published->precision == Timestamp::Precision::month;
  batch_->set_value(schema::coarse_date_slot, day.substr(0, has_month ? 6 : 4));
}

/// "www.example.com", "example.com": the host of a URL and the domains above it.
void Composer::add_hosts(std::string_view url) {
  const std::size_t scheme_end = url.find("://");
  if (scheme_end == std::string_view::npos) return;
  const std::string_view rest = url.substr(scheme_end + 3);
  const std::string host = ascii::to_lower(rest.substr(0, rest.find_first_of("/?#:")));
  constexpr std::size_t longest_host = 253;  // RFC 1035
  if (host.size() > longest_host) return;
  std::string_view domain = host;
  while (domain.find('.') != std::string_view::npos) {
    add_filter(schema::host, domain);
    domain.remove_prefix(domain.find('.') + 1);
  }
}

void Composer::add_date(const Timestamp& published) {
  using Precision = Timestamp::Precision;
  add_filter(schema::year, fmt::format("{:04}", published.year));
  if (published.precision >= Precision::month) {
    add_filter(schema::month, fmt::format("{:04}{:02}", published.year, published.month));
  }
  if (published.precision >= Precision::day) {
    add_filter(schema::day, fmt::format("{:08}", published.day_number()));
  }
  const auto seconds = static_cast<double>(published.to_unix_seconds());
  batch_->set_value(schema::published_slot, Xapian::sortable_serialise(seconds));
  batch_->set_value(schema::day_slot, Xapian::sortable_serialise(published.day_number()));
}

}  // namespace news
