// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/markup/html_document.hpp"

#include "news/base/ascii.hpp"

#include <algorithm>
#include <cstring>
#include <memory>
#include <mutex>
#include <new>

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

namespace news {

namespace {

/// libxml2 takes lengths as int.
constexpr std::size_t max_bytes = std::size_t{1} << 30U;

struct FreeParser {
  void operator()(htmlParserCtxt* parser) const { htmlFreeParserCtxt(parser); }
};

/// libxml2 compares each attribute with all before it in its tag.
constexpr int max_attributes = 200;

/// Blanks what stands in the tag at `at` behind so many words and quoted values that nobody wrote
/// them. Returns where to look on.
std::size_t thin_out_tag(std::string& html, std::size_t at) {
  int words = 0;
  char quote = '\0';
  bool after_equals = false;  // where a quotation mark begins a value
  for (bool in_word = true; at < html.size(); ++at) {
    char& c = html[at];
    if (quote == '\0') {
      if (c == '<' || c == '>') return at;
      const bool space = ascii::is_space(c);
      words += in_word || space ? 0 : 1;
      in_word = !space;
      if (after_equals && (c == '"' || c == '\'')) quote = c;
      if (!space) after_equals = c == '=';
    } else if (quote == c) {
      quote = '\0';
      in_word = false;
    }
    if (words > max_attributes) c = ' ';
  }
  return at;
}

/// Whether a tag or what is behind "</" begins with the name.
bool is_named(std::string_view html, std::size_t at, std::string_view name) {
  return ascii::equals_ignoring_case(html.substr(at, name.size()), name);
}

/// Where the element ends whose tag ends at `at`, and that holds no markup.
std::size_t end_of_raw_text(std::string_view html, std::size_t at, std::string_view name) {
  at = html.find("</", at);
  while (at < html.size() && !is_named(html, at + 2, name)) at = html.find("</", at + 2);
  return std::min(at, html.size());
}

/// The elements that hold no markup, of those that are long and many.
std::string_view raw_text_element(std::string_view html, std::size_t at) {
  for (const std::string_view name : {"script", "style"}) {
    if (is_named(html, at, name)) return name;
  }
  return {};
}

/// Where the comment ends whose text begins at `at`.
std::size_t end_of_comment(std::string_view html, std::size_t at) {
  for (at = html.find("--", at); at < html.size(); at = html.find("--", at + 1)) {
    const std::string_view behind = html.substr(at + 2, 2);
    if (behind.starts_with('>') || behind == "!>") return at;
  }
  return html.size();
}

/// What libxml2 is given: no NUL bytes, at which it would end, no tags that are mostly attributes,
/// and nothing of scripts and styles but data, because they are most of many pages.
std::string harmless(std::string_view html) {
  std::string clean(html);
  std::replace(clean.begin(), clean.end(), '\0', ' ');
  std::string out;
  out.reserve(clean.size());
  std::size_t taken = 0;
  for (std::size_t at = clean.find('<'); at < clean.size(); at = clean.find('<', at)) {
    const std::size_t tag = ++at;
    if (is_named(clean, at, "!--")) at = end_of_comment(clean, at + 3);
    if (at == clean.size() || !ascii::is_alpha(clean[at])) continue;
    at = thin_out_tag(clean, at);
    const std::string_view name = raw_text_element(clean, tag);
    if (name.empty() || at == clean.size() || clean[at] != '>' || clean[at - 1] == '/') continue;
    const std::string attributes = ascii::to_lower(std::string_view(clean).substr(tag, at - tag));
    const bool is_data = attributes.find("json") != std::string::npos;
    const std::size_t content = at + 1;
    at = end_of_raw_text(clean, content, name);
    if (is_data) continue;
    out.append(clean, taken, content - taken);
    taken = at;
  }
  return out.append(clean, taken);
}

std::string_view view_of(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

}  // namespace

/// Hears what libxml2 finds and writes it down.
class HtmlDocument::Builder {
 public:
  explicit Builder(HtmlDocument& document) : document_(document) {}

  /// Parses some markup behind what is there. Returns how many bytes it took: fewer than all where
  /// elements lay too deep.
  std::size_t take(std::string_view html) {
    // Else two threads that begin at once may each make the locks of libxml2, and wait for ever.
    static std::once_flag initialized;
    std::call_once(initialized, xmlInitParser);
    const std::unique_ptr<htmlParserCtxt, FreeParser> parser(
        htmlCreateMemoryParserCtxt(html.data(), static_cast<int>(html.size())));
    if (parser == nullptr) throw std::bad_alloc();
    htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                         HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                         HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOIMPLIED);
    xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
    *parser->sax = handler();
    parser->userData = this;
    parser_ = parser.get();
    too_deep_ = false;
    htmlParseDocument(parser.get());
    close_to(root);
    return too_deep_ ? std::clamp<std::size_t>(taken_, 1, html.size()) : html.size();
  }

 private:
  static xmlSAXHandler handler() {
    xmlSAXHandler sax{};
    sax.startElement = [](void* self, const xmlChar* name, const xmlChar** attributes) {
      static_cast<Builder*>(self)->start(view_of(name), attributes);
    };
    sax.endElement = [](void* self, const xmlChar* name) {
      static_cast<Builder*>(self)->end(view_of(name));
    };
    sax.characters = sax.ignorableWhitespace =
        sax.cdataBlock = [](void* self, const xmlChar* text, int bytes) {
          static_cast<Builder*>(self)->text_.append(reinterpret_cast<const char*>(text),
                                                    static_cast<std::size_t>(bytes));
        };
    return sax;
  }

  void start(std::string_view name, const xmlChar** attributes) {
    end_text();
    const NodeId node = document_.size();
    Node& added = document_.nodes_.emplace_back();
    added.tag = html_tag(name);
    added.parent = open_;
    added.text = document_.strings_.store(name);
    added.attributes_begin = static_cast<std::uint32_t>(document_.attributes_.size());
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
      document_.attributes_.push_back({document_.strings_.store(view_of(attributes[0])),
                                       document_.strings_.store(view_of(attributes[1]))});
    }
    added.attributes_end = static_cast<std::uint32_t>(document_.attributes_.size());
    open_ = node;
    if (parser_->nameNr < max_depth) return;
    too_deep_ = true;
    taken_ = static_cast<std::size_t>(xmlByteConsumed(parser_));
    xmlStopParser(parser_);
  }

  /// libxml2 ends every element, the innermost first, but for one that it put in itself.
  void end(std::string_view name) {
    end_text();
    NodeId node = open_;
    while (node != root && document_.nodes_[node].text != name)
      node = document_.nodes_[node].parent;
    if (node != root) close_to(document_.nodes_[node].parent);
  }

  /// Ends everything that is open within `outer`.
  void close_to(NodeId outer) {
    end_text();
    while (open_ != outer) {
      Node& node = document_.nodes_[open_];
      node.end = document_.size();
      open_ = node.parent;
    }
    document_.nodes_[root].end = document_.size();
  }

  void end_text() {
    if (text_.empty()) return;
    Node& added = document_.nodes_.emplace_back();
    added.parent = open_;
    added.end = document_.size();
    added.text = document_.strings_.store(text_);
    text_.clear();
  }

  HtmlDocument& document_;
  htmlParserCtxt* parser_ = nullptr;
  NodeId open_ = root;
  std::string text_;  ///< that comes in pieces
  bool too_deep_ = false;
  std::size_t taken_ = 0;
};

HtmlDocument::HtmlDocument() {
  nodes_.push_back({.tag = HtmlTag::other, .parent = root, .end = 1, .text = ""});
}

HtmlDocument HtmlDocument::parse(std::string_view html) {
  HtmlDocument document;
  const std::string clean = harmless(html.substr(0, max_bytes));
  Builder builder(document);
  for (std::string_view rest = clean; !rest.empty();) rest.remove_prefix(builder.take(rest));
  return document;
}

std::string_view HtmlDocument::attribute(NodeId node, std::string_view name) const {
  for (const Attribute& attribute : attributes(node)) {
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

NodeId HtmlDocument::find(HtmlTag tag, NodeId within) const {
  for (NodeId node = within; node < nodes_[within].end; ++node) {
    if (nodes_[node].tag == tag) return node;
  }
  return size();
}

}  // namespace news
