// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/meta_tags.hpp"

#include "indexer/reader/page/page_heading.hpp"
#include "news/base/ascii.hpp"

#include <array>
#include <optional>

namespace news {

namespace {

/// The meta elements that are known, by name or property in lower case.
struct KnownMeta {
  std::string_view name;
  PageField field = PageField::title;
  ClaimSource source = ClaimSource::named_meta;
};

using F = PageField;
using S = ClaimSource;

constexpr std::array known_metas = {
    KnownMeta{"og:title", F::title, S::open_graph},
    KnownMeta{"og:description", F::summary, S::open_graph},
    KnownMeta{"og:site_name", F::outlet, S::open_graph},
    KnownMeta{"og:url", F::url, S::open_graph},
    KnownMeta{"og:locale", F::language, S::open_graph},
    KnownMeta{"og:article:published_time", F::published, S::open_graph},
    KnownMeta{"og:article:modified_time", F::modified, S::open_graph},
    KnownMeta{"og:article:author", F::author, S::open_graph},
    KnownMeta{"og:article:section", F::section, S::open_graph},
    KnownMeta{"og:article:tag", F::topic, S::open_graph},
    KnownMeta{"og:published_time", F::published, S::open_graph},
    KnownMeta{"og:modified_time", F::modified, S::open_graph},
    KnownMeta{"og:updated_time", F::modified, S::loose_meta},
    KnownMeta{"article:published_time", F::published, S::open_graph},
    KnownMeta{"article:published", F::published, S::open_graph},
    KnownMeta{"article:modified_time", F::modified, S::open_graph},
    KnownMeta{"article:modified", F::modified, S::open_graph},
    KnownMeta{"article:author", F::author, S::open_graph},
    KnownMeta{"article:author_name", F::author, S::open_graph},
    KnownMeta{"article:section", F::section, S::open_graph},
    KnownMeta{"article:tag", F::topic, S::open_graph},
    KnownMeta{"article:title", F::title, S::open_graph},
    KnownMeta{"og:author", F::author, S::open_graph},
    KnownMeta{"twitter:title", F::title, S::named_meta},
    KnownMeta{"twitter:description", F::summary},
    KnownMeta{"description", F::summary},
    KnownMeta{"dc.description", F::summary},
    KnownMeta{"dc.title", F::title},
    KnownMeta{"dcterms.title", F::title},
    KnownMeta{"dc.creator", F::author},
    KnownMeta{"dcterms.creator", F::author},
    KnownMeta{"dc.date.issued", F::published},
    KnownMeta{"dc.date.created", F::published},
    KnownMeta{"dc.date.published", F::published},
    KnownMeta{"dc.date.modified", F::modified},
    KnownMeta{"dcterms.issued", F::published},
    KnownMeta{"dcterms.created", F::published},
    KnownMeta{"dcterms.date", F::published},
    KnownMeta{"dcterms.modified", F::modified},
    KnownMeta{"dc.date", F::published},
    KnownMeta{"dc.language", F::language},
    KnownMeta{"dcterms.language", F::language},
    KnownMeta{"dc.subject", F::topic},
    KnownMeta{"dc.publisher", F::outlet},
    KnownMeta{"dcterms.publisher", F::outlet},
    KnownMeta{"citation_title", F::title},
    KnownMeta{"citation_author", F::author},
    KnownMeta{"citation_publication_date", F::published},
    KnownMeta{"citation_date", F::published},
    KnownMeta{"citation_online_date", F::published},
    KnownMeta{"citation_journal_title", F::outlet},
    KnownMeta{"citation_language", F::language},
    KnownMeta{"citation_keywords", F::topic},
    KnownMeta{"parsely-title", F::title},
    KnownMeta{"parsely-author", F::author},
    KnownMeta{"parsely-pub-date", F::published},
    KnownMeta{"parsely-section", F::section},
    KnownMeta{"parsely-tags", F::topic},
    KnownMeta{"parsely-link", F::url},
    KnownMeta{"sailthru.title", F::title},
    KnownMeta{"sailthru.author", F::author},
    KnownMeta{"sailthru.date", F::published},
    KnownMeta{"sailthru.tags", F::topic},
    KnownMeta{"cxenseparse:author", F::author},
    KnownMeta{"cxenseparse:recs:publishtime", F::published},
    KnownMeta{"headline", F::title},
    KnownMeta{"ob_headline", F::title},
    KnownMeta{"articleauthor", F::author},
    KnownMeta{"articlesection", F::section},
    KnownMeta{"title", F::title, S::loose_meta},
    KnownMeta{"author", F::author, S::loose_meta},
    KnownMeta{"authors", F::author, S::loose_meta},
    KnownMeta{"article.author", F::author, S::named_meta},
    KnownMeta{"byl", F::author, S::named_meta},
    KnownMeta{"byline", F::author, S::named_meta},
    KnownMeta{"twitter:creator", F::author, S::document_title},
    KnownMeta{"datepublished", F::published},
    KnownMeta{"datecreated", F::published, S::loose_meta},
    KnownMeta{"datemodified", F::modified},
    KnownMeta{"pubdate", F::published},
    KnownMeta{"publishdate", F::published},
    KnownMeta{"publish-date", F::published},
    KnownMeta{"publish_date", F::published},
    KnownMeta{"published-date", F::published},
    KnownMeta{"publication_date", F::published},
    KnownMeta{"publicationdate", F::published},
    KnownMeta{"published", F::published},
    KnownMeta{"published_time", F::published},
    KnownMeta{"displaydate", F::published},
    KnownMeta{"originalpublicationdate", F::published},
    KnownMeta{"article.published", F::published},
    KnownMeta{"article_date_original", F::published},
    KnownMeta{"created", F::published, S::loose_meta},
    KnownMeta{"date", F::published, S::loose_meta},
    KnownMeta{"lastmod", F::modified},
    KnownMeta{"last-modified", F::modified, S::loose_meta},
    KnownMeta{"last_updated_date", F::modified},
    KnownMeta{"article.updated", F::modified},
    KnownMeta{"modified", F::modified, S::loose_meta},
    KnownMeta{"revised", F::modified, S::loose_meta},
    KnownMeta{"section", F::section, S::loose_meta},
    KnownMeta{"article.section", F::section, S::named_meta},
    KnownMeta{"news_keywords", F::topic, S::named_meta},
    KnownMeta{"keywords", F::topic, S::loose_meta},
    KnownMeta{"language", F::language, S::loose_meta},
    KnownMeta{"content-language", F::language, S::loose_meta},
    KnownMeta{"application-name", F::outlet, S::loose_meta},
};

const KnownMeta* known_meta(std::string_view name) {
  const std::string lower = ascii::to_lower(ascii::trim(name));
  for (const KnownMeta& known : known_metas) {
    if (known.name == lower) return &known;
  }
  return nullptr;
}

void add_meta(const HtmlDocument& document, NodeId meta, PageClaims& claims) {
  for (const std::string_view attribute : {"property", "name", "http-equiv"}) {
    const KnownMeta* known = known_meta(document.attribute(meta, attribute));
    if (known == nullptr) continue;
    return claims.add(known->field, known->source, document.attribute(meta, "content"));
  }
}

}  // namespace

void add_head_claims(const HtmlDocument& document, PageClaims& claims) {
  for (NodeId node = 0; node < document.size(); ++node) {
    const HtmlTag tag = document[node].tag;
    if (tag == HtmlTag::meta) {
      add_meta(document, node, claims);
    } else if (tag == HtmlTag::html) {
      claims.add(F::language, S::marked, document.attribute(node, "lang"));
    } else if (tag == HtmlTag::link && document.attribute(node, "rel") == "canonical") {
      claims.add(F::url, S::marked, document.attribute(node, "href"));
    } else if (tag == HtmlTag::title && document[document[node].parent].tag != HtmlTag::svg) {
      claims.add(F::title, S::document_title, short_text_of(document, node));
    }
  }
}

}  // namespace news
