// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/micro/prose.hpp"

namespace news::bench {

std::string_view english_prose() {
  return "The harbour council of Norwick voted 9-4 on Tuesday to close the old ferry terminal, "
         "ending a dispute that has divided the town's traders since 2019. Councillor Maria "
         "Tennant said the U.S.-built ferries couldn't be repaired for less than $3.5 million. "
         "\"We've waited long enough,\" she told reporters outside the town hall.\n"
         "Fishermen's representatives disagreed. Their spokesman, Joseph O'Hara, called the "
         "decision a mistake and promised to take it to the High Court before the end of March. "
         "Unemployment on the island rose to 8.2 percent last quarter, he pointed out, and 1,400 "
         "families depend upon the crossing for work, schooling and medical appointments.\n";
}

std::string_view russian_prose() {
  return "Городской совет Северогорска во вторник проголосовал за закрытие старого паромного "
         "причала, завершив спор, который длился почти шесть лет. Депутат Мария Терентьева "
         "заявила, что ремонт судов обошёлся бы не менее чем в 3,5 миллиона рублей.\n"
         "Представители рыбаков с решением не согласились. Их председатель Иосиф Охрименко назвал "
         "его ошибочным и пообещал обратиться в суд до конца марта. По его словам, от переправы "
         "зависят 1400 семей, а безработица на острове выросла до восьми процентов.\n";
}

std::string_view chinese_prose() {
  return "北港市议会星期二投票决定关闭旧渡轮码头，结束了自2019年以来的争议。议员田玛丽表示，"
         "修理这些渡轮至少需要350万元。她在市政厅外对记者说：“我们已经等得够久了。”\n"
         "渔民代表不同意这一决定。他们的发言人认为这是一个错误，并承诺在三月底之前向法院提起诉讼。"
         "他指出，岛上的失业率上个季度上升到8.2%，有1400个家庭依靠渡轮上班、上学和看病。\n";
}

std::string_view reuters_story() {
  return "<REUTERS TOPICS=\"YES\" LEWISSPLIT=\"TRAIN\" CGISPLIT=\"TRAINING-SET\" OLDID=\"55\" "
         "NEWID=\"12\">\n"
         "<DATE>12-MAR-1987 09:14:27.31</DATE>\n"
         "<TOPICS><D>ship</D><D>jobs</D></TOPICS>\n"
         "<PLACES><D>uk</D></PLACES>\n"
         "<PEOPLE></PEOPLE>\n<ORGS></ORGS>\n<EXCHANGES></EXCHANGES>\n<COMPANIES></COMPANIES>\n"
         "<TEXT>&#2;\n"
         "<TITLE>NORWICK COUNCIL &lt;NRWK> VOTES TO CLOSE FERRY TERMINAL</TITLE>\n"
         "<DATELINE>    NORWICK, March 12 - </DATELINE><BODY>The harbour council of Norwick voted "
         "nine to\nfour to close the old ferry terminal, ending a dispute that has\ndivided the "
         "town's traders for six years.\n"
         "    Councillor Maria Tennant said the ferries could not be\nrepaired for less than 3.5 "
         "mln "
         "stg.\n"
         "    Fishermen's representatives disagreed and said some 1,400\nfamilies depended upon "
         "the "
         "crossing for work and schooling.\n"
         " Reuter\n&#3;</BODY></TEXT>\n</REUTERS>";
}

std::string much_of(std::string_view prose) {
  constexpr std::size_t enough = std::size_t{64} * 1024;
  std::string text;
  while (text.size() < enough) text += prose;
  return text;
}

}  // namespace news::bench
