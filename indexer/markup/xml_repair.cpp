// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/markup/xml_repair.hpp"

#include "indexer/markup/character_reference.hpp"
#include "indexer/markup/xml_head.hpp"
#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace news {

namespace {

constexpr std::size_t longest_attribute = std::size_t{64} * 1024;
constexpr std::size_t longest_name = 1024;
constexpr std::size_t most_attributes = 64;
/// libxml2 takes no text node above 10 MB; a comment divides it.
constexpr std::size_t text_node_bytes = std::size_t{4} * 1024 * 1024;

bool begins_name(char c) {
  return ascii::is_alpha(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_void(std::string_view name) {
  return ascii::equals_ignoring_case(name, "br") || ascii::equals_ignoring_case(name, "hr") ||
         ascii::equals_ignoring_case(name, "img");
}

/// Appends one character so that it is text and nothing else.
void append_escaped(std::string& out, char c) {
  if (c == '&') {
    out += "&amp;";
  } else if (c == '<') {
    out += "&lt;";
  } else if (c == '>') {
    out += "&gt;";
  } else if (c == '"') {
    out += "&quot;";
  } else {
    out.push_back(ascii::is_control(c) && !ascii::is_space(c) ? ' ' : c);
  }
}

/// Appends text; its references become characters unless it is `literal`.
void append_text(std::string& out, std::string_view text, bool literal) {
  std::size_t node_start = out.size();
  for (std::size_t at = 0; at < text.size();) {
    const auto reference =
        literal || text[at] != '&' ? std::nullopt : read_character_reference(text.substr(at));
    if (reference) {
      for (const char c : reference->text) append_escaped(out, c);
      at += reference->length;
    } else {
      append_escaped(out, text[at++]);
    }
    const bool between = at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    if (out.size() - node_start > text_node_bytes && between) {
      out += "<!---->";
      node_start = out.size();
    }
  }
}

class Repair {
 public:
  explicit Repair(std::string_view text) : text_(text) { out_.reserve(text.size() + 256); }

  std::string run() {
    while (at_ < text_.size()) {
      const std::size_t mark = std::min(text_.find('<', at_), text_.size());
      append(text_.substr(at_, mark - at_), /*literal=*/false);
      at_ = mark;
      if (at_ < text_.size()) read_markup();
    }
    if (!open_.empty()) out_.append("<?").append(cut_mark).append("?>");
    while (!open_.empty()) close_last();
    return std::move(out_);
  }

 private:
  void read_markup() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("<!--")) {
      skip_behind("-->", 4);
    } else if (rest.starts_with("<![CDATA[")) {
      read_cdata(rest);
    } else if (rest.starts_with("<?")) {
      skip_behind("?>", 2);
    } else if (rest.starts_with("<!") && rest.size() > 2 && ascii::is_alpha(rest[2])) {
      at_ += doctype_length(rest);
    } else if (rest.starts_with("</") && rest.size() > 2 && begins_name(rest[2])) {
      read_end_tag();
    } else if (rest.size() > 1 && begins_name(rest[1])) {
      read_start_tag();
    } else {
      append("<", /*literal=*/true);
      ++at_;
    }
  }

  /// Text outside of the root element is none.
  void append(std::string_view text, bool literal) {
    if (!open_.empty()) append_text(out_, text, literal);
  }

  /// Passes over a comment or instruction; one without an end takes only its beginning with it.
  void skip_behind(std::string_view end, std::size_t opening) {
    if (nowhere_.contains(end)) {
      at_ += opening;
      return;
    }
    const std::size_t found = text_.find(end, at_ + opening);
    if (found == std::string_view::npos) nowhere_.emplace(end, true);
    at_ = found == std::string_view::npos ? at_ + opening : found + end.size();
  }

  void read_cdata(std::string_view rest) {
    const std::size_t end = std::min(rest.find("]]>"), rest.size());
    append(rest.substr(9, end - 9), /*literal=*/true);
    at_ += std::min(end + 3, rest.size());
  }

  std::string_view read_name() {
    const std::size_t start = at_;
    while (at_ < text_.size() && is_xml_name_char(text_[at_])) ++at_;
    return text_.substr(start, at_ - start);
  }

  void read_end_tag() {
    at_ += 2;
    const std::string_view name = read_name();
    while (at_ < text_.size() && text_[at_] != '>' && text_[at_] != '<') ++at_;
    if (at_ < text_.size() && text_[at_] == '>') ++at_;
    const auto count = open_names_.find(name);
    if (count == open_names_.end() || count->second == 0) return;
    bool found = false;
    while (!found) {
      found = open_.back() == name;
      close_last();
    }
  }

  void close_last() {
    if (open_.size() <= max_xml_depth) out_.append("</").append(open_.back()).push_back('>');
    --open_names_[open_.back()];
    open_.pop_back();
  }

  /// A second root element is content of the first, so that nothing behind it is lost.
  void read_start_tag() {
    ++at_;
    const std::string_view name = read_name();
    std::string tag("<");
    tag.append(name);
    bool closed = read_attributes(tag) || is_void(name);
    if (name.size() > longest_name) return;
    const bool written = open_.size() < max_xml_depth;
    if (written) out_.append(tag).append(closed ? "/>" : ">");
    if (closed) return;
    open_.push_back(name);
    ++open_names_[name];
  }

  /// Reads up to the end of the tag; true if it has no content.
  bool read_attributes(std::string& tag) {
    std::vector<std::string_view> seen;
    while (at_ < text_.size() && text_[at_] != '>' && text_[at_] != '<') {
      if (text_.substr(at_).starts_with("/>")) {
        at_ += 2;
        return true;
      }
      if (!begins_name(text_[at_])) {
        ++at_;
        continue;
      }
      const std::string_view name = read_name();
      const std::string_view value = read_value();
      const bool repeated = std::find(seen.begin(), seen.end(), name) != seen.end();
      if (repeated || seen.size() == most_attributes || name.size() > longest_name) continue;
      seen.push_back(name);
      tag.append(" ").append(name).append("=\"");
      append_text(tag, utf8::truncate(value, longest_attribute), /*literal=*/false);
      tag.push_back('"');
    }
    if (at_ < text_.size() && text_[at_] == '>') ++at_;
    return false;
  }

  /// What stands behind "=", in quotes or not; empty without it.
  std::string_view read_value() {
    skip_space();
    if (at_ == text_.size() || text_[at_] != '=') return {};
    ++at_;
    skip_space();
    if (at_ == text_.size()) return {};
    const char quote = text_[at_];
    if (quote == '"' || quote == '\'') {
      const std::size_t end = text_.find(quote, at_ + 1);
      const std::size_t limit = std::min(text_.size(), at_ + 1 + longest_attribute);
      if (end < limit) {
        const std::string_view value = text_.substr(at_ + 1, end - at_ - 1);
        at_ = end + 1;
        return value;
      }
      ++at_;  // never closed
    }
    const std::size_t start = at_;
    while (at_ < text_.size() && !ascii::is_space(text_[at_]) && text_[at_] != '>') ++at_;
    return text_.substr(start, at_ - start);
  }

  void skip_space() {
    while (at_ < text_.size() && ascii::is_space(text_[at_])) ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;
  std::vector<std::string_view> open_;
  std::unordered_map<std::string_view, std::size_t> open_names_;
  std::unordered_map<std::string_view, bool> nowhere_;  ///< ends that do not come any more
};

}  // namespace

std::string repair_xml(std::string_view text) { return Repair(text).run(); }

}  // namespace news
