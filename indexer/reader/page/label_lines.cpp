// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/label_lines.hpp"

#include "news/text/fold.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace news {

namespace {

/// Longer lines are not looked at.
constexpr std::size_t longest = 60;

/// Folded; the one table of such words.
const std::unordered_set<std::string>& labels() {
  static const auto folded = [] {
    std::unordered_set<std::string> all;
    for (const char* label : {
             // en
             "Advertisement",
             "Advertisements",
             "Advert",
             "Story continues below",
             "Story continues below advertisement",
             "Article continues below",
             "Article continues after advertisement",
             "Continue reading",
             "Read more",
             "Read also",
             "Also read",
             "Read next",
             "Related",
             "Related articles",
             "Related stories",
             "Related coverage",
             "Related news",
             "Recommended",
             "See also",
             "More on this story",
             "More stories",
             "Most read",
             "Share",
             "Share this",
             "Share this article",
             "Sponsored",
             "Watch",
             "Embed",
             "Video",
             "Loading",
             "Sign up",
             "Sign in",
             "Log in",
             "Subscribe",
             "Comments",
             "Tags",
             "Topics",
             "Table of contents",
             "About the author",
             "Listen",
             "Print",
             "Image",
             "Photo",
             "Getty Images",
             // de
             "Anzeige",
             "Werbung",
             "Weiterlesen",
             "Mehr zum Thema",
             "Lesen Sie auch",
             "Lesen Sie mehr",
             "Auch interessant",
             "Inhalt teilen",
             "Teilen",
             "Quellen anzeigen",
             "Dieses Thema im Programm",
             "Auf dieser Seite",
             "Weitere Informationen",
             // fr, es, pt, it, ca
             "Publicité",
             "Lire aussi",
             "À lire aussi",
             "Lire la suite",
             "Partager",
             "Publicidad",
             "Lea también",
             "Leer más",
             "Lee también",
             "Noticia relacionada",
             "Noticias relacionadas",
             "Compartir",
             "Publicidade",
             "Leia também",
             "Leia mais",
             "Pubblicità",
             "Leggi anche",
             "Llegiu també",
             // nl, da, no, sv, fi, is
             "Advertentie",
             "Lees ook",
             "Lees meer",
             "Annonce",
             "Læs også",
             "Annonse",
             "Les også",
             "Les mer",
             "Annons",
             "Läs också",
             "Läs mer",
             "Mainos",
             "Lue myös",
             "Lesa meira",
             // pl, cs, sk, hu, ro, lt
             "Reklama",
             "Czytaj więcej",
             "Czytaj także",
             "Czytaj też",
             "Číst dále",
             "Čtěte také",
             "Čítajte tiež",
             "Olvasta már",
             "Hirdetés",
             "Citește și",
             "Reklamă",
             "Skaitykite taip pat",
             // ru, uk, el, tr
             "Реклама",
             "Читайте также",
             "Читать далее",
             "Читайте також",
             "Διαβάστε επίσης",
             "Reklam",
             "İlgili haberler",
             "Devamını oku",
             // ar, fa, hi, id, vi
             "إعلان",
             "اقرأ أيضا",
             "اقرأ أيضاً",
             "تبلیغات",
             "यह भी पढ़ें",
             "ये भी पढ़ें",
             "विज्ञापन",
             "Baca juga",
             "Iklan",
             "Xem thêm",
             "Quảng cáo",
             // ja, zh, ko
             "広告",
             "関連記事",
             "続きを読む",
             "あわせて読みたい",
             "广告",
             "相关新闻",
             "延伸阅读",
             "廣告",
             "相關新聞",
             "延伸閱讀",
             "관련기사",
             "관련 기사",
             "광고",
         }) {
      all.insert(fold_case(label));
    }
    return all;
  }();
  return folded;
}

/// Without what stands around a label: "【関連記事】", "Read more:", "» Lire aussi".
std::string_view bare(std::string_view line) {
  constexpr std::string_view marks[] = {" ",  ":",  ".",  "-", "–", "—", "»", "«",
                                        ">",  "<",  "|",  "*", "[", "]", "(", ")",
                                        "【", "】", "：", "…", "→", "›", "►"};
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view mark : marks) {
      if (line.starts_with(mark)) {
        line.remove_prefix(mark.size());
        cut = true;
      }
      if (line.ends_with(mark)) {
        line.remove_suffix(mark.size());
        cut = true;
      }
    }
  }
  return line;
}

}  // namespace

bool is_label_line(std::string_view line) {
  if (line.size() > longest) return false;
  return labels().contains(fold_case(bare(line)));
}

}  // namespace news
