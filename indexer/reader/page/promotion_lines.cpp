// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/promotion_lines.hpp"

#include "news/text/fold.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace news {

namespace {

/// Longer lines say more than that, in bytes.
constexpr std::size_t longest = 500;

using Phrases = std::vector<std::string>;

Phrases folded(std::initializer_list<const char*> phrases) {
  Phrases all;
  for (const char* phrase : phrases) all.push_back(fold_case(phrase));
  return all;
}

/// Anywhere in a line.
const Phrases& invitations() {
  static const Phrases phrases = folded({
      // en
      "our newsletter",
      "daily newsletter",
      "weekly newsletter",
      "free newsletter",
      "'s newsletter",
      "’s newsletter",
      "sign up here",
      "sign up now",
      "sign up today",
      "sign up for our",
      "sign up to our",
      "signing up to our",
      "subscribe to our",
      "subscribe now",
      "subscribe today",
      "subscribe here",
      "follow us",
      "follow him on",
      "follow her on",
      "follow them on",
      "follow me on",
      "like us on",
      "join us on",
      "find us on",
      "get in touch with our",
      "got a story?",
      "have a story",
      "have a tip",
      "got a tip",
      "do you have a story",
      "email us",
      "e-mail us",
      "send us your",
      "write to us",
      "for more stories like this",
      "download our app",
      "download the app",
      "join our whatsapp",
      "join our telegram",
      "join the conversation",
      "support our journalism",
      "make a donation",
      "add us as a preferred source",
      "we may earn",
      "may earn a commission",
      // de
      "folgen sie uns",
      "folgt uns",
      "folge uns",
      "newsletter anmelden",
      "newsletter abonnieren",
      "jetzt abonnieren",
      "abonnieren sie",
      "abonniere",
      "unser newsletter",
      "unseren newsletter",
      "unserem newsletter",
      "ihre meinung ist uns wichtig",
      "schreiben sie uns",
      "senden sie uns",
      "schicken sie uns",
      "unterstützen sie uns",
      "anmeldung zum newsletter",
      // fr
      "abonnez-vous",
      "inscrivez-vous",
      "suivez-nous",
      "suivez nous",
      "notre newsletter",
      "nos newsletters",
      "rejoignez-nous",
      "écrivez-nous",
      "soutenez-nous",
      "réservée aux abonnés",
      // es, ca
      "suscríbete",
      "suscríbase",
      "síguenos",
      "síganos",
      "nuestro boletín",
      "nuestra newsletter",
      "nuestros boletines",
      "únete a nuestro",
      "escríbenos",
      "subscriu-te",
      "segueix-nos",
      // pt
      "inscreva-se",
      "assine já",
      "assine a nossa",
      "siga-nos",
      "siga nosso",
      "siga o canal",
      "nossa newsletter",
      "nosso canal",
      "subscreva",
      // it
      "iscriviti",
      "seguici",
      "abbonati",
      "la nostra newsletter",
      "le nostre newsletter",
      // nl
      "meld je aan",
      "schrijf je in",
      "onze nieuwsbrief",
      "volg ons",
      "abonneer je",
      // da, no, sv, is
      "tilmeld dig",
      "følg os",
      "vores nyhedsbrev",
      "følg oss",
      "meld deg på",
      "vårt nyhetsbrev",
      "følg med på",
      "prenumerera",
      "följ oss",
      "anmäl dig",
      "våra nyhetsbrev",
      "fylgstu með okkur",
      // fi, et
      "tilaa uutiskirje",
      "seuraa meitä",
      "liitu uudiskirjaga",
      // pl, cs, sk, hu, ro, lt
      "zapisz się",
      "obserwuj nas",
      "dołącz do nas",
      "śledź nas",
      "subskrybuj",
      "sledujte nás",
      "přihlaste se k odběru",
      "odebírejte",
      "iratkozz fel",
      "iratkozzon fel",
      "kövess minket",
      "abonează-te",
      "urmărește-ne",
      "urmăriți-ne",
      "prenumeruok",
      "sekite mus",
      // ru, uk, bg, sr
      "подписывайтесь на",
      "подпишитесь на",
      "следите за нами",
      "наш телеграм",
      "підписуйтесь",
      "підпишіться",
      "стежте за нами",
      "абонирайте се",
      "последвайте ни",
      "пратите нас",
      // el, tr
      "ακολουθήστε",
      "εγγραφείτε",
      "bizi takip edin",
      "abone ol",
      // ar, fa, he
      "تابعونا",
      "تابعنا على",
      "اشترك في",
      "اشتركوا في",
      "ما را دنبال کنید",
      "עקבו אחרינו",
      "הירשמו לניוזלטר",
      // hi, bn, id, ms, vi, th, sw
      "फॉलो करें",
      "सब्सक्राइब करें",
      "অনুসরণ করুন",
      "ikuti kami",
      "berlangganan",
      "ikuti saluran",
      "theo dõi chúng tôi",
      "đăng ký nhận",
      "ติดตามเรา",
      "กดติดตาม",
      "tufuate",
      // ja, zh, ko
      "フォローして",
      "登録はこちら",
      "会員登録",
      "ご登録ください",
      "关注我们",
      "訂閱",
      "订阅",
      "追蹤我們",
      "扫描二维码",
      "구독하",
      "팔로우",
  });
  return phrases;
}

/// Anywhere in a line.
const Phrases& rights() {
  static const Phrases phrases = folded({
      "all rights reserved",
      "alle rechte vorbehalten",
      "tous droits réservés",
      "todos los derechos reservados",
      "todos os direitos reservados",
      "tutti i diritti riservati",
      "riproduzione riservata",
      "alle rechten voorbehouden",
      "wszelkie prawa zastrzeżone",
      "všechna práva vyhrazena",
      "minden jog fenntartva",
      "toate drepturile rezervate",
      "все права защищены",
      "усі права захищені",
      "всички права запазени",
      "tüm hakları saklıdır",
      "جميع الحقوق محفوظة",
      "כל הזכויות שמורות",
      "hak cipta dilindungi",
      "無断転載",
      "版权所有",
      "版權所有",
      "무단 전재",
      "무단전재",
  });
  return phrases;
}

/// At the start of a line.
const Phrases& notices() {
  static const Phrases phrases = folded({
      "©",
      "(c) 20",
      "<copyright",
      "copyright ©",
      "copyright (c)",
      "copyright 20",
      "copyright @",
      "this article was amended on",
      "this article was updated on",
      "this story was updated on",
      "this article was last updated",
      "this story has been updated",
      "last updated",
      "letzte aktualisierung",
      "zuletzt aktualisiert",
      "mis à jour le",
      "última actualización",
      "ultimo aggiornamento",
      "laatst bijgewerkt",
      "sist oppdatert",
      "senast uppdaterad",
      "ostatnia aktualizacja",
      "son güncelleme",
  });
  return phrases;
}

bool holds_one(std::string_view line, const Phrases& phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [line](const std::string& phrase) { return line.find(phrase) != line.npos; });
}

}  // namespace

bool is_invitation(std::string_view line) {
  return line.size() <= longest && holds_one(fold_case(line), invitations());
}

bool is_colophon(std::string_view line) {
  if (line.size() > longest) return false;
  const std::string text = fold_case(line);
  const Phrases& starts = notices();
  return holds_one(text, rights()) ||
         std::any_of(starts.begin(), starts.end(),
                     [&](const std::string& start) { return text.starts_with(start); });
}

}  // namespace news
