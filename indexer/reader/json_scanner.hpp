// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace news {

/// Finds where a JSON value ends, over as many pieces of input as it takes, or that it is broken:
/// by brackets, strings, and where a bracket may open. What it passes need not be valid JSON; what
/// it calls broken is not.
class JsonScanner {
 public:
  enum class State {
    more,    ///< the value goes on
    end,     ///< that was its last character
    broken,  ///< problem() says why; nothing may follow
  };

  /// `open` are the brackets that are open already, outermost first.
  explicit JsonScanner(std::string open = {}) : open_(std::move(open)) {}

  State step(char c) {
    if (in_string_) return step_in_string(c);
    switch (c) {
      case ' ':
      case '\t':
      case '\r':
      case '\n':
        return State::more;
      case '"':
        if (!may_begin_string()) return broken("a quote or bracket is missing");
        in_string_ = true;
        break;
      case '{':
      case '[':
        if (!may_open()) return broken("a quote or bracket is missing");
        open_.push_back(c);
        break;
      case '}':
      case ']':
        if (open_.empty() || open_.back() != (c == '}' ? '{' : '[')) {
          return broken("brackets that do not match");
        }
        open_.pop_back();
        if (open_.empty()) return State::end;
        break;
      case ',':
      case ':':
        break;
      default:
        if (before_ == '"') return broken("a quote or bracket is missing");
    }
    before_ = c;
    return State::more;
  }

  /// The brackets that are open, outermost first.
  const std::string& open() const { return open_; }

  std::string_view problem() const { return problem_; }

 private:
  State step_in_string(char c) {
    if (c == '\n') return broken("a string that its line does not close");
    if (escaped_) {
      escaped_ = false;
    } else if (c == '\\') {
      escaped_ = true;
    } else if (c == '"') {
      in_string_ = false;
    }
    return State::more;
  }

  /// Else what should be outside of strings is taken for inside, and the other way round.
  bool may_begin_string() const {
    return std::string_view("{[,:").find(before_) != std::string_view::npos || before_ == '\0';
  }

  /// A value in an object stands behind a colon, one in a list behind the bracket or a comma.
  bool may_open() const {
    if (open_.empty() || before_ == '\0') return true;
    if (open_.back() == '{') return before_ == ':';
    return before_ == '[' || before_ == ',';
  }

  State broken(std::string_view problem) {
    problem_ = problem;
    return State::broken;
  }

  std::string open_;
  std::string_view problem_;
  char before_ = '\0';  ///< the last character that is no white space
  bool in_string_ = false;
  bool escaped_ = false;
};

}  // namespace news
