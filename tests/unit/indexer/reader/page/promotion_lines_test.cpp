// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/promotion_lines.hpp"

#include <string>

#include <doctest/doctest.h>

using news::is_colophon;
using news::is_invitation;

TEST_CASE("promotion lines: invitations in many languages") {
  for (const char* line :
       {"Sign up to our newsletter for more.", "FOLLOW US on the usual channels",
        "Got a story? Tell the desk.", "Folgen Sie uns auf allen Kanälen!",
        "Abonnez-vous à notre lettre", "Síguenos en redes", "Iscriviti al canale",
        "Подписывайтесь на наш канал", "تابعونا على القناة", "フォローしてください", "구독하기"}) {
    CAPTURE(line);
    CHECK(is_invitation(line));
  }
}

TEST_CASE("promotion lines: a sentence of a story is no invitation") {
  for (const char* line :
       {"", "Residents can sign up at the town hall.", "The newsletter was printed in York.",
        "Police followed the car.", "Subscribers paid more."}) {
    CAPTURE(line);
    CHECK_FALSE(is_invitation(line));
  }
  CHECK_FALSE(is_invitation("Follow us. " + std::string(600, 'x')));
}

TEST_CASE("promotion lines: rights, and when a text was changed") {
  for (const char* line :
       {"© 2024 Harbour Post", "Copyright 2024 Harbour Post", "Some text. All rights reserved.",
        "Alle Rechte vorbehalten", "This article was amended on 7 May.", "無断転載を禁じます",
        "Letzte Aktualisierung: 7. Mai", "جميع الحقوق محفوظة"}) {
    CAPTURE(line);
    CHECK(is_colophon(line));
  }
  for (const char* line : {"", "The copyright ran out in 2024.", "Correction: it was in May.",
                           "The law was amended on 7 May."}) {
    CAPTURE(line);
    CHECK_FALSE(is_colophon(line));
  }
}
