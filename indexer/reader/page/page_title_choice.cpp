// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/page_title_choice.hpp"

#include "indexer/reader/page/page_heading.hpp"
#include "news/base/ascii.hpp"

#include <array>
#include <utility>

namespace news {

namespace {

constexpr std::array<std::string_view, 13> dividers = {
    " - ", " – ", " — ", " | ", " · ", " • ", " :: ", " // ", " » ", " « ", "ㅣ", "--", "_"};

/// The names of an outlet differ: "The Post", "thepost.com", "Post".
bool is_outlet(std::string_view part, const std::string& outlet) {
  constexpr std::size_t shortest = 3;
  const std::string name = squeezed_title(part);
  if (name.empty() || outlet.size() < shortest) return false;
  return name == outlet || (name.size() >= shortest && outlet.find(name) != outlet.npos) ||
         (name.find(outlet) != name.npos && name.size() <= outlet.size() * 2 + 3);
}

/// The longest start of `title` that ends before a divider and is one of some `known` forms, and
/// no small part, which may be a section or the outlet.
std::string_view known_start(std::string_view title, const std::vector<std::string>& known) {
  const std::size_t least = squeezed_title(title).size() / 3;
  for (std::size_t at = title.size(); at > 0;) {
    std::size_t cut = title.rfind('-', at - 1);
    for (const std::string_view divider : dividers) {
      const std::size_t found = title.rfind(divider, at - 1);
      if (found != title.npos && found < at && (cut == title.npos || found > cut)) cut = found;
    }
    if (cut == title.npos || cut == 0) break;
    const std::string form = squeezed_title(title.substr(0, cut));
    if (form.size() < least) break;
    if (std::find(known.begin(), known.end(), form) != known.end()) {
      return ascii::trim(title.substr(0, cut));
    }
    at = cut;
  }
  return {};
}

/// How much a source's own wording of the title counts.
int votes_of(ClaimSource source) {
  switch (source) {
    case ClaimSource::open_graph:
    case ClaimSource::marked:
      return 4;
    case ClaimSource::microdata:
    case ClaimSource::document_title:
      return 2;
    default:
      return 1;
  }
}

struct Wording {
  std::string text;
  int votes = 0;
};

void vote(std::vector<Wording>& wordings, std::string text, int votes) {
  if (text.empty() || votes == 0) return;
  for (Wording& wording : wordings) {
    if (wording.text != text) continue;
    wording.votes += votes;
    return;
  }
  wordings.push_back({std::move(text), votes});
}

/// Chooses among the wordings that a page has for its title.
class TitleChoice {
 public:
  TitleChoice(const PageClaims& claims, std::string_view heading, std::string_view outlet)
      : claims_(claims),
        heading_(heading),
        outlet_(outlet),
        heading_form_(squeezed_title(heading)) {
    if (!heading_form_.empty()) known_.push_back(heading_form_);
    for (const PageClaims::Claim* claim : claims.of(PageField::title)) {
      known_.push_back(squeezed_title(claim->value));
    }
  }

  std::string choose() const {
    const std::string headline = wording_of(ClaimSource::json_ld);
    const std::string shared = wording_of(ClaimSource::open_graph);
    const bool one_for_all = (headline.empty() || headline == heading_) && !heading_.empty() &&
                             heading_ == wording_of(ClaimSource::document_title);
    if (one_for_all && is_own_wording(shared)) return shared;
    if (headline.empty()) return most_voted();
    const bool has_kicker = !heading_.empty() && heading_ == shared && headline.ends_with(heading_);
    return has_kicker ? shared : headline;
  }

 private:
  /// The heading's writing of a title stays as it is.
  std::string cut(std::string_view title) const {
    if (squeezed_title(title) == heading_form_) return std::string(title);
    return without_outlet(title, outlet_, known_);
  }

  std::string wording_of(ClaimSource source) const {
    return cut(claims_.first(PageField::title, source));
  }

  /// Whether og:title is an editor's own: it has no outlet's name, and what is written for other
  /// services is not the heading's wording, nor one more.
  bool is_own_wording(const std::string& shared) const {
    if (shared.empty() || shared != claims_.first(PageField::title, ClaimSource::open_graph)) {
      return false;
    }
    bool first = true;
    for (const PageClaims::Claim* claim : claims_.of(PageField::title)) {
      if (claim->source != ClaimSource::named_meta) continue;
      const std::string wording = cut(claim->value);
      if (wording == heading_ || (first && !wording.starts_with(shared))) return false;
      first = false;
    }
    return true;
  }

  std::string most_voted() const {
    std::vector<Wording> wordings;
    ClaimSource counted = ClaimSource::shown;
    for (const PageClaims::Claim* claim : claims_.of(PageField::title)) {
      if (claim->source == counted) continue;  // a source votes once
      counted = claim->source;
      vote(wordings, wording_of(claim->source), votes_of(claim->source));
    }
    vote(wordings, heading_, votes_of(ClaimSource::marked));
    const auto best =
        std::max_element(wordings.begin(), wordings.end(),
                         [](const Wording& a, const Wording& b) { return a.votes < b.votes; });
    return best == wordings.end() ? std::string() : best->text;
  }

  const PageClaims& claims_;
  std::string heading_;
  std::string_view outlet_;
  std::string heading_form_;
  std::vector<std::string> known_;
};

}  // namespace

std::string choose_title(const PageClaims& claims, std::string_view heading,
                         std::string_view outlet) {
  return TitleChoice(claims, heading, outlet).choose();
}

std::string without_outlet(std::string_view title, std::string_view outlet,
                           const std::vector<std::string>& known) {
  const std::string outlet_form = squeezed_title(outlet);
  std::string_view rest = title;
  if (const std::string_view start = known_start(title, known); !start.empty()) rest = start;
  for (const std::string_view divider : dividers) {
    const std::size_t last = rest.rfind(divider);
    if (last != rest.npos && last > 0 &&
        is_outlet(rest.substr(last + divider.size()), outlet_form)) {
      rest = rest.substr(0, last);
    }
    const std::size_t first = rest.find(divider);
    if (first != rest.npos && first + divider.size() < rest.size() &&
        is_outlet(rest.substr(0, first), outlet_form)) {
      rest.remove_prefix(first + divider.size());
    }
  }
  return std::string(ascii::trim(rest));
}

}  // namespace news
