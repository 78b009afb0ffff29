// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/date_words.hpp"

#include "news/text/fold.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "text/calendar_names.hpp"

namespace news {

namespace {

/// Names and abbreviations, one line a month; spelled as usual, folded when read. The full names of
/// more languages come from ICU; where they say something else, these win.
constexpr std::array<std::string_view, 12> usual_months = {
    "january jan janvier janv januar jän jänner enero ene gennaio gen janeiro januari jänn januar "
    "tammikuu tammikuuta ocak января январь янв јануара januara stycznia styczeń يناير",
    "february feb février févr fév februar febrero febbraio febbr fevereiro fev februari helmikuu "
    "helmikuuta şubat февраля февраль фев фебруара februara lutego luty فبراير شباط",
    "march mar mars märz mär marzo março maart mrt marts maaliskuu maaliskuuta mart марта март мар "
    "marca marzec مارس آذار اذار",
    "april apr avril avr abril abr aprile aprill huhtikuu huhtikuuta nisan апреля апрель апр "
    "априла aprila "
    "kwietnia kwiecień أبريل ابريل نيسان",
    "may mai mayo maggio mag maio mei maj toukokuu toukokuuta mayıs мая май maja маја مايو أيار "
    "ايار",
    "june jun juin juni junio giugno giu junho kesäkuu kesäkuuta haziran июня июнь июн јуна juna "
    "czerwca "
    "czerwiec يونيو حزيران",
    "july jul juillet juil juli julio luglio lug julho heinäkuu heinäkuuta temmuz июля июль июл "
    "јула jula "
    "lipca lipiec يوليو تموز",
    "august aug août aout agosto ago augustus augusti elokuu elokuuta ağustos августа август авг "
    "avgusta "
    "sierpnia sierpień أغسطس اغسطس آب",
    "september sep sept septembre septiembre setiembre settembre set setembro syyskuu syyskuuta "
    "eylül сентября сентябрь сен сент септембра septembra września wrzesień سبتمبر أيلول ايلول",
    "october oct octobre oktober okt octubre ottobre ott outubro out lokakuu lokakuuta ekim "
    "октября "
    "октябрь окт октобра oktobra października październik أكتوبر اكتوبر",
    "november nov novembre noviembre novembro marraskuu marraskuuta kasım ноября ноябрь ноя нояб "
    "новембра novembra "
    "listopada listopad نوفمبر",
    "december dec décembre déc dezember dez diciembre dic dicembre dezembro desember des joulukuu "
    "joulukuuta aralık декабря декабрь дек децембра decembra grudnia grudzień ديسمبر"};

constexpr std::string_view usual_weekdays =
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri "
    "sat sun lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch "
    "donnerstag "
    "freitag samstag sonnabend sonntag mo di mi do fr sa so lunes martes miércoles jueves viernes "
    "sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica segunda terça quarta "
    "quinta sexta feira maandag dinsdag woensdag donderdag vrijdag zaterdag zondag mandag tirsdag "
    "onsdag torsdag fredag lørdag søndag måndag tisdag lördag söndag maanantai tiistai keskiviikko "
    "torstai perjantai lauantai sunnuntai pazartesi salı çarşamba perşembe cuma cumartesi pazar "
    "понедельник вторник среда четверг пятница суббота воскресенье понедельника вторника среды "
    "четверга пятницы субботы воскресенья пн вт ср чт пт сб вс poniedziałek wtorek środa czwartek "
    "piątek sobota niedziela الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد";

constexpr std::string_view filler_words =
    "at um à a las la le les em às as kl klo om в alle ore ora h hrs time saat godz uhr г года год "
    "et y und and de del الساعة في ساعت pukul jam pada luc kell о об ob u v ve ора ωρα στις bei";

constexpr std::string_view label_words =
    "published posted updated modified first last web publié mis jour modifié veröffentlicht "
    "erstellt aktualisiert geändert zuletzt stand publicado actualizado pubblicato aggiornato "
    "atualizado gepubliceerd bijgewerkt publicerad uppdaterad publisert oppdatert julkaistu "
    "päivitetty opublikowano aktualizacja güncelleme опубликовано обновлено изменено نشر آخر تحديث";

struct Zone {
  std::string_view name;
  std::optional<int> hours;
  int minutes = 0;
};

constexpr std::array zones = {
    Zone{"z", 0},     Zone{"غرينتش", 0}, Zone{"جرينتش", 0},   Zone{"gmt", 0},   Zone{"utc", 0},
    Zone{"ut", 0},    Zone{"wet", 0},    Zone{"bst", 1},      Zone{"west", 1},  Zone{"cet", 1},
    Zone{"mez", 1},   Zone{"cest", 2},   Zone{"mesz", 2},     Zone{"eet", 2},   Zone{"sast", 2},
    Zone{"cat", 2},   Zone{"wat", 1},    Zone{"eest", 3},     Zone{"msk", 3},   Zone{"мск", 3},
    Zone{"eat", 3},   Zone{"trt", 3},    Zone{"gst", 4},      Zone{"pkt", 5},   Zone{"ict", 7},
    Zone{"wib", 7},   Zone{"hkt", 8},    Zone{"sgt", 8},      Zone{"awst", 8},  Zone{"pht", 8},
    Zone{"jst", 9},   Zone{"kst", 9},    Zone{"acst", 9, 30}, Zone{"aest", 10}, Zone{"aedt", 11},
    Zone{"nzst", 12}, Zone{"nzdt", 13},  Zone{"brt", -3},     Zone{"art", -3},  Zone{"ast", -4},
    Zone{"adt", -3},  Zone{"est", -5},   Zone{"edt", -4},     Zone{"cst", -6},  Zone{"cdt", -5},
    Zone{"mst", -7},  Zone{"mdt", -6},   Zone{"pst", -8},     Zone{"pdt", -7},  Zone{"akst", -9},
    Zone{"akdt", -8}, Zone{"hst", -10},  Zone{"et", {}},      Zone{"ct", {}},   Zone{"mt", {}},
    Zone{"pt", {}},   Zone{"ist", {}}};

template <typename Use>
void for_each_folded_word(std::string_view words, Use use) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    use(fold_marks(fold_case(words.substr(at, end - at))));
    at = end + 1;
  }
}

/// Finds a word by a view of it.
struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

using WordSet = std::unordered_set<std::string, Hash, std::equal_to<>>;
using WordNumbers = std::unordered_map<std::string, int, Hash, std::equal_to<>>;

WordSet folded_set(std::string_view words) {
  WordSet set;
  for_each_folded_word(words, [&set](std::string word) { set.insert(std::move(word)); });
  return set;
}

WordNumbers read_months() {
  WordNumbers months;
  int number = 0;
  for (const std::string_view names : usual_months) {
    ++number;
    for_each_folded_word(names,
                         [&](std::string word) { months.try_emplace(std::move(word), number); });
  }
  for (const CalendarName& name : month_names()) months.try_emplace(name.word, name.number);
  return months;
}

WordSet read_weekdays() {
  WordSet days = folded_set(usual_weekdays);
  for (const CalendarName& name : weekday_names()) days.insert(name.word);
  return days;
}

}  // namespace

std::optional<int> month_of(std::string_view word) {
  static const auto months = read_months();
  const auto found = months.find(word);
  if (found == months.end()) return std::nullopt;
  return found->second;
}

bool is_weekday(std::string_view word) {
  static const auto names = read_weekdays();
  return names.contains(word);
}

bool is_date_filler(std::string_view word) {
  static const auto words = folded_set(filler_words);
  return words.contains(word);
}

bool is_date_label(std::string_view word) {
  static const auto words = folded_set(label_words);
  return words.contains(word);
}

std::optional<ZoneName> zone_of(std::string_view word) {
  for (const Zone& zone : zones) {
    if (zone.name != word) continue;
    if (!zone.hours) return ZoneName{};
    return ZoneName{*zone.hours * 60 + zone.minutes};
  }
  return std::nullopt;
}

}  // namespace news
