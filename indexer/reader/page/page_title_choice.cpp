// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/page_title_choice.hpp"

#include "indexer/reader/page/page_heading.hpp"
#include "news/base/ascii.hpp"

#include <array>

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

/// The longest start of `title` that ends before a divider and is `known`.
std::string_view known_start(std::string_view title, const std::string& known) {
  for (std::size_t at = title.size(); at > 0;) {
    std::size_t cut = title.npos;
    for (const std::string_view divider : dividers) {
      const std::size_t found = title.rfind(divider, at - 1);
      if (found != title.npos && found < at && (cut == title.npos || found > cut)) cut = found;
    }
    if (cut == title.npos || cut == 0) break;
    if (squeezed_title(title.substr(0, cut)) == known) return title.substr(0, cut);
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

}  // namespace

std::string without_outlet(std::string_view title, std::string_view outlet,
                           std::string_view known) {
  const std::string known_form = squeezed_title(known);
  if (!known_form.empty() && squeezed_title(title) == known_form) return std::string(title);
  const std::string outlet_form = squeezed_title(outlet);
  std::string_view rest = title;
  if (!known_form.empty()) {
    const std::string_view start = known_start(title, known_form);
    if (!start.empty()) rest = start;
  }
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

std::string choose_title(const PageClaims& claims, std::string_view heading,
                         std::string_view outlet) {
  const auto wording_of = [&](ClaimSource source) {
    return without_outlet(claims.first(PageField::title, source), outlet, heading);
  };
  const std::string headline = wording_of(ClaimSource::json_ld);
  const std::string shared = wording_of(ClaimSource::open_graph);
  const std::string tweeted = wording_of(ClaimSource::named_meta);
  const bool one_for_all = (headline.empty() || headline == heading) && !heading.empty() &&
                           heading == wording_of(ClaimSource::document_title);
  const bool own_wording = !shared.empty() && (tweeted.empty() || tweeted.starts_with(shared));
  if (one_for_all && own_wording) return shared;
  const bool has_kicker = heading == shared && headline.ends_with(heading);
  if (!headline.empty()) return has_kicker ? shared : headline;
  std::vector<Wording> wordings;
  ClaimSource counted = ClaimSource::shown;
  for (const PageClaims::Claim* claim : claims.of(PageField::title)) {
    if (claim->source == counted) continue;  // a source votes once
    counted = claim->source;
    vote(wordings, wording_of(claim->source), votes_of(claim->source));
  }
  vote(wordings, std::string(heading), votes_of(ClaimSource::marked));
  const auto best =
      std::max_element(wordings.begin(), wordings.end(),
                       [](const Wording& a, const Wording& b) { return a.votes < b.votes; });
  return best == wordings.end() ? std::string() : best->text;
}

}  // namespace news
