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
             "More",
             "You may also like",
             "You might also like",
             "Don't miss",
             "More about",
             "More on this",
             "Filed under",
             "Explore further",
             "Source",
             "Sources",
             "Live",
             "Sign in or create an account",
             "Don't have an account? Create account",
             "Already have an account? Sign in",
             "Skip advertisement",
             "Save",
             "Follow us",
             "Photo credit",
             "Image credit",
             "Picture",
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
             "Lesen Sie hier",
             "Lesen Sie dazu",
             "Lesetipp",
             "Das könnte Sie auch interessieren",
             "Mehr dazu",
             "Mehr Themen",
             "Empfohlener redaktioneller Inhalt",
             "Externer Inhalt",
             "Zur Startseite",
             "Foto",
             "Bild",
             "Quelle",
             "Quellen",
             "Artikel teilen",
             "Artikel drucken",
             // fr, es, pt, it, ca
             "Publicité",
             "Lire aussi",
             "À lire aussi",
             "Lire la suite",
             "Partager",
             "Lire également",
             "À lire",
             "À lire également",
             "Sur le même sujet",
             "Crédit photo",
             "Ajouter à vos sélections",
             "Publicidad",
             "Lea también",
             "Leer más",
             "Lee también",
             "Leer también",
             "Lea más",
             "Ver también",
             "Te puede interesar",
             "Te recomendamos",
             "Más información",
             "Fuente",
             "Noticia relacionada",
             "Noticias relacionadas",
             "Compartir",
             "Publicidade",
             "Leia também",
             "Leia mais",
             "Veja também",
             "Saiba mais",
             "Compartilhe",
             "Continua após a publicidade",
             "Pubblicità",
             "Leggi anche",
             "Leggi di più",
             "Leggi l'articolo",
             "Potrebbe interessarti",
             "Condividi",
             "Llegiu també",
             // nl, da, no, sv, fi, is
             "Advertentie",
             "Lees ook",
             "Lees meer",
             "Deel dit artikel",
             "Annonce",
             "Læs også",
             "Annonse",
             "Les også",
             "Les mer",
             "Annons",
             "Läs också",
             "Läs mer",
             "Läs även",
             "Les hele saken",
             "Artikeln fortsätter efter annonsen",
             "Mainos",
             "Lue myös",
             "Lesa meira",
             // pl, cs, sk, hu, ro, lt
             "Reklama",
             "Czytaj więcej",
             "Czytaj także",
             "Czytaj też",
             "Zobacz także",
             "Zobacz też",
             "Udostępnij",
             "Přečtěte si také",
             "Přečtěte si",
             "Čtěte více",
             "Kapcsolódó cikk",
             "Citeşte şi",
             "Citiți și",
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
             "Читайте на эту тему",
             "Подробнее",
             "Поделиться",
             "Смотрите также",
             "Прочетете още",
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
             "Lihat juga",
             "Artikel terkait",
             "Soma pia",
             "Soma zaidi",
             "Iklan",
             "Xem thêm",
             "Quảng cáo",
             // ja, zh, ko, th, he
             "広告",
             "関連記事",
             "続きを読む",
             "あわせて読みたい",
             "関連ニュース",
             "この記事をシェア",
             "もっと見る",
             "广告",
             "相关新闻",
             "延伸阅读",
             "廣告",
             "责任编辑",
             "责编",
             "编辑",
             "編輯",
             "校对",
             "来源",
             "來源",
             "相關新聞",
             "延伸閱讀",
             "관련기사",
             "อ่านเพิ่มเติม",
             "อ่านต่อ",
             "קראו עוד",
             "קראו גם",
             "ראו גם",
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

bool begins_with_label(std::string_view line) {
  const std::size_t end = std::min(line.find_first_of(":|"), line.find("："));
  return end != line.npos && is_label_line(line.substr(0, end));
}

}  // namespace news
