// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/terminal_picture.hpp"

#include "news/base/utf8.hpp"
#include "news/text/display_width.hpp"

#include <array>
#include <charconv>
#include <stdexcept>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace news::test {

namespace {

constexpr double column_width = 8.4;
constexpr double line_height = 19;
constexpr double margin = 14;
constexpr int default_color = -1;
constexpr const char* ground = "#1e2127";
constexpr const char* text_color = "#d7dae0";

/// Of a dark terminal: the eight colours, and the eight bright ones.
constexpr std::array<const char*, 16> colors = {
    "#3b4048", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d7dae0",
    "#7f848e", "#ff7b85", "#b5e890", "#ffd58a", "#80c7ff", "#e39bf5", "#7fe0ea", "#ffffff"};

struct Attributes {
  bool bold = false;
  bool dim = false;
  bool italic = false;
  bool underlined = false;
  bool reversed = false;
  int color = default_color;

  void apply(int code) {
    switch (code) {
      case 0:
        *this = {};
        break;
      case 1:
        bold = true;
        break;
      case 2:
        dim = true;
        break;
      case 3:
        italic = true;
        break;
      case 4:
        underlined = true;
        break;
      case 7:
        reversed = true;
        break;
      case 27:
        reversed = false;
        break;
      case 22:
        bold = dim = false;
        break;
      case 23:
        italic = false;
        break;
      case 24:
        underlined = false;
        break;
      case 39:
        color = default_color;
        break;
      case 49:  // the ground is always the usual one
        break;
      default:
        apply_color(code);
    }
  }

  std::string svg() const {
    std::string out;
    if (reversed) {
      out += fmt::format(" fill=\"{}\"", ground);
    } else if (color != default_color) {
      out += fmt::format(" fill=\"{}\"", ink());
    }
    if (bold) out += " font-weight=\"bold\"";
    if (italic) out += " font-style=\"italic\"";
    if (underlined) out += " text-decoration=\"underline\"";
    if (dim) out += " opacity=\"0.6\"";
    return out;
  }

  /// The colour of what is drawn.
  const char* ink() const {
    return color == default_color ? text_color : colors.at(unsigned(color));
  }

 private:
  void apply_color(int code) {
    if (code >= 30 && code <= 37) {
      color = code - 30;
    } else if (code >= 90 && code <= 97) {
      color = code - 90 + 8;
    } else {
      throw std::runtime_error(fmt::format("a picture knows no attribute {}", code));
    }
  }
};

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      out.push_back(c);
    }
  }
  return out;
}

class Picture {
 public:
  explicit Picture(unsigned columns) : columns_(columns) {}

  std::string draw(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      if (text[at] == '\x1B') {
        flush();
        at = take_escape(text, at + 1);
      } else if (text[at] == '\n') {
        flush();
        column_ = 0;
        ++line_;
        ++at;
      } else {
        take_character(text, at);
      }
    }
    flush();
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:.0f}\" height=\"{1:.0f}\" "
        "viewBox=\"0 0 {0:.0f} {1:.0f}\">\n"
        "<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{3}\"/>\n"
        "<g font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" "
        "font-size=\"14\" fill=\"{4}\" xml:space=\"preserve\">\n{2}</g>\n</svg>\n",
        2 * margin + columns_ * column_width, 2 * margin + line_ * line_height, body_, ground,
        text_color);
  }

 private:
  /// Behind the escape character: attributes, or a link. Returns where it ends.
  std::size_t take_escape(std::string_view text, std::size_t at) {
    if (text.substr(at).starts_with("]8;")) {
      const std::size_t end = text.find("\x1B\\", at);
      if (end == std::string_view::npos) throw std::runtime_error("a link has no end");
      return end + 2;
    }
    const std::size_t end = text.find('m', at);
    if (!text.substr(at).starts_with("[") || end == std::string_view::npos) {
      throw std::runtime_error("a picture knows attributes and links only");
    }
    for (const char* code = text.data() + at + 1; code < text.data() + end;) {
      int number = 0;
      code = std::from_chars(code, text.data() + end, number).ptr + 1;
      attributes_.apply(number);
    }
    if (end == at + 1) attributes_.apply(0);
    return end + 1;
  }

  /// A run ends at each wide character, as fonts do not agree on their width.
  void take_character(std::string_view text, std::size_t& at) {
    const std::size_t begin = at;
    const std::size_t width = display_width(utf8::decode(text, at));
    if (width == 2) flush();
    run_ += text.substr(begin, at - begin);
    run_columns_ += width;
    if (width == 2) flush();
  }

  void flush() {
    if (attributes_.reversed && run_columns_ > 0) {
      body_ += fmt::format(
          "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"{}\"/>\n",
          margin + static_cast<double>(column_) * column_width, margin + line_ * line_height,
          static_cast<double>(run_columns_) * column_width, line_height, attributes_.ink());
    }
    if (run_.find_first_not_of(' ') != std::string::npos) {
      body_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\"{}>{}</text>\n",
                           margin + static_cast<double>(column_) * column_width,
                           margin + (line_ + 0.75) * line_height, attributes_.svg(), escaped(run_));
    }
    column_ += std::exchange(run_columns_, 0);
    run_.clear();
  }

  unsigned columns_;
  unsigned line_ = 0;
  std::size_t column_ = 0;
  Attributes attributes_;
  std::string run_;
  std::size_t run_columns_ = 0;
  std::string body_;
};

}  // namespace

std::string terminal_picture(std::string_view text, unsigned columns) {
  return Picture(columns).draw(text);
}

}  // namespace news::test
