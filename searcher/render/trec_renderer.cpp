// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/ascii.hpp"
#include "news/text/printable.hpp"
#include "searcher/render/renderer.hpp"

#include <fmt/format.h>

namespace news {

namespace {

/// A run file's columns are divided by white space.
std::string in_one_word(std::string_view text) {
  std::string word = printable(text);
  for (char& c : word) {
    if (ascii::is_space(c)) c = '_';
  }
  return word.empty() ? "_" : word;
}

/// `--format trec`: "topic Q0 id rank score tag", as trec_eval and its kin read it.
class TrecRenderer : public Renderer {
 public:
  std::string result(const SearchResult& result, const std::string& query_id) override {
    const std::string topic = query_id.empty() ? "1" : in_one_word(query_id);
    std::string out;
    for (const Hit& hit : result.hits) {
      out += fmt::format("{} Q0 {} {} {:.6f} news-search\n", topic,
                         in_one_word(display_id(hit.article)), hit.rank, hit.score);
    }
    return out;
  }
};

}  // namespace

std::unique_ptr<Renderer> make_trec_renderer() { return std::make_unique<TrecRenderer>(); }

}  // namespace news
