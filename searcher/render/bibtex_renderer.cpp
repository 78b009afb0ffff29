// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/ascii.hpp"
#include "news/text/fold.hpp"
#include "news/text/printable.hpp"
#include "searcher/render/renderer.hpp"

#include <array>
#include <map>
#include <string_view>

#include <fmt/format.h>

namespace news {

namespace {

/// Text as TeX prints it. Braces must not stand for themselves, not even behind a backslash: BibTeX
/// counts them.
std::string in_tex(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    switch (c) {
      case '\\':
        out += "\\textbackslash{}";
        break;
      case '{':
        out += "\\textbraceleft{}";
        break;
      case '}':
        out += "\\textbraceright{}";
        break;
      case '~':
        out += "\\textasciitilde{}";
        break;
      case '^':
        out += "\\textasciicircum{}";
        break;
      case '&':
      case '%':
      case '$':
      case '#':
      case '_':
        out += '\\';
        out += c;
        break;
      default:
        out += c;
    }
  }
  return out;
}

/// A URL goes in as it is, but for braces.
std::string in_url_field(std::string_view url) {
  std::string out;
  for (const char c : printable(url)) {
    if (c == '{' || c == '}' || c == '\\' || c == ' ') {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out;
}

/// "Ada Marsh and {Coast, Sea and Sky}": a comma or an "and" inside a name would make two of it.
std::string names_in_tex(const std::vector<std::string>& authors) {
  std::string out;
  for (const std::string& author : authors) {
    const bool whole = ascii::to_lower(author).find(" and ") != std::string::npos ||
                       author.find(',') != std::string::npos;
    const std::string name = in_tex(author);
    out += (out.empty() ? "" : " and ") + (whole ? "{" + name + "}" : name);
  }
  return out;
}

/// The letters and digits of a text's first word that has any; without accents, in small letters.
std::string key_word(std::string_view text) {
  std::string word;
  for (const char c : fold_marks(fold_case(text))) {
    if (ascii::is_alnum(c)) {
      word += ascii::to_lower(c);
    } else if (!word.empty() && c == ' ') {
      break;
    }
  }
  return word;
}

/// `--format bibtex`.
class BibtexRenderer : public Renderer {
 public:
  std::string result(const SearchResult& result, const std::string& /*query_id*/) override {
    std::string out;
    for (const Hit& hit : result.hits) out += entry(hit.article) + "\n";
    return out;
  }

 private:
  /// "norwick2005ferry"; later ones like it have a number behind.
  std::string key_of(const Article& article) {
    std::string key = key_word(article.outlet);
    if (article.published) key += fmt::format("{:04}", article.published->year);
    key += key_word(article.title);
    if (key.empty()) key = "article";
    const std::size_t before = keys_[key]++;
    return before == 0 ? key : fmt::format("{}-{}", key, before + 1);
  }

  std::string entry(const Article& article) {
    static constexpr std::array months = {"jan", "feb", "mar", "apr", "may", "jun",
                                          "jul", "aug", "sep", "oct", "nov", "dec"};
    std::string out = (article.outlet.empty() ? "@misc{" : "@article{") + key_of(article);
    const auto field = [&out](const char* name, const std::string& value) {
      if (!value.empty()) out += fmt::format(",\n  {:<8} = {{{}}}", name, value);
    };
    field("author", names_in_tex(article.authors));
    // Doubled braces keep capital letters.
    if (!article.title.empty()) field("title", "{" + in_tex(article.title) + "}");
    field("journal", in_tex(article.outlet));
    if (article.published) {
      field("year", fmt::format("{:04}", article.published->year));
      if (article.published->precision != Timestamp::Precision::year) {
        const auto month = static_cast<std::size_t>(article.published->month);
        out += fmt::format(",\n  {:<8} = {}", "month", months.at(month - 1));
      }
      field("date", article.published->to_iso8601().substr(0, 10));
    }
    field("url", in_url_field(article.url));
    if (article.language.known()) field("langid", std::string(article.language.code()));
    return out + "\n}\n";
  }

  std::map<std::string, std::size_t> keys_;
};

}  // namespace

std::unique_ptr<Renderer> make_bibtex_renderer() { return std::make_unique<BibtexRenderer>(); }

}  // namespace news
