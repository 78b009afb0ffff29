// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace news {

/// How the objects of a JSON file are laid out, as far as they have been passed: by it the next one
/// is found behind one that is broken.
class JsonLayout {
 public:
  /// No start of an object that is looked for is longer.
  static constexpr std::size_t longest_start = 1024;

  /// How the next object begins.
  class Next {
   public:
    /// Where one begins in `text`, from `from` on, which is not 0. npos if none does.
    std::size_t find(std::string_view text, std::size_t from) const;

   private:
    friend class JsonLayout;
    enum class Way { none, at_line, by_name };
    Way way_ = Way::none;
    std::string mark_;  ///< the indentation of its line, or the name of its first member, in quotes
  };

  /// Takes in what is passed over or taken, piece by piece.
  void pass(std::string_view text);

  /// Takes in an object that is whole.
  void learn(std::string_view object);

  /// From now on nothing is found.
  void forget() { forgotten_ = true; }

  /// `broken` is the object behind what was passed, or its beginning.
  Next next_of(std::string_view broken) const;

 private:
  std::string line_;  ///< of the line that is being read, what was passed; its beginning only
  std::string name_;  ///< of an object's first member, in quotes
  bool forgotten_ = false;
};

}  // namespace news
