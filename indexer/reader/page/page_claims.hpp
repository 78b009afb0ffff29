// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace news {

/// The parts of an article that a page says something of.
enum class PageField : std::uint8_t {
  title,
  author,
  published,
  modified,
  outlet,
  section,
  language,
  topic,
  url,
  summary,
  body,
};
inline constexpr std::size_t page_field_count = 11;

/// Where on a page something is said, the most trusted first.
enum class ClaimSource : std::uint8_t {
  json_ld,         ///< JSON-LD of the article
  open_graph,      ///< og: and article: properties
  named_meta,      ///< meta elements with a name that says what it is of: Dublin Core, citation_...
  microdata,       ///< itemprop within the article's item
  marked,          ///< what HTML marks: h1, rel=author, rel=canonical, lang
  json_ld_page,    ///< JSON-LD of the page around the article
  loose_meta,      ///< meta elements that are often of something else: author, date, keywords
  shown,           ///< what a reader sees at the heading: a byline, a date
  document_title,  ///< <title>, mostly with the outlet's name in it
};

/// What a page says of itself, everything from everywhere, before anything is chosen.
class PageClaims {
 public:
  struct Claim {
    PageField field = PageField::title;
    ClaimSource source = ClaimSource::shown;
    std::string value;
  };

  /// What a page can say of one field, so that none is slow to read whatever it says. More claims
  /// are passed over; longer values, but for bodies, are cut.
  static constexpr std::size_t max_claims = 200;
  static constexpr std::size_t max_value_bytes = 4000;

  /// Takes a claim; its white space is folded, an empty one is none.
  void add(PageField field, ClaimSource source, std::string_view value);

  const std::vector<Claim>& all() const { return claims_; }

  /// The claims of a field by trust, those of the same source in the order of the page.
  std::vector<const Claim*> of(PageField field) const;

  /// The most trusted value of a field; empty if there is none.
  std::string best(PageField field) const;

  /// The first value of a field from a source; empty if there is none.
  std::string first(PageField field, ClaimSource source) const;

 private:
  std::vector<Claim> claims_;
  std::array<std::size_t, page_field_count> counts_{};
};

}  // namespace news
