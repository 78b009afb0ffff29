// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/translator.hpp"

#include "news/index/schema.hpp"
#include "news/text/analyzer.hpp"
#include "searcher/query/limits.hpp"
#include "searcher/query/parser.hpp"

#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace news;

namespace {

using namespace std::chrono_literals;

TranslatorSettings settings_for(std::initializer_list<const char*> languages) {
  TranslatorSettings settings;
  for (const char* code : languages) settings.languages.push_back(*Language::parse(code));
  settings.today = std::chrono::sys_days(2005y / std::chrono::November / 20);
  return settings;
}

const TranslatorSettings english = settings_for({"en"});

TranslatedQuery translated(std::string_view query, const TranslatorSettings& settings = english) {
  return translate_query(parse_query(query).root, settings);
}

/// Xapian's description, which is "Query(...)", without that.
std::string described(const Xapian::Query& query) {
  const std::string text = query.get_description();
  return text.substr(6, text.size() - 7);
}

std::string xapian(std::string_view query, const TranslatorSettings& settings = english) {
  return described(translated(query, settings).query);
}

std::string notes(std::string_view query) {
  std::string out;
  for (const std::string& note : translated(query).notes) out += note + "\n";
  return out;
}

/// The numbers of the query's words in a text, "." for other tokens.
std::string highlights(std::string_view query, std::string_view text,
                       const TranslatorSettings& settings = english) {
  const QueryTerms terms = translated(query, settings).terms;
  Analyzer analyzer;
  std::string out;
  for (const Token& token : analyzer.analyze(text, settings.languages.front())) {
    const int word = terms.word_of(token, settings.languages.front());
    out += word < 0 ? "." : std::to_string(word);
  }
  return out;
}

struct Row {
  std::string_view query;
  std::string_view xapian;
};

template <std::size_t N>
void check(const Row (&rows)[N], const TranslatorSettings& settings = english) {
  for (const Row& row : rows) {
    CAPTURE(row.query);
    CHECK(xapian(row.query, settings) == row.xapian);
  }
}

}  // namespace

TEST_CASE("translator: free words are stems") {
  check({
      {"ferry inquiries", "(Zferri OR Zinquiri)"},
      {"ferry AND inquiry", "(Zferri AND Zinquiri)"},
      {"ferry OR inquiry", "(Zferri OR Zinquiri)"},
      {"(a1 OR b1) AND c1", "((a1 OR b1) AND c1)"},
      {"F\u00E4hre", "Zfahre"},
      {"U.S. 1,000", "(Zus OR 1000)"},
      {"@handle #topic", "(@handle OR #topic)"},
      {"\u6E21\u8239 \u4E8B\u6545", "(\u6E21\u8239 OR \u4E8B\u6545)"},
  });
}

TEST_CASE("translator: every word can be asked for") {
  TranslatorSettings all = english;
  all.require_all = true;
  check(
      {
          {"ferry inquiries", "(Zferri AND Zinquiri)"},
          {"the ferry of norwick", "(Zferri AND Znorwick)"},
          {"ferry OR inquiry reef", "(Zferri OR (Zinquiri AND Zreef))"},
      },
      all);
}

TEST_CASE("translator: a word is looked for in the forms of every language of the index") {
  const TranslatorSettings languages = settings_for({"en", "fr"});
  check(
      {
          {"nationales", "Znational"},
          {"ferries", "((Zferr FILTER Lfr) SYNONYM (Zferri FILTER Len))"},
          {"2005", "2005"},
          {"\"ferries\"", "ferries"},
      },
      languages);
  CHECK(translated("ferries", languages).terms.words() == 1);
  check({{"ferries", "Zferries"}}, TranslatorSettings{});
}

TEST_CASE("translator: stop words go as long as others remain") {
  check({
      {"the ferry", "Zferri"},
      {"the who", "(Zthe OR Zwho)"},
      {"The WHO says", "(Zwho OR Zsay)"},
      {"THE WHO SAYS", "Zsay"},
      {"the -ferry", "(Zthe AND_NOT Zferri)"},
      {"the title:ferry", "(Zthe AND (Sferry SYNONYM ZSferri))"},
  });
}

TEST_CASE("translator: a phrase is its words as they are with stop words") {
  check({
      {"\"to be or not\"", "(to PHRASE 4 be PHRASE 4 or PHRASE 4 not)"},
      {"\"the Ferries\"", "(the PHRASE 2 ferries)"},
      {"\"ferries\"", "ferries"},
      {"\"\"", ""},
      {"reef \"!?\"", "Zreef"},
  });
}

TEST_CASE("translator: a word of several parts scores higher where they stand together") {
  TranslatorSettings all = english;
  all.require_all = true;
  check({{"COVID-19", "((Zcovid OR 19) AND_MAYBE (covid PHRASE 2 19))"}});
  check({{"COVID-19", "((Zcovid AND 19) AND_MAYBE (covid PHRASE 2 19))"}}, all);
}

TEST_CASE("translator: what is left out") {
  check({
      {"ferry -cars", "(Zferri AND_NOT Zcar)"},
      {"ferry NOT cars", "(Zferri AND_NOT Zcar)"},
      {"ferry -\"no comment\"", "(Zferri AND_NOT (no PHRASE 2 comment))"},
      {"ferry -COVID-19", "(Zferri AND_NOT (covid PHRASE 2 19))"},
      {"ferry -(car bus)", "(Zferri AND_NOT (Zcar OR Zbus))"},
      {"ferry -car -bus", "(Zferri AND_NOT (Zcar OR Zbus))"},
      {"ferry -!!!", "Zferri"},
  });
}

TEST_CASE("translator: a query that only leaves out finds all the rest with one score") {
  check({
      {"-ferry", "(0 * <alldocuments> AND_NOT Zferri)"},
      {"NOT ferry", "(0 * <alldocuments> AND_NOT Zferri)"},
      {"reef OR -ferry", "(Zreef OR (0 * <alldocuments> AND_NOT Zferri))"},
  });
}

TEST_CASE("translator: fields filter") {
  check({
      {"author:joan ferry", "(Zferri FILTER Ajoan)"},
      {"author:\"Joan Aldersey\"", "(Ajoan PHRASE 2 Aaldersey)"},
      {"topic:el-salvador", "(Kel PHRASE 2 Ksalvador)"},
      {"section:sport url:example.org",
       "(0 * XSECTIONsport FILTER (XURLexample PHRASE 2 XURLorg))"},
      {"outlet:a1 outlet:b1 ferry", "(Zferri FILTER (XOUTLETa1 OR XOUTLETb1))"},
      {"outlet:a1 OR ferry", "(0 * XOUTLETa1 OR Zferri)"},
      {"ferry -outlet:a1", "(Zferri AND_NOT XOUTLETa1)"},
      {"lang:fr ferry", "(Zferri FILTER Lfr)"},
      {"lang:French", "Lfr"},
  });
}

TEST_CASE("translator: a word in the title makes a hit better") {
  check({
      {"title:Ferries", "(Sferries SYNONYM ZSferri)"},
      {"title:Ferries boat", "(Zboat AND (Sferries SYNONYM ZSferri))"},
      {"title:COVID-19", "((Scovid SYNONYM ZScovid) AND S19)"},
      {"title:\"the ferry\" boat", "(Zboat AND (Sthe PHRASE 2 Sferry))"},
  });
}

TEST_CASE("translator: a filter is at least a filter where it is the whole query") {
  CHECK(translated("outlet:courier").has_words == false);
  CHECK(xapian("outlet:courier outlet:herald") == "0 * (XOUTLETcourier OR XOUTLETherald)");
}

TEST_CASE("translator: dates are terms where these are few") {
  check({
      {"date:2005", "Y2005"},
      {"date:2005-11", "M200511"},
      {"date:2005-11-20", "D20051120"},
      {"date:2005-11..2006", "(M200511 OR M200512 OR Y2006)"},
      {"ferry date:2005", "(Zferri FILTER Y2005)"},
  });
}

TEST_CASE("translator: dates are ranges of days where terms would be many, or the end is open") {
  const auto value = [](int day) { return Xapian::sortable_serialise(day); };
  const auto slot = schema::day_slot;
  using Query = Xapian::Query;
  const Query years(Query::OP_VALUE_RANGE, slot, value(19800101), value(20051231));
  const Query since(Query::OP_VALUE_GE, slot, value(20051120));
  const Query until(Query::OP_VALUE_LE, slot, value(20051231));
  CHECK(xapian("date:1980..2005") == described(years));
  CHECK(xapian("date:today..") == described(since));
  CHECK(xapian("date:..2005") == described(until));
}

TEST_CASE("translator: an open range ends with the days that the index has") {
  TranslatorSettings settings = english;
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  const auto add = [&database](Xapian::valueno slot, const std::string& value) {
    Xapian::Document document;
    document.add_value(slot, value);
    database.add_document(document);
  };
  add(schema::day_slot, Xapian::sortable_serialise(20040228));
  add(schema::day_slot, Xapian::sortable_serialise(20051103));
  settings.database = database;
  check({{"since:2005-09-30", "(D20050930 OR M200510 OR D20051101 OR D20051102 OR D20051103)"},
         {"until:2004-03", "(D20040228 OR D20040229 OR M200403)"}},
        settings);
  // An article of a month or a year counts as of its first day, which terms do not say.
  add(schema::coarse_date_slot, "2005");
  settings.database = database;
  CHECK(xapian("date:2005-11", settings).starts_with("VALUE_RANGE"));
}

TEST_CASE("translator: since and until are ends of a range") {
  const auto value = [](int day) { return Xapian::sortable_serialise(day); };
  using Query = Xapian::Query;
  const Query since(Query::OP_VALUE_GE, schema::day_slot, value(20050101));
  const Query until(Query::OP_VALUE_LE, schema::day_slot, value(20051113));
  CHECK(xapian("since:2005") == described(since));
  CHECK(xapian("until:7d") == described(until));
  CHECK(xapian("date:>=2005") == described(since));
  CHECK(xapian("ferry since:2005 until:7d") ==
        described(Query(Query::OP_FILTER, Query(Query::OP_FILTER, Query("Zferri"), since), until)));
  CHECK(xapian("since 2005") == "(Zsinc OR 2005)");
  CHECK(notes("since:2005..2006") == "'2005..2006' is no date, so it was searched as words\n");
}

TEST_CASE("translator: a range of days that ends before it begins has no article") {
  CHECK(xapian("ferry date:2006..2005") == "(Zferri FILTER D2006..2005)");
  CHECK(notes("ferry date:2006..2005") == "'2006..2005' ends before it begins\n");
  CHECK(notes("date:2005..2005").empty());
}

TEST_CASE("translator: notes say what was read differently") {
  CHECK(xapian("date:soon ferry") == "(Zferri FILTER Zsoon)");
  CHECK(notes("date:soon ferry") == "'soon' is no date, so it was searched as words\n");
  CHECK(xapian("lang:e1 ferry") == "(Zferri FILTER Le1)");
  CHECK(notes("outlet:!!! ferry") == "outlet:!!! has no word and was left out\n");
  CHECK(notes("lang:e1 ferry") == "'e1' is no language that is known\n");
  CHECK(notes("ferry lang:fr date:2005").empty());
}

TEST_CASE("translator: words near each other") {
  check({
      {"ferry NEAR/5 reefs", "(ferry NEAR 7 reefs)"},
      {"ferry NEAR reefs", "(ferry NEAR 12 reefs)"},
      {"title:ferry NEAR/2 title:reef", "(Sferry NEAR 4 Sreef)"},
      {"COVID-19 NEAR/3 test", "(covid NEAR 6 19 NEAR 6 test)"},
      {"!!! NEAR ferry", "ferry"},
      {"!!! NEAR ???", ""},
      {"ferry NEAR/0 reefs", "(ferry NEAR 2 reefs)"},
  });
}

TEST_CASE("translator: what makes one hit better than another") {
  for (const char* query :
       {"ferry", "\"the ferry\"", "ferr*", "a NEAR b", "title:ferry", "lang:fr ferry"}) {
    CAPTURE(query);
    CHECK(translated(query).has_words);
  }
  for (const char* query : {"", "-ferry", "-\"a b\"", "-ferr*", "-(a NEAR b)", "-title:ferry",
                            "outlet:a", "date:2005", "-date:soon", "lang:fr -ferry"}) {
    CAPTURE(query);
    CHECK_FALSE(translated(query).has_words);
  }
}

TEST_CASE("translator: nothing to search for") {
  for (const char* query : {"", " ", "!!!", "-", "-!!!", "\"...\"", "**", "title:!!!", "( )"}) {
    CAPTURE(query);
    CHECK(translated(query).is_empty);
  }
  CHECK_FALSE(translated("-a").is_empty);
}

TEST_CASE("translator: what is to be highlighted") {
  CHECK(highlights("ferry reef", "Ferries on the reef") == "0..1");
  CHECK(highlights("\"reef\"", "Ferries on the reef and reefs") == "...0..");
  CHECK(highlights("a1 NEAR b1", "a1 b1 c1") == "01.");
  CHECK(highlights("ferry -reef", "the ferry the reef") == ".0..");
  CHECK(highlights("ferry -(reef \"a b\")", "a b ferry reef car") == "..0..");
  CHECK(highlights("outlet:reef lang:en ferry", "reef en ferry") == "..0");
  CHECK(highlights("nationales", "nationale", settings_for({"fr", "en"})) == "0");
}

TEST_CASE("translator: the words that rank, and which of them stand side by side") {
  const auto words = [](std::string_view query) {
    std::string out;
    for (const QueryWord& word : translated(query).words) {
      out += (word.adjoins ? "+" : " ") + word.term;
      for (const std::string& stem : word.stems) out += "/" + stem;
    }
    return out;
  };
  CHECK(words("ferries 2005 reef") == " ferries/ferri+2005+reef/reef");
  CHECK(words("ferry of reef") == " ferry/ferri reef/reef");
  CHECK(words("COVID-19 test") == " covid/covid+19+test/test");
  CHECK(words("ferry AND reef") == " ferry/ferri reef/reef");
  CHECK(words("ferry (reef boat) wave") == " ferry/ferri reef/reef+boat/boat wave/wave");
  CHECK(words("ferry \"a b\" reef -boat outlet:courier title:wave car* b NEAR c") ==
        " ferry/ferri reef/reef");
}

TEST_CASE("translator: a quotation is to be highlighted as a whole") {
  const QueryTerms terms = translated("\"the reef\" -\"a ferry\"").terms;
  CHECK(terms.words() == 1);
  REQUIRE(terms.phrases().size() == 1);
  CHECK(terms.phrases().begin()->second.terms == std::vector<std::string>{"the", "reef"});
}

TEST_CASE("translator: no term is longer than Xapian takes") {
  const std::string word(300, 'x');
  for (const char* field : {"", "title:", "author:", "outlet:", "section:", "topic:", "url:"}) {
    CAPTURE(field);
    const TranslatedQuery result = translated(field + word + " NEAR " + field + word + "1");
    for (auto term = result.query.get_terms_begin(); term != result.query.get_terms_end(); ++term) {
      CHECK((*term).size() <= schema::max_term_bytes);
    }
  }
}

TEST_CASE("translator: of a very long query the beginning is searched") {
  std::string query;
  for (int i = 0; i < 3000; ++i) query += fmt::format("w{} ", i);
  CHECK(xapian(query).ends_with("OR w499)"));
  CHECK(notes(query) == "the query is long: only its first 500 words were searched\n");
}

TEST_CASE("translator: what is said again and again counts three times") {
  check({
      {"ferry ferry ferry ferry reef", "(Zferri OR Zferri OR Zferri OR Zreef)"},
      {"outlet:a1 outlet:a1 outlet:a1 outlet:a1", "0 * (XOUTLETa1 OR XOUTLETa1 OR XOUTLETa1)"},
  });
}

TEST_CASE("translator: phrases beyond the limit are words that must all be there") {
  std::string query;
  for (int i = 0; i < 51; ++i) query += fmt::format("\"a{} b{}\" ", i, i);
  CHECK(xapian(query).ends_with("(a49 PHRASE 2 b49) OR (a50 AND b50))"));
  CHECK(notes(query) ==
        "has too many phrases: the words of the later ones were searched wherever they stand\n");
}

TEST_CASE("translator: phrases of words that are too frequent are left out at last") {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  Xapian::Document document;
  document.add_posting("a", 1);
  document.add_posting("b", 2);
  for (int i = 0; i < 50'000; ++i) database.add_document(document);
  TranslatorSettings settings = english;
  settings.database = database;
  std::string phrases;
  for (int i = 0; i < 100; ++i)
    phrases += fmt::format("\"a {}b\" ", std::string(static_cast<std::size_t>(i), ' '));
  const TranslatedQuery query = translated(phrases, settings);
  const std::string text = described(query.query);
  const auto count = [&text](std::string_view part) {
    int times = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; ++at) ++times;
    return times;
  };
  CHECK(count("PHRASE") == 20);  // a million articles
  CHECK(count("AND") == 40);     // two million
  CHECK(query.notes ==
        std::vector<std::string>{limits::positional_words_note(), limits::phrases_left_out_note()});
}

TEST_CASE("translator: dates and languages count as words") {
  std::string query;
  for (int i = 0; i < 500; ++i) query += fmt::format("date:{} ", 1500 + i);
  CHECK(notes(query).empty());
  CHECK(notes(query + "lang:fr") == limits::words_note() + "\n");
}

TEST_CASE("translator: what is asked of titles says how good a hit is") {
  for (const char* query : {"title:ferry", "title:\"ferry inquiry\"", "title:fer*"}) {
    CAPTURE(query);
    CHECK(translated(query).has_words);
  }
  CHECK_FALSE(translated("-title:ferry").has_words);
  CHECK_FALSE(translated("outlet:\"ferry news\"").has_words);
}
