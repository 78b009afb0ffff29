// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/language.hpp"
#include "tests/support/random_text.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("language detection: sentences of news are known by their language") {
  struct Row {
    std::string_view code;
    std::string_view text;
  };
  const Row rows[] = {
      {"en",
       "The prime minister said on Sunday that the new government would cut taxes before the "
       "end of the year."},
      {"de",
       "Die Bundesregierung will nach eigenen Angaben noch in diesem Jahr die Steuern für "
       "kleine Betriebe senken."},
      {"fr",
       "Le premier ministre a déclaré dimanche que le nouveau gouvernement réduirait les "
       "impôts avant la fin de l'année."},
      {"es",
       "El primer ministro dijo el domingo que el nuevo gobierno bajaría los impuestos antes "
       "de que termine el año."},
      {"ru",
       "Премьер-министр заявил в воскресенье, что новое правительство снизит налоги до конца "
       "года."},
      {"ar", "قال رئيس الوزراء يوم الأحد إن الحكومة الجديدة ستخفض الضرائب قبل نهاية العام."},
      {"ja", "首相は日曜日、新しい政府が年末までに税金を引き下げると述べた。"},
      {"zh", "总理星期天说，新政府将在年底之前降低税收，并且增加对学校的投入。"},
      {"ko", "총리는 일요일에 새 정부가 연말까지 세금을 인하할 것이라고 말했다."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.code);
    CHECK(detect_language(row.text).code() == row.code);
  }
}

TEST_CASE("language detection: too little text is undetermined") {
  for (const char* text : {"", "   ", "12 345", "...", "42%"}) {
    CAPTURE(text);
    CHECK_FALSE(detect_language(text).known());
  }
}

TEST_CASE("language detection: only the start of a text is looked at") {
  std::string text;
  while (text.size() < 4000) text += "The minister said that the taxes would be cut this year. ";
  std::string german;
  while (german.size() < 1'000'000)
    german += "Die Regierung will die Steuern in diesem Jahr senken. ";
  CHECK(detect_language(text + german).code() == "en");
}

TEST_CASE("language detection: the language of most of a text counts wherever it begins") {
  const auto repeated = [](std::string_view sentence, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += sentence;
    return text;
  };
  const auto english = "The minister said that the taxes would be cut this year. ";
  const auto german = "Die Regierung will die Steuern in diesem Jahr senken. ";
  CHECK(detect_language(repeated(english, 600) + repeated(german, 1400)).code() == "de");
  CHECK(detect_language(repeated(german, 600) + repeated(english, 1400)).code() == "en");
  CHECK(detect_language(repeated(german, 1400) + repeated(english, 600)).code() == "de");
}

TEST_CASE("language detection: a character that is none does not hide the language") {
  const std::string german = "Die Regierung will die Steuern noch in diesem Jahr senken. ";
  for (const char* odd : {"\xFF", "\x01", "\x7F", "\u0085", "\uFDD0", "\uFFFE", "\U0010FFFF"}) {
    CAPTURE(odd);
    CHECK(detect_language(german + odd + german).code() == "de");
  }
}

TEST_CASE("language detection: ill formed and hostile text does no harm") {
  test::RandomText random(8);
  for (int i = 0; i < 200; ++i) {
    CHECK(detect_language(random.bytes(300)).code().size() >= 2);
  }
  CHECK(detect_language(std::string(5000, '\0')).code() == "und");
  CHECK(detect_language(std::string(5000, '\xFF')).code() == "und");
}
