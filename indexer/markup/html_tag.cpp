// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/markup/html_tag.hpp"

#include <unordered_map>

namespace news {

HtmlTag html_tag(std::string_view name) {
  using enum HtmlTag;
  static const std::unordered_map<std::string_view, HtmlTag> tags = {
      {"a", a},
      {"abbr", abbr},
      {"address", address},
      {"amp-img", amp_img},
      {"area", area},
      {"article", article},
      {"aside", aside},
      {"audio", audio},
      {"b", b},
      {"base", base},
      {"big", big},
      {"blockquote", blockquote},
      {"body", body},
      {"br", br},
      {"button", button},
      {"canvas", canvas},
      {"caption", caption},
      {"center", center},
      {"cite", cite},
      {"code", code},
      {"col", col},
      {"colgroup", colgroup},
      {"data", data},
      {"datalist", datalist},
      {"dd", dd},
      {"del", del},
      {"details", details},
      {"dfn", dfn},
      {"dialog", dialog},
      {"div", div},
      {"dl", dl},
      {"dt", dt},
      {"em", em},
      {"embed", embed},
      {"fieldset", fieldset},
      {"figcaption", figcaption},
      {"figure", figure},
      {"font", font},
      {"footer", footer},
      {"form", form},
      {"frame", frame},
      {"frameset", frameset},
      {"h1", h1},
      {"h2", h2},
      {"h3", h3},
      {"h4", h4},
      {"h5", h5},
      {"h6", h6},
      {"head", head},
      {"header", header},
      {"hgroup", hgroup},
      {"hr", hr},
      {"html", html},
      {"i", i},
      {"iframe", iframe},
      {"img", img},
      {"input", input},
      {"ins", ins},
      {"kbd", kbd},
      {"label", label},
      {"legend", legend},
      {"li", li},
      {"link", link},
      {"main", main},
      {"map", map},
      {"mark", mark},
      {"menu", menu},
      {"meta", meta},
      {"nav", nav},
      {"noscript", noscript},
      {"object", object},
      {"ol", ol},
      {"optgroup", optgroup},
      {"option", option},
      {"output", output},
      {"p", p},
      {"param", param},
      {"picture", picture},
      {"pre", pre},
      {"progress", progress},
      {"q", q},
      {"s", s},
      {"samp", samp},
      {"script", script},
      {"section", section},
      {"select", select},
      {"small", small},
      {"source", source},
      {"span", span},
      {"strike", strike},
      {"strong", strong},
      {"style", style},
      {"sub", sub},
      {"summary", summary},
      {"sup", sup},
      {"svg", svg},
      {"table", table},
      {"tbody", tbody},
      {"td", td},
      {"template", template_},
      {"textarea", textarea},
      {"tfoot", tfoot},
      {"th", th},
      {"thead", thead},
      {"time", time},
      {"title", title},
      {"tr", tr},
      {"track", track},
      {"tt", tt},
      {"u", u},
      {"ul", ul},
      {"var", var},
      {"video", video},
      {"wbr", wbr},
  };
  const auto found = tags.find(name);
  return found == tags.end() ? other : found->second;
}

bool is_block(HtmlTag tag) {
  using enum HtmlTag;
  switch (tag) {
    case address:
    case article:
    case aside:
    case blockquote:
    case body:
    case caption:
    case center:
    case dd:
    case details:
    case dialog:
    case div:
    case dl:
    case dt:
    case fieldset:
    case figcaption:
    case figure:
    case footer:
    case form:
    case h1:
    case h2:
    case h3:
    case h4:
    case h5:
    case h6:
    case head:
    case header:
    case hgroup:
    case hr:
    case html:
    case legend:
    case li:
    case main:
    case menu:
    case nav:
    case ol:
    case p:
    case pre:
    case section:
    case summary:
    case table:
    case tbody:
    case tfoot:
    case thead:
    case title:
    case tr:
    case ul:
      return true;
    default:
      return false;
  }
}

bool is_unseen(HtmlTag tag) {
  using enum HtmlTag;
  switch (tag) {
    case audio:
    case canvas:
    case datalist:
    case embed:
    case head:
    case iframe:
    case map:
    case object:
    case script:
    case select:
    case style:
    case svg:
    case template_:
    case textarea:
    case video:
      return true;
    default:
      return false;
  }
}

}  // namespace news
