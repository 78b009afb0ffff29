// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/ranking/contestant.hpp"

#include <xapian.h>

namespace news::bench {

namespace {

/// How text and queries are divided.
struct Analysis {
  explicit Analysis(const Collection& collection) : ngrams(collection.spaceless) {
    try {
      if (!ngrams) stemmer = Xapian::Stem(std::string(collection.language.code()));
    } catch (const Xapian::InvalidArgumentError&) {
      // A language without a stemmer: words as they are.
    }
  }

  Xapian::Stem stemmer;
  bool ngrams;
};

void index_documents(const Collection& collection, const Analysis& analysis,
                     Xapian::WritableDatabase& database) {
  Xapian::TermGenerator generator;
  generator.set_stemmer(analysis.stemmer);
  if (analysis.ngrams) generator.set_flags(Xapian::TermGenerator::FLAG_CJK_NGRAM);
  for (const Document& document : collection.documents) {
    Xapian::Document indexed;
    generator.set_document(indexed);
    generator.index_text(document.title);
    generator.increase_termpos();
    generator.index_text(document.body);
    indexed.set_data(document.id);
    database.add_document(indexed);
  }
  database.commit();
}

/// Any of the words: topics are prose, in which "NOT" and "-" are no operators. Of text without
/// spaces the parser makes a query for all n-grams, which finds little; any of them is a better
/// opponent.
Xapian::Query parse(Xapian::QueryParser& parser, const std::string& text,
                    const Analysis& analysis) {
  if (!analysis.ngrams) return parser.parse_query(text, 0);
  const Xapian::Query all = parser.parse_query(text, Xapian::QueryParser::FLAG_CJK_NGRAM);
  return {Xapian::Query::OP_OR, all.get_terms_begin(), all.get_terms_end()};
}

Run run_xapian(const Collection& collection, const std::filesystem::path& work) {
  const Analysis analysis(collection);
  Xapian::WritableDatabase database((work / "xapian").string(), Xapian::DB_CREATE_OR_OVERWRITE);
  index_documents(collection, analysis, database);
  Xapian::QueryParser parser;
  parser.set_database(database);
  parser.set_stemmer(analysis.stemmer);
  parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  Xapian::Enquire enquire(database);
  Run run;
  for (const Topic& topic : collection.topics) {
    enquire.set_query(parse(parser, topic.text, analysis));
    const Xapian::MSet matches = enquire.get_mset(0, ranked_depth);
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      run[topic.id].push_back(match.get_document().get_data());
    }
  }
  return run;
}

}  // namespace

RankingContestant xapian_contestant() { return {"Xapian defaults", run_xapian}; }

}  // namespace news::bench
