// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/cues.hpp"

#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"
#include "news/text/tokenizer.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <functional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace news {

namespace {

struct CueWords {
  Cue cue;
  std::string_view phrases;  ///< separated by ";"; spelled as usual, folded when read
};

constexpr std::array cue_words = {
    CueWords{Cue::legal,
             "©;all rights reserved;tous droits réservés;mentions légales;reproduction interdite;"
             "alle rechte vorbehalten;impressum;todos los derechos reservados;"
             "prohibida la reproducción;aviso legal;tutti i diritti riservati;"
             "todos os direitos reservados;alle rechten voorbehouden;все права защищены;"
             "при перепечатке;при использовании материалов;جميع الحقوق محفوظة;حقوق "
             "النشر;版权所有;未经许可;"
             "未经授权;無断転載;禁無断転載;版權所有"},
    CueWords{Cue::liability,
             "copyright;not responsible for;terms of use;terms and conditions;may not be published;"
             "may not be reproduced;without permission;privacy policy;investment advice;"
             "n'est pas responsable;datenschutz;nicht verantwortlich;no se hace responsable;"
             "غير مسؤولة عن;غير مسؤول عن;سياسة الخصوصية"},
    CueWords{Cue::web,
             "site;sites;website;websites;web;page;pages;content;contents;material;reproduction;"
             "contenu;contenus;inhalt;inhalte;inhalten;seite;seiten;sitio;contenido;contenidos;"
             "página;sito;contenuto;contenuti;conteúdo;المحتوى;محتوى;المواقع;مواقع;الموقع"},
    CueWords{Cue::notice,
             "newsletter;subscribe;sign up;using the form below;send us your;"
             "tell us what you think;results are indicative;sign in;log "
             "in;register;cookie;cookies;e-mail address;"
             "email address;inbox;letters to the editor;abonnez-vous;inscrivez-vous;"
             "notre lettre;adresse e-mail;s'inscrire;se connecter;je m'abonne;"
             "verwendet cookies;anmelden;abonnieren;suscríbete;suscribirse;boletín;"
             "usamos cookies;iscriviti;inscreva-se;подпишитесь;подписаться;рассылка;рассылку;"
             "اشترك;النشرة البريدية;ملفات تعريف الارتباط;订阅;登录;ログイン;メルマガ"},
    CueWords{Cue::comments,
             "comments;comment;commentaires;kommentare;comentarios;comentários;commenti;reacties;"
             "комментариев;комментарии;комментария;التعليقات;تعليقات;评论;コメント"},
    CueWords{Cue::reply,
             "have your say;your comments;your say;readers' comments;leave a reply;leave a comment;"
             "post a comment;add a comment;vos commentaires;vos réactions;leserkommentare;"
             "tus comentarios;deja un comentario;оставить комментарий"},
    CueWords{
        Cue::see_also,
        "read more;see also;also read;read also;related;more on this story;click here;"
        "lire aussi;à lire aussi;voir aussi;lesen sie auch;lesen sie mehr;mehr dazu;siehe auch;"
        "lea también;lea además;ver también;leggi anche;leia também;veja também;lees ook;"
        "läs också;les også;læs også;читайте также;см. также;اقرأ أيضا;شاهد أيضا;延伸阅读;"
        "相关阅读;関連記事;あわせて読みたい"},
    CueWords{Cue::related,
             "related stories;related articles;most read;most popular;most viewed;top stories;"
             "more from;from our archive;earlier;sur le même sujet;dans la même rubrique;"
             "les plus lus;mehr zum thema;meistgelesen;más noticias;lo más visto;lo más leído;"
             "по теме;самое читаемое;مواضيع ذات صلة;الأكثر قراءة;相关新闻;热点排行;関連記事;"
             "アクセスランキング"},
    CueWords{Cue::share,
             "share;tweet;print;email;e-mail;save;partager;imprimer;teilen;drucken;compartir;"
             "imprimir;condividi;stampa;compartilhar;delen;поделиться;распечатать;مشاركة;شارك;"
             "طباعة;打印;分享;字号;印刷する;シェア"},
    CueWords{Cue::share_this,
             "e-mail this;email this;share this;share on;share via;share with;print this;"
             "print page;print article;printable version;tweet this;text size;save article;"
             "partager sur;partager cet;envoyer par e-mail;teilen auf;artikel drucken;"
             "compartir en;enviar por correo;condividi su;compartilhar no;إرسال إلى صديق"},
    CueWords{
        Cue::advert,
        "advertisement;advertising;anzeige;werbung;publicité;publicidad;pubblicità;advertentie;"
        "annons;annonse;annonce;реклама;إعلان;广告;廣告;広告;sponsored;story continues below;"
        "continue reading;continue reading the main story"},
    CueWords{Cue::credit,
             "photo;photograph;photos;picture;image;foto;fotos;bild;crédit;фото;صورة;تصوير;写真;"
             "撮影;图片;摄影"},
    CueWords{Cue::media,
             "watch the;watch live;watch more;watch video;watch now;play video;listen to the;"
             "in pictures;in video;image caption;image copyright;image source;media caption;"
             "media playback;file photo;enlarge image;enlarge this image;click to enlarge;"
             "story highlights;en images;en vidéo;bild vergrößern;en imágenes;مصدر الصورة"},
    CueWords{Cue::published,
             "published;posted;first published;publié;veröffentlicht;erstellt;publicado;pubblicato;"
             "gepubliceerd;publicerad;publisert;опубликовано;نشر;发布;发表;公開;掲載"},
    CueWords{Cue::updated,
             "updated;last updated;modified;last modified;mis à jour;modifié;aktualisiert;"
             "geändert;zuletzt aktualisiert;actualizado;aggiornato;atualizado;bijgewerkt;"
             "uppdaterad;oppdatert;обновлено;изменено;آخر تحديث;تحديث;更新;最終更新"},
    CueWords{Cue::medium,
             "news;times;post;herald;guardian;journal;gazette;courier;tribune;chronicle;observer;"
             "review;telegraph;mail;press;daily;weekly;ledger;bulletin;broadcasting;agency;wire;"
             "zeitung;tagblatt;tageblatt;nachrichten;anzeiger;rundschau;écho;presse;journal;"
             "figaro;monde;diario;periódico;noticias;prensa;corriere;giornale;notícias;folha;"
             "вестник;новости;газета;известия;أخبار;صحيفة;جريدة;وكالة;报;網;网;新聞;新闻;日报;"
             "通信;通讯社"},
    CueWords{Cue::end_mark, "ends;end;30;fin;ende;fine;fim;конец"},
    CueWords{Cue::home,
             "home;front page;accueil;startseite;portada;inicio;homepage;início;главная;الرئيسية;"
             "首页;您的位置;トップ;ホーム"},
};

/// The code points that are written without spaces between words.
bool is_spaceless(char32_t c) { return c >= 0x2E80 && c < 0xA000; }

std::string without_spaces(std::string_view text) {
  std::string out(text);
  out.erase(std::remove(out.begin(), out.end(), ' '), out.end());
  return out;
}

/// The phrases of all cues, found by their first word.
class Phrases {
 public:
  struct Phrase {
    Cue cue;
    std::string text;  ///< in cue form; without spaces where the script has none
  };

  Phrases() {
    for (const CueWords& entry : cue_words) {
      for (std::size_t at = 0; at < entry.phrases.size();) {
        const std::size_t end = std::min(entry.phrases.find(';', at), entry.phrases.size());
        add(entry.cue, entry.phrases.substr(at, end - at));
        at = end + 1;
      }
    }
  }

  /// Those that begin with the word between `form[at]`, a space, and the next space.
  const std::vector<Phrase>& beginning_at(std::string_view form, std::size_t at) const {
    static const std::vector<Phrase> none;
    if (!maybe_[filter_of(form, at)]) return none;
    const auto found = spaced_.find(first_word(form.substr(at)));
    return found == spaced_.end() ? none : found->second;
  }

  /// Those of scripts without spaces.
  const std::vector<Phrase>& spaceless() const { return spaceless_; }

  std::size_t most_words() const { return most_words_; }

 private:
  void add(Cue cue, std::string_view words) {
    std::size_t at = 0;
    const bool spaceless = is_spaceless(utf8::decode(words, at));
    std::string form = cue_form(words);
    const auto spaces = static_cast<std::size_t>(std::count(form.begin(), form.end(), ' '));
    most_words_ = std::max(most_words_, spaces - 1);
    if (spaceless) {
      spaceless_.push_back({cue, without_spaces(form)});
      return;
    }
    maybe_[filter_of(form, 0)] = true;
    std::vector<Phrase>& same_start = spaced_[std::string(first_word(form))];
    same_start.push_back({cue, std::move(form)});
  }

  static std::string_view first_word(std::string_view form) {
    return form.substr(0, std::min(form.find(' ', 1), form.size()));
  }

  /// The two bytes behind the space, by which most words are told to begin no cue.
  static std::size_t filter_of(std::string_view form, std::size_t at) {
    const auto byte = [&](std::size_t i) {
      return i < form.size() ? static_cast<unsigned char>(form[i]) : 0U;
    };
    return byte(at + 1) << 8U | byte(at + 2);
  }

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };

  std::unordered_map<std::string, std::vector<Phrase>, Hash, std::equal_to<>> spaced_;
  std::vector<Phrase> spaceless_;
  std::bitset<std::size_t{1} << 16U> maybe_;
  std::size_t most_words_ = 0;
};

const Phrases& phrases() {
  static const Phrases all;
  return all;
}

/// Whether a text has a character that is written without spaces, by the bytes these begin with.
bool may_have_spaceless(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xE2 && byte <= 0xE9;
  });
}

/// "©", "(c) 2014", "Copyright 2014".
bool has_copyright_sign(std::string_view line) {
  if (line.find("©") != std::string_view::npos) return true;
  for (const std::string_view sign : {"(c) ", "opyright ", "OPYRIGHT "}) {
    const std::size_t behind = line.find(sign) + sign.size();
    const bool found = behind >= sign.size();
    if (found && behind < line.size() && ascii::is_digit(line[behind])) return true;
  }
  return false;
}

}  // namespace

std::string cue_form(std::string_view line) { return cue_form_of_start(line, line.size()); }

std::string cue_form_of_start(std::string_view line, std::size_t bytes) {
  thread_local Tokenizer tokenizer;
  std::string form = " ";
  if (has_copyright_sign(line)) form += "© ";
  for (const Word& word : tokenizer.tokenize(line.substr(0, bytes))) {
    form.append(word.plain).push_back(' ');
  }
  return form;
}

std::size_t longest_cue_words() { return phrases().most_words(); }

CueSet find_cues(std::string_view form) {
  CueSet found;
  const auto add = [&found](Cue cue, bool at_start, bool all) {
    const std::uint32_t bit = CueSet::bit(cue);
    found.anywhere_ |= bit;
    if (at_start) found.at_start_ |= bit;
    if (all) found.all_ |= bit;
  };
  for (std::size_t at = 0; at + 1 < form.size();
       at = std::min(form.find(' ', at + 1), form.size())) {
    for (const auto& phrase : phrases().beginning_at(form, at)) {
      if (!form.substr(at).starts_with(phrase.text)) continue;
      add(phrase.cue, at == 0, phrase.text.size() == form.size());
    }
  }
  if (!may_have_spaceless(form)) return found;
  const std::string squeezed = without_spaces(form);
  for (const auto& phrase : phrases().spaceless()) {
    const std::size_t at = squeezed.find(phrase.text);
    if (at != std::string::npos) add(phrase.cue, at == 0, squeezed == phrase.text);
  }
  return found;
}

bool has_cue(Cue cue, std::string_view form) { return find_cues(form).has(cue); }

bool starts_with_cue(Cue cue, std::string_view form) { return find_cues(form).starts_with(cue); }

bool is_cue(Cue cue, std::string_view form) { return find_cues(form).is(cue); }

}  // namespace news
