// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>

namespace news {

/// An error that ends the run. It says where it happened (a file, an option, an index), what
/// happened, and, where there is one, the remedy. Expected outcomes, such as a record that cannot
/// be read, are values and never thrown.
class Error : public std::runtime_error {
 public:
  Error(const std::string& where, const std::string& what, std::string remedy = {});

  /// What the user can do about it; may be empty. `what()` is "where: what".
  const std::string& remedy() const noexcept { return remedy_; }

  /// Both on one line: "where: what. Remedy."
  std::string with_remedy() const;

 private:
  std::string remedy_;
};

/// The command line, or something else the user typed, makes no sense.
class UsageError : public Error {
 public:
  using Error::Error;
};

/// A file or folder that was named cannot be read at all.
class InputError : public Error {
 public:
  using Error::Error;
};

/// The operating system refused an operation on a file of ours.
class FileError : public Error {
 public:
  using Error::Error;
};

/// The index is missing, damaged, of another version, or cannot be written.
class IndexError : public Error {
 public:
  using Error::Error;
};

/// Another process is writing to the index.
class IndexBusy : public IndexError {
 public:
  using IndexError::IndexError;
};

/// The user asked for an end while there was nothing to do but wait.
class Interrupted : public Error {
 public:
  using Error::Error;
};

/// What a user can do about something that the operating system refused, by its errno; may be
/// empty.
std::string system_remedy(int code);

}  // namespace news
