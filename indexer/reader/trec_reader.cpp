// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/article_fields.hpp"
#include "indexer/reader/formats.hpp"
#include "indexer/reader/framers.hpp"
#include "indexer/reader/markup.hpp"
#include "indexer/reader/sgml_text.hpp"
#include "indexer/reader/tag_list.hpp"
#include "news/article/dates.hpp"
#include "news/base/ascii.hpp"
#include "news/text/encoding.hpp"
#include "news/text/whitespace.hpp"

#include <array>
#include <optional>
#include <string>
#include <utility>

namespace news {

namespace {

constexpr std::string_view open_tag = "<DOC";

/// The collections name the same thing differently; best first.
constexpr std::array<std::string_view, 3> id_tags = {"DOCNO", "DOCID", "DOC-NO"};
constexpr std::array<std::string_view, 7> title_tags = {"HEADLINE", "TITLE", "HEAD", "HL",
                                                        "TI",       "HT",    "H3"};
constexpr std::array<std::string_view, 5> date_tags = {"DATE_TIME", "DATE", "DATE1", "PUBDATE",
                                                       "DD"};
constexpr std::array<std::string_view, 5> author_tags = {"BYLINE", "AUTHOR", "AUTHORS", "AU", "BY"};
constexpr std::array<std::string_view, 4> outlet_tags = {"SOURCE", "SO", "PUB", "NEWSPAPER"};
constexpr std::array<std::string_view, 2> section_tags = {"SECTION", "SE"};
constexpr std::array<std::string_view, 4> topic_tags = {"SUBJECT", "DESCRIPT", "KEYWORDS", "IN"};
constexpr std::array<std::string_view, 3> text_tags = {"TEXT", "BODY", "CONTENT"};
constexpr std::array<std::string_view, 3> lead_tags = {"LEADPARA", "LP", "GRAPHIC"};

/// The elements of one DOC.
class Document {
 public:
  explicit Document(std::string_view text) : text_(text), tags_(text) {}

  /// The text of the first element of these that has some; empty if none has.
  template <std::size_t Count>
  std::string first(const std::array<std::string_view, Count>& names) const {
    for (const std::string_view name : names) {
      const auto range = tags_.element(name, all());
      std::string text = range ? sgml_text(range->in(text_)) : std::string();
      if (!text.empty()) return text;
    }
    return {};
  }

  /// The first of them in one line.
  template <std::size_t Count>
  std::string line(const std::array<std::string_view, Count>& names) const {
    return fold_whitespace(first(names));
  }

  /// Every TEXT of the document, as some divide it.
  std::string texts() const {
    std::string out;
    for (const std::string_view name : text_tags) {
      ByteRange rest = all();
      while (const auto range = tags_.element(name, rest)) {
        const std::string piece = sgml_text(range->in(text_));
        if (!piece.empty()) out += (out.empty() ? "" : "\n") + piece;
        rest.begin = std::max(range->end, rest.begin + 1);
      }
      if (!out.empty()) break;
    }
    return out;
  }

  /// What stands in no element at all.
  std::string bare_text() const {
    std::string out;
    std::size_t unclosed = 0;
    std::size_t at = text_.find('>');
    at = at == std::string_view::npos ? 0 : at + 1;
    while (at < text_.size()) {
      const std::size_t tag = std::min(text_.find('<', at), text_.size());
      out.append(text_, at, tag - at);
      at = behind_element(tag, unclosed);
    }
    return sgml_text(out);
  }

 private:
  ByteRange all() const { return {0, text_.size()}; }

  /// Where the element that opens at `tag` ends; or its tag, if it is never closed.
  std::size_t behind_element(std::size_t tag, std::size_t& unclosed) const {
    constexpr std::size_t longest_name = 32;
    const std::size_t tag_end = text_.find('>', tag);
    if (tag_end == std::string_view::npos) return text_.size();
    std::size_t name_end = tag + 1;
    while (name_end < tag_end && name_end - tag < longest_name &&
           !ascii::is_space(text_[name_end])) {
      ++name_end;
    }
    const std::string close = "</" + std::string(text_.substr(tag + 1, name_end - tag - 1)) + ">";
    // Elements close soon and nearly always: to look for all that do not would take for ever.
    constexpr std::size_t longest_element = std::size_t{64} * 1024;
    constexpr std::size_t max_unclosed = 1000;
    if (unclosed > max_unclosed) return tag_end + 1;
    const std::size_t found = find_tag(text_.substr(0, tag_end + longest_element), close, tag_end);
    if (found != std::string_view::npos) return found + close.size();
    ++unclosed;
    return tag_end + 1;
  }

  std::string_view text_;
  TagList tags_;
};

/// The day in the number of a document: "XYZ20051120.0012" has 2005-11-20, "AB880212-0001"
/// 1988-02-12. TREC's collections often say it nowhere else.
std::optional<Timestamp> date_in(std::string_view id) {
  for (std::size_t at = 0; at < id.size(); ++at) {
    if (!ascii::is_digit(id[at]) || (at > 0 && ascii::is_digit(id[at - 1]))) continue;
    std::size_t end = at;
    while (end < id.size() && ascii::is_digit(id[end])) ++end;
    std::string digits(id.substr(at, end - at));
    const bool hyphen_or_dot = end < id.size() && (id[end] == '-' || id[end] == '.');
    if (digits.size() == 6 && hyphen_or_dot && at > 0) {
      digits.insert(0, digits < "7" ? "20" : "19");
    }
    if (digits.size() != 8 || (!digits.starts_with("19") && !digits.starts_with("20"))) continue;
    return parse_date(digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6));
  }
  return std::nullopt;
}

/// Documents as TREC's collections have them: <DOC><DOCNO>..</DOCNO>...<TEXT>..</TEXT></DOC>.
class TrecReader : public Reader {
 public:
  std::string_view name() const override { return "trec"; }

  /// By a DOC with a number behind it.
  bool recognizes(const Sample& sample) const override {
    const std::size_t doc = find_open_tag(sample.head, open_tag);
    if (doc == std::string_view::npos) return false;
    const std::string_view behind = sample.head.substr(doc, 4096);
    return find_open_tag(behind, "<DOCNO") != std::string_view::npos ||
           find_open_tag(behind, "<DOCID") != std::string_view::npos;
  }

  std::unique_ptr<RecordFramer> frame(InputWindow& input) const override {
    return frame_elements(input,
                          {.open = std::string(open_tag), .close = "</DOC>", .enough = "</TEXT>"});
  }

  std::vector<Parsed> parse(const RawRecord& record) const override {
    const std::string bytes = decode_text(record.bytes).text;
    const Document document(bytes);
    ArticleFields fields;
    const auto set = [&fields](std::string_view name, std::string value) {
      fields.set(name, {std::move(value)});
    };
    const std::string id = document.line(id_tags);
    set("docno", id);
    set("title", document.line(title_tags));
    set("body", document.texts());
    set("authors", document.line(author_tags));
    set("date", document.line(date_tags));
    set("source", document.line(outlet_tags));
    set("section", document.line(section_tags));
    set("topics", document.line(topic_tags));
    set("url", document.line(std::array<std::string_view, 1>{"URL"}));
    set("language", document.line(std::array<std::string_view, 2>{"LANGUAGE", "LANG"}));
    if (!fields.has_body()) set("body", document.first(lead_tags));
    if (!fields.has_body()) set("body", document.bare_text());
    if (!fields.has_body() && !fields.has_title()) return {Unreadable{"no text"}};
    Article article = fields.article();
    if (!article.published) article.published = date_in(id);
    return {std::move(article)};
  }
};

}  // namespace

std::unique_ptr<Reader> make_trec_reader() { return std::make_unique<TrecReader>(); }

}  // namespace news
