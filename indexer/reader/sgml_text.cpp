// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/sgml_text.hpp"

#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"
#include "news/text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <system_error>

namespace news {

namespace {

/// Resolves one character reference at the start of `text`; nothing if there is none.
struct Reference {
  char32_t character = 0;
  std::size_t length = 0;
};

std::optional<Reference> read_reference(std::string_view text) {
  constexpr std::size_t longest = 10;
  const std::size_t end = text.substr(0, longest).find(';');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view name = text.substr(1, end - 1);
  if (name == "lt") return Reference{U'<', end + 1};
  if (name == "gt") return Reference{U'>', end + 1};
  if (name == "amp") return Reference{U'&', end + 1};
  if (name == "quot") return Reference{U'"', end + 1};
  if (name == "apos") return Reference{U'\'', end + 1};
  if (!name.starts_with('#')) return std::nullopt;
  unsigned number = 0;
  const auto parsed = std::from_chars(name.data() + 1, name.data() + name.size(), number);
  const bool is_number = parsed.ec == std::errc() && parsed.ptr == name.data() + name.size();
  const bool is_surrogate = number >= 0xD800 && number <= 0xDFFF;
  if (!is_number || is_surrogate || number > 0x10FFFF) return std::nullopt;
  return Reference{number, end + 1};
}

/// Tags that part paragraphs, as do their ends.
constexpr std::array<std::string_view, 8> block_tags = {"p",  "br", "para", "li",
                                                        "tr", "h1", "h2",   "h3"};

bool parts_paragraphs(std::string_view tag) {
  if (tag.starts_with('/')) tag.remove_prefix(1);
  const std::string_view name = tag.substr(0, tag.find_first_of(" \t\r\n/"));
  return std::any_of(block_tags.begin(), block_tags.end(), [name](std::string_view block) {
    return ascii::equals_ignoring_case(block, name);
  });
}

/// What ends a comment or declaration and does not come any more; it is not looked for again.
struct MissingEnds {
  bool comment = false;
  bool declaration = false;
};

/// Whether a tag, and not "a < b", begins at the "<" that `text` starts with.
std::size_t tag_length(std::string_view text, MissingEnds& missing) {
  constexpr std::size_t longest_tag = 512;
  if (text.size() < 3) return 0;
  const char first = text[1];
  if (first == '!') {
    const bool comment = text.starts_with("<!--");
    bool& is_missing = comment ? missing.comment : missing.declaration;
    if (is_missing) return 0;
    const std::size_t end = text.find(comment ? "-->" : ">");
    is_missing = end == std::string_view::npos;
    return is_missing ? 0 : end + (comment ? 3 : 1);
  }
  if (first != '/' && !ascii::is_alpha(first)) return 0;
  const std::size_t end = text.substr(0, longest_tag).find('>');
  return end == std::string_view::npos ? 0 : end + 1;
}

std::string without_tags(std::string_view sgml) {
  std::string out;
  out.reserve(sgml.size());
  MissingEnds missing;
  for (std::size_t at = 0; at < sgml.size();) {
    const std::size_t open = std::min(sgml.find('<', at), sgml.size());
    out.append(sgml, at, open - at);
    if (open == sgml.size()) break;
    const std::size_t length = tag_length(sgml.substr(open), missing);
    if (length == 0) {
      out.push_back('<');
    } else if (parts_paragraphs(sgml.substr(open + 1, length - 2))) {
      out += "\n\n";
    }
    at = open + std::max<std::size_t>(length, 1);
  }
  return out;
}

/// `text` without the indentation that all its lines have, which says nothing.
std::string without_common_indent(std::string_view text) {
  std::size_t indent = std::string_view::npos;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const std::size_t spaces = line.find_first_not_of(" \t\r");
    if (spaces != std::string_view::npos) indent = std::min(indent, spaces);
    at = end + 1;
  }
  if (indent == 0 || indent == std::string_view::npos) return std::string(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    out += line.substr(std::min(indent, line.size()));
    out.push_back('\n');
    at = end + 1;
  }
  return out;
}

}  // namespace

std::string resolve_references(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = std::min(text.find('&', at), text.size());
    out.append(text, at, mark - at);
    if (mark == text.size()) break;
    const auto reference = read_reference(text.substr(mark));
    if (!reference) {
      out.push_back('&');
      at = mark + 1;
      continue;
    }
    const bool control = reference->character < U' ' || reference->character == 0x7F;
    utf8::append(out, control ? U' ' : reference->character);
    at = mark + reference->length;
  }
  return out;
}

std::string join_wrapped_lines(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const bool indented = line.starts_with(' ') || line.starts_with('\t');
    if (!out.empty()) out.push_back(indented || ascii::trim(line).empty() ? '\n' : ' ');
    out += ascii::trim(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  // Most are in order but for the end of the transmission.
  while (!out.empty() && ascii::is_space(out.back())) out.pop_back();
  fold_paragraphs_in_place(out);
  return out;
}

std::string sgml_text(std::string_view sgml) {
  return join_wrapped_lines(without_common_indent(resolve_references(without_tags(sgml))));
}

}  // namespace news
