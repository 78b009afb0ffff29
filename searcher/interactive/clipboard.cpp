// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/interactive/clipboard.hpp"

#include <cstdio>

#include <boost/archive/iterators/base64_from_binary.hpp>
#include <boost/archive/iterators/transform_width.hpp>

namespace news {

namespace {

std::string base64(std::string_view text) {
  namespace iterators = boost::archive::iterators;
  using Digits = iterators::base64_from_binary<
      iterators::transform_width<std::string_view::const_iterator, 6, 8>>;
  std::string out(Digits(text.begin()), Digits(text.end()));
  out.append((3 - text.size() % 3) % 3, '=');
  return out;
}

}  // namespace

std::string clipboard_sequence(std::string_view text) { return "\033]52;c;" + base64(text) + "\a"; }

void copy_through_tmux(const std::string& text, const Environment& environment) {
  if (environment("TMUX").empty()) return;
  std::FILE* const tmux = ::popen("exec tmux load-buffer -w - 2>/dev/null", "w");
  if (tmux == nullptr) return;
  std::fwrite(text.data(), 1, text.size(), tmux);
  ::pclose(tmux);
}

}  // namespace news
