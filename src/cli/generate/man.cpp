// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/ascii.hpp"

#include "cli/generate/generators.hpp"
#include <fmt/format.h>

namespace news {

namespace {

/// Text for roff: hyphens that are typed as such, no control lines by chance.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c == '\n' || c == '\t') {
      out.push_back(' ');
    } else {
      out.push_back(c);
    }
  }
  if (out.starts_with('.') || out.starts_with('\'')) out.insert(0, "\\&");
  return out;
}

/// In an argument of a macro.
std::string argument(std::string_view text) {
  std::string out;
  for (const char c : roff(text)) {
    if (c == '"') {
      out += "\\(dq";
    } else {
      out.push_back(c);
    }
  }
  return "\"" + out + "\"";
}

/// A sentence of its own, as option helps are phrases.
std::string sentence(std::string text) {
  if (text.empty()) return text;
  text.front() = ascii::to_upper(text.front());
  return text.ends_with('.') ? text : text + ".";
}

std::string item_text(const ManualItem& item) {
  if (item.term.empty()) return ".PP\n" + roff(item.text) + "\n";
  return ".TP\n.B " + argument(item.term) + "\n" + roff(item.text) + "\n";
}

std::string section_text(const ManualSection& section) {
  std::string out = ".SH " + argument(section.title) + "\n";
  for (const ManualItem& item : section.items) out += item_text(item);
  return out;
}

std::string option_text(const Option& option) {
  std::string names;
  if (option.letter != 0) names = fmt::format("\\fB\\-{}\\fR, ", option.letter);
  names += "\\fB" + roff("--" + option.name) + "\\fR";
  if (!option.value_name.empty()) names += " \\fI" + roff(option.value_name) + "\\fR";
  return ".TP\n" + names + "\n" + roff(sentence(option.help)) + "\n";
}

}  // namespace

std::string man_page(const ProgramDescription& program, const std::string& version) {
  std::string title = program.name;
  for (char& c : title) c = ascii::to_upper(c);
  std::string out = fmt::format(".TH {} 1 \"\" {} \"User Commands\"\n", argument(title),
                                argument("news-search " + version));
  out += ".SH NAME\n" + roff(program.name) + " \\- " + roff(program.summary) + "\n";
  out += fmt::format(".SH SYNOPSIS\n.B {}\n[\\fIOPTION\\fR]... \\fI{}\\fR\n", roff(program.name),
                     roff(program.operands));
  for (const ManualSection& section : program.before_options) out += section_text(section);
  out += ".SH OPTIONS\n";
  for (const Option& option : program.options) out += option_text(option);
  for (const ManualSection& section : program.after_options) out += section_text(section);
  return out;
}

}  // namespace news
