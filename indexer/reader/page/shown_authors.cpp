// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/shown_authors.hpp"

#include "indexer/markup/html_text.hpp"
#include "indexer/reader/page/author_names.hpp"
#include "indexer/reader/page/page_heading.hpp"
#include "news/article/dates.hpp"
#include "news/base/ascii.hpp"
#include "news/text/letter_case.hpp"
#include "news/text/whitespace.hpp"

#include <array>

namespace news {

namespace {

constexpr std::size_t longest_byline = 160;

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return text.find(word) != text.npos; });
}

bool is_author_link(const HtmlDocument& document, NodeId node) {
  if (document[node].tag != HtmlTag::a) return false;
  if (ascii::to_lower(document.attribute(node, "rel")).find("author") != std::string::npos) {
    return true;
  }
  const std::string target = ascii::to_lower(document.attribute(node, "href"));
  return contains_any(target, {"/author/", "/authors/", "/autor/", "/autoren/", "/autores/",
                               "/auteur/", "/auteurs/", "/autore/", "/profile/", "/journalist/",
                               "/by/", "/staff/", "/reporter/", "/yazar/", "/penulis/"});
}

bool is_byline_element(const HtmlDocument& document, NodeId node) {
  for (const std::string_view name : {"class", "id", "itemprop", "data-testid", "aria-label"}) {
    const std::string value = ascii::to_lower(document.attribute(node, name));
    if (contains_any(value, {"byline", "author", "autor", "auteur", "writer", "journalist",
                             "contributor", "redacteur", "forfatter", "skribent", "penulis"})) {
      return !contains_any(value, {"authority", "bio", "social", "image", "img", "photo", "foto",
                                   "bild", "avatar", "caption", "profile", "comment"});
    }
  }
  return false;
}

/// Adds the names in a text if it can be a byline.
bool add_names(std::string_view text, ClaimSource source, PageClaims& claims) {
  if (text.size() > longest_byline) return false;
  const std::vector<std::string> names = shown_author_names(text);
  for (const std::string& name : names) claims.add(PageField::author, source, name);
  return !names.empty();
}

void add_links(const HtmlDocument& document, HeadingSurroundings near, PageClaims& claims) {
  for (NodeId node = near.begin; node < near.end; ++node) {
    if (!is_author_link(document, node)) continue;
    if (is_aside(document, document[node].parent)) continue;
    add_names(short_text_of(document, node), ClaimSource::marked, claims);
  }
}

/// Of elements one within the other the innermost that has a name says it most plainly; the first
/// from the top that is short enough says it all.
void add_byline_elements(const HtmlDocument& document, HeadingSurroundings near,
                         PageClaims& claims) {
  for (NodeId node = near.begin; node < near.end;) {
    const bool byline = !document.is_text(node) && is_byline_element(document, node) &&
                        !is_aside(document, document[node].parent);
    const std::string text = byline ? short_text_of(document, node) : std::string();
    const std::string line = text.substr(0, text.find('\n'));
    node = byline && add_names(line, ClaimSource::shown, claims) ? document[node].end : node + 1;
  }
}

void add_byline_texts(const HtmlDocument& document, HeadingSurroundings near, PageClaims& claims) {
  for (NodeId node = near.begin; node < near.end; ++node) {
    if (document.is_text(node)) continue;
    if (!is_block(document[node].tag) && document[node].tag != HtmlTag::span) continue;
    const std::string text = short_text_of(document, node);
    if (text.size() > longest_byline || !opens_byline(text)) continue;
    if (is_aside(document, node)) continue;
    if (add_names(text.substr(0, text.find('\n')), ClaimSource::shown, claims)) return;
  }
}

/// The first element behind a subtree.
NodeId next_element(const HtmlDocument& document, NodeId node) {
  for (node = document[node].end; node < document.size() && document.is_text(node);) ++node;
  return node;
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), ascii::is_digit);
}

bool is_within_menu(const HtmlDocument& document, NodeId node) {
  for (; node != HtmlDocument::root; node = document[node].parent) {
    const HtmlTag tag = document[node].tag;
    if (tag == HtmlTag::nav || tag == HtmlTag::figure || tag == HtmlTag::footer) return true;
    if (tag >= HtmlTag::h1 && tag <= HtmlTag::h6) return true;
  }
  return false;
}

constexpr std::size_t shortest_paragraph = 80;

/// Whether an element has a paragraph's text; a look at its start tells.
bool is_long(const HtmlDocument& document, NodeId node) {
  constexpr NodeId most_nodes = 200;
  std::size_t bytes = 0;
  const NodeId end = std::min(document[node].end, node + most_nodes);
  for (NodeId text = node; text < end; ++text) {
    if (document.is_text(text)) bytes += ascii::trim(document[text].text).size();
  }
  return bytes >= shortest_paragraph;
}

bool is_long_paragraph(const HtmlDocument& document, NodeId node) {
  return node < document.size() && document[node].tag == HtmlTag::p && is_long(document, node);
}

/// Adds the names that stand alone in the paragraph before the first of the story or in that behind
/// its last.
void add_signatures(const HtmlDocument& document, NodeId heading, PageClaims& claims) {
  constexpr std::size_t longest = 80;
  bool behind_story = false;  // whether the paragraph before is a long one
  for (NodeId node = heading; node < document.size(); ++node) {
    if (document[node].tag != HtmlTag::p) continue;
    const std::string text = short_text_of(document, node);
    const bool names =
        !text.empty() && text.size() <= longest && is_only_names(text) && !is_aside(document, node);
    const bool before_story = names && is_long_paragraph(document, next_element(document, node));
    if (names && (before_story || behind_story)) {
      add_names(text, ClaimSource::document_title, claims);
      return;
    }
    const bool is_story = is_long(document, node);
    if (is_story || !text.empty()) behind_story = is_story;
  }
}

/// Adds the names that stand alone right before or behind a date.
void add_names_at_date(const HtmlDocument& document, HeadingSurroundings near, PageClaims& claims) {
  constexpr std::size_t longest = 100;
  std::string before;          // the last line that is only names
  int lines_since_date = 100;  // and since `before`
  int lines_since_names = 100;
  for (NodeId node = near.begin; node < near.end; ++node) {
    if (!document.is_text(node) || document[node].text.size() > longest) continue;
    if (is_unseen(document[document[node].parent].tag)) continue;
    std::string text = fold_whitespace(document[node].text);
    if (!has_letter(text) && !has_digit(text)) continue;
    ++lines_since_date;
    ++lines_since_names;
    if (!find_dates(text).empty()) {
      if (lines_since_names <= 2) add_names(before, ClaimSource::document_title, claims);
      lines_since_date = 0;
    } else if (is_only_names(text) && !is_within_menu(document, node)) {
      if (lines_since_date == 1) add_names(text, ClaimSource::document_title, claims);
      before = std::move(text);
      lines_since_names = 0;
    }
  }
}

}  // namespace

void add_shown_authors(const HtmlDocument& document, NodeId heading, PageClaims& claims) {
  const HeadingSurroundings near = surroundings_of(document, heading);
  add_links(document, near, claims);
  add_byline_elements(document, near, claims);
  if (claims.first(PageField::author, ClaimSource::shown).empty()) {
    add_byline_texts(document, near, claims);
  }
  add_names_at_date(document, {heading, near.end}, claims);
  add_signatures(document, heading, claims);
}

}  // namespace news
