// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/name_cues.hpp"

#include "news/base/ascii.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>

namespace news {

namespace {

/// One table for all pages: words as they occur in the names that page authors give, in English and
/// in what other languages write instead. Whole words: "ad" is not in "header".
struct WordCue {
  std::string_view word;
  NameCue cue;
};

constexpr auto furniture = NameCue::furniture;
constexpr auto story = NameCue::story;

constexpr WordCue word_cues[] = {
    // navigation and the page around
    {"nav", furniture},
    {"navbar", furniture},
    {"navigation", furniture},
    {"menu", furniture},
    {"breadcrumb", furniture},
    {"breadcrumbs", furniture},
    {"sidebar", furniture},
    {"aside", furniture},
    {"complementary", furniture},
    {"infobox", furniture},
    {"factbox", furniture},
    {"footer", furniture},
    {"masthead", furniture},
    {"toolbar", furniture},
    {"pagination", furniture},
    {"pager", furniture},
    {"search", furniture},
    {"skip", furniture},
    {"skiplink", furniture},
    {"toc", furniture},
    {"copyright", furniture},
    {"disclaimer", furniture},
    // other stories
    {"related", furniture},
    {"relatedposts", furniture},
    {"relatedarticles", furniture},
    {"relatedstories", furniture},
    {"relatednews", furniture},
    {"relatedcontent", furniture},
    {"relatedlinks", furniture},
    {"recommend", furniture},
    {"recommended", furniture},
    {"recommendation", furniture},
    {"recommendations", furniture},
    {"recirc", furniture},
    {"recirculation", furniture},
    {"teaser", furniture},
    {"teasers", furniture},
    {"trending", furniture},
    {"popular", furniture},
    {"mostread", furniture},
    {"readmore", furniture},
    {"readalso", furniture},
    {"readnext", furniture},
    {"upnext", furniture},
    {"morefrom", furniture},
    {"similar", furniture},
    {"card", furniture},
    {"cards", furniture},
    {"promo", furniture},
    {"promos", furniture},
    {"outbrain", furniture},
    {"taboola", furniture},
    {"zergnet", furniture},
    {"carousel", furniture},
    {"onward", furniture},
    {"linkbox", furniture},
    {"verwandte", furniture},
    {"relacionadas", furniture},
    {"relacionados", furniture},
    // sharing, subscribing, asking
    {"share", furniture},
    {"shares", furniture},
    {"sharing", furniture},
    {"sharebar", furniture},
    {"social", furniture},
    {"socials", furniture},
    {"addtoany", furniture},
    {"sharedaddy", furniture},
    {"socialshare", furniture},
    {"socialmedia", furniture},
    {"sharebuttons", furniture},
    {"newsletter", furniture},
    {"newsletters", furniture},
    {"subscribe", furniture},
    {"subscription", furniture},
    {"signup", furniture},
    {"register", furniture},
    {"login", furniture},
    {"donate", furniture},
    {"donation", furniture},
    {"cookie", NameCue::consent},
    {"cookies", NameCue::consent},
    {"consent", NameCue::consent},
    {"gdpr", NameCue::consent},
    {"privacy", NameCue::consent},
    {"onetrust", NameCue::consent},
    {"didomi", NameCue::consent},
    {"usercentrics", NameCue::consent},
    {"cookiebot", NameCue::consent},
    {"quantcast", NameCue::consent},
    {"dialog", NameCue::consent},
    {"alertdialog", NameCue::consent},
    {"modal", furniture},
    {"popup", furniture},
    {"overlay", furniture},
    {"tooltip", furniture},
    {"poll", furniture},
    {"survey", furniture},
    {"feedback", furniture},
    {"follow", furniture},
    {"rating", furniture},
    {"print", furniture},
    {"cta", furniture},
    // labels
    {"tags", furniture},
    {"taglist", furniture},
    {"hashtags", furniture},
    {"keywords", furniture},
    {"topics", furniture},
    {"kicker", furniture},
    {"eyebrow", furniture},
    {"widget", furniture},
    {"widgets", furniture},
    {"hidden", furniture},
    {"visuallyhidden", furniture},
    // readers
    {"comment", NameCue::comments},
    {"comments", NameCue::comments},
    {"commentlist", NameCue::comments},
    {"disqus", NameCue::comments},
    {"respond", NameCue::comments},
    {"replies", NameCue::comments},
    {"kommentare", NameCue::comments},
    {"comentarios", NameCue::comments},
    {"commentaires", NameCue::comments},
    // pictures
    {"caption", NameCue::caption},
    {"captions", NameCue::caption},
    {"figcaption", NameCue::caption},
    {"credit", NameCue::caption},
    {"credits", NameCue::caption},
    {"gallery", NameCue::caption},
    {"slideshow", NameCue::caption},
    {"photographer", NameCue::caption},
    {"legend", NameCue::caption},
    // who and when
    {"byline", NameCue::byline},
    {"bylines", NameCue::byline},
    {"author", NameCue::byline},
    {"authors", NameCue::byline},
    {"bio", NameCue::byline},
    {"dateline", NameCue::byline},
    {"timestamp", NameCue::byline},
    {"pubdate", NameCue::byline},
    {"contributors", NameCue::byline},
    // the summary between title and text
    {"standfirst", NameCue::standfirst},
    {"summary", NameCue::standfirst},
    {"subtitle", NameCue::standfirst},
    {"subheadline", NameCue::standfirst},
    {"subhead", NameCue::standfirst},
    {"subheading", NameCue::standfirst},
    {"subline", NameCue::standfirst},
    {"dek", NameCue::standfirst},
    {"deck", NameCue::standfirst},
    {"einleitung", NameCue::standfirst},
    {"preface", NameCue::standfirst},
    {"excerpt", NameCue::standfirst},
    {"abstract", NameCue::standfirst},
    {"chapo", NameCue::standfirst},
    {"chapeau", NameCue::standfirst},
    {"sapo", NameCue::standfirst},
    {"vorspann", NameCue::standfirst},
    {"anriss", NameCue::standfirst},
    {"sottotitolo", NameCue::standfirst},
    {"sommario", NameCue::standfirst},
    {"occhiello", NameCue::standfirst},
    {"entradilla", NameCue::standfirst},
    {"bajada", NameCue::standfirst},
    {"ingress", NameCue::standfirst},
    {"manchet", NameCue::standfirst},
    {"manchete", NameCue::standfirst},
    {"podtitulek", NameCue::standfirst},
    {"perex", NameCue::standfirst},
    {"zajawka", NameCue::standfirst},
    {"resumen", NameCue::standfirst},
    {"synopsis", NameCue::standfirst},
    {"shorttext", NameCue::standfirst},
    // advertisements
    {"ad", NameCue::advert},
    {"ads", NameCue::advert},
    {"adv", NameCue::advert},
    {"advert", NameCue::advert},
    {"adverts", NameCue::advert},
    {"advertisement", NameCue::advert},
    {"advertising", NameCue::advert},
    {"adslot", NameCue::advert},
    {"adunit", NameCue::advert},
    {"sponsor", NameCue::advert},
    {"sponsored", NameCue::advert},
    {"dfp", NameCue::advert},
    {"anzeige", NameCue::advert},
    {"werbung", NameCue::advert},
    {"publicidad", NameCue::advert},
    {"publicite", NameCue::advert},
    {"reklama", NameCue::advert},
    // the article
    {"articlebody", story},
    {"articletext", story},
    {"articlecontent", story},
    {"storybody", story},
    {"storytext", story},
    {"storycontent", story},
    {"newstext", story},
    {"newsbody", story},
    {"postbody", story},
    {"postcontent", story},
    {"entrycontent", story},
    {"bodytext", story},
    {"bodycopy", story},
    {"maintext", story},
    {"richtext", story},
    {"article", NameCue::article},
    {"story", NameCue::article},
    {"post", NameCue::article},
    {"entry", NameCue::article},
    {"artikel", NameCue::article},
    {"hentry", NameCue::article},
};

/// Two words that together say more: "article__body", "entry-content", "most-read".
constexpr std::array<std::string_view, 11> story_owners = {"article", "story",   "post",  "entry",
                                                           "news",    "content", "main",  "text",
                                                           "artikel", "body",    "single"};
constexpr std::array<std::string_view, 6> story_parts = {"body", "content",    "text",
                                                         "copy", "paragraphs", "main"};
constexpr std::array<std::array<std::string_view, 2>, 11> furniture_pairs = {{
    {"most", "read"},
    {"fact", "box"},
    {"info", "box"},
    {"sign", "in"},
    {"read", "more"},
    {"read", "also"},
    {"read", "next"},
    {"up", "next"},
    {"see", "also"},
    {"sign", "up"},
    {"more", "from"},
}};

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

const std::unordered_map<std::string_view, NameCue>& cues_of_words() {
  static const auto cues = [] {
    std::unordered_map<std::string_view, NameCue> all;
    for (const WordCue& entry : word_cues) all.emplace(entry.word, entry.cue);
    return all;
  }();
  return cues;
}

/// Hears the words of a name, one by one.
class NameListener {
 public:
  void hear(std::string_view word) {
    const auto found = cues_of_words().find(word);
    // What can be spoken is text, "speakable-summary" or not.
    if (found != cues_of_words().end() && last_ != "speakable") cues_.add(found->second);
    if (is_one_of(last_, story_owners) && is_one_of(word, story_parts)) cues_.add(story);
    for (const auto& pair : furniture_pairs) {
      if (last_ == pair[0] && word == pair[1]) cues_.add(furniture);
    }
    last_ = word;
  }
  void end_name() { last_.clear(); }
  NameCues cues() const { return cues_; }

 private:
  NameCues cues_;
  std::string last_;
};

/// Cuts at everything but letters, and at a capital behind a small letter.
void hear_names(std::string_view names, NameListener& listener) {
  constexpr std::size_t longest = 300;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) listener.hear(word);
    word.clear();
  };
  bool after_small = false;
  for (const char c : names.substr(0, longest)) {
    if (!ascii::is_alpha(c) || (after_small && ascii::is_upper(c))) end_word();
    if (ascii::is_space(c)) listener.end_name();
    if (ascii::is_alpha(c)) word.push_back(ascii::to_lower(c));
    after_small = ascii::is_lower(c);
  }
  end_word();
  listener.end_name();
}

bool names_its_element(std::string_view attribute) {
  constexpr std::array<std::string_view, 9> names = {"class",     "id",          "role",
                                                     "itemprop",  "data-testid", "data-component",
                                                     "data-type", "data-module", "data-block"};
  return is_one_of(attribute, names);
}

bool is_hidden(const HtmlDocument& document, NodeId node) {
  for (const HtmlDocument::Attribute& attribute : document.attributes(node)) {
    if (attribute.name == "hidden") return true;
    if (attribute.name != "style") continue;
    const std::string_view style = attribute.value;
    const std::size_t at = style.find("display:");
    if (at != std::string_view::npos && ascii::trim(style.substr(at + 8)).starts_with("none")) {
      return true;
    }
  }
  return false;
}

}  // namespace

NameCues name_cues(const HtmlDocument& document, NodeId node) {
  NameListener listener;
  for (const HtmlDocument::Attribute& attribute : document.attributes(node)) {
    if (names_its_element(attribute.name)) hear_names(attribute.value, listener);
  }
  NameCues cues = listener.cues();
  if (is_hidden(document, node)) cues.add(NameCue::hidden);
  return cues;
}

}  // namespace news
