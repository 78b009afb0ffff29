// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/date_words.hpp"

#include "news/text/fold.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

std::string folded(std::string_view word) { return fold_marks(fold_case(word)); }

}  // namespace

TEST_CASE("date words: months by their names and abbreviations") {
  struct Row {
    std::string_view names;
    int month;
  };
  const Row rows[] = {
      {"January Jan janvier Januar enero gennaio janeiro tammikuu ocak января stycznia يناير", 1},
      {"March März mars marzo março maart maaliskuu mart марта marca مارس", 3},
      {"May Mai mayo maggio maio mei maj toukokuu mayıs мая maja مايو", 5},
      {"June juin Juni junio giugno junho kesäkuu haziran июня czerwca يونيو", 6},
      {"July juillet Juli julio luglio julho heinäkuu temmuz июля lipca يوليو", 7},
      {"August Aug août agosto augustus elokuu ağustos августа sierpnia أغسطس", 8},
      {"December Dec décembre Dezember diciembre dicembre dezembro joulukuu aralık декабря grudnia",
       12},
  };
  for (const Row& row : rows) {
    std::string_view rest = row.names;
    while (!rest.empty()) {
      const std::string_view name = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(name.size() + 1, rest.size()));
      CAPTURE(name);
      CHECK(month_of(folded(name)) == row.month);
    }
  }
  for (const char* word : {"", "Nov", "sunday", "x", "1"}) CHECK_FALSE(month_of(word).has_value());
}

TEST_CASE("date words: weekdays and words between a date and its time") {
  for (const char* word : {"Sunday", "sun", "Sonntag", "dimanche", "domingo", "воскресенье",
                           "الأحد", "söndag", "çarşamba"}) {
    CAPTURE(word);
    CHECK(is_weekday(folded(word)));
  }
  CHECK_FALSE(is_weekday("november"));
  for (const char* word : {"at", "um", "à", "kl", "года"}) {
    CAPTURE(word);
    CHECK(is_date_filler(folded(word)));
  }
  CHECK_FALSE(is_date_filler("sunday"));
  CHECK_FALSE(is_date_filler(""));
  for (const char* word : {"Published", "updated", "publié", "обновлено"}) {
    CAPTURE(word);
    CHECK(is_date_label(folded(word)));
  }
  CHECK_FALSE(is_date_label("at"));
}

TEST_CASE("date words: zones have an offset unless several share the name") {
  struct Row {
    std::string_view name;
    std::optional<int> minutes;
  };
  const Row rows[] = {{"z", 0},     {"gmt", 0}, {"cet", 60}, {"est", -300}, {"acst", 570},
                      {"мск", 180}, {"et", {}}, {"ist", {}}, {"hst", -600}};
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto zone = zone_of(row.name);
    REQUIRE(zone.has_value());
    CHECK(zone->minutes == row.minutes);
  }
  for (const char* name : {"", "gm", "GMT", "zz"}) CHECK_FALSE(zone_of(name).has_value());
}
