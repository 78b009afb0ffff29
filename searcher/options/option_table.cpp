// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/options/option_table.hpp"

#include <string>
#include <vector>

namespace news {

namespace po = boost::program_options;

po::options_description search_option_table() {
  const auto text = [](const char* name) { return po::value<std::string>()->value_name(name); };
  const auto texts = [](const char* name) {
    return po::value<std::vector<std::string>>()->composing()->value_name(name);
  };
  po::options_description options;
  auto add = options.add_options();
  add("index,i", texts("DIR"),
      "the index (default: $NEWS_INDEX, or ./news.idx); several are searched as one");
  add("limit,n", text("N"), "show so many hits (default: 10; 1000 with --format trec)");
  add("offset", text("N"), "leave out the first N hits");
  add("since", text("DATE"),
      "published on that day or later: 2005-11-20, 2005-11, 2005, 7d, 2w, "
      "3m, yesterday");
  add("until", text("DATE"), "published on that day or earlier");
  add("outlet", texts("NAME"), "only from this outlet; repeatable, as the next four");
  add("section", texts("NAME"), "only from this section");
  add("language", texts("CODE"), "only in this language");
  add("author", texts("NAME"), "only by this author");
  add("topic", texts("NAME"), "only on this topic");
  add("sort", text("ORDER"), "relevance (the default), newest or oldest");
  add("duplicates", text("WHAT"),
      "articles that tell the story of another, such as copies of one report in several "
      "outlets: hide (the default) shows the best and names the others, show shows each, "
      "only shows the stories that several articles tell");
  add("rank", text("NAME"),
      "how hits are scored: default, bm25, recent, or a file; '--rank help' lists all there is to "
      "set");
  add("any",
      "find articles with any word of the query, those with more first (the default: it "
      "forgives a word too many, and the best hits are the same)");
  add("all", "find only articles with every word of the query");
  add("format", text("NAME"),
      "text (the default), json, jsonl, csv, cite, bibtex, markdown, trec, ids, urls or paths");
  add("null,0", "end ids, urls and paths with a zero byte, for xargs -0");
  add("queries", text("FILE"),
      "answer the queries of FILE, one 'id<TAB>query' a line; - for "
      "standard input");
  add("snippet-length", text("N"),
      "let a snippet fill at most N columns: 20 to 10000, or 0 for no snippets (default: 300)");
  add("count",
      "print only how many articles match; with --duplicates hide or only, how many stories");
  add("facet", texts("FIELD"),
      "count all matches by outlet, section, language, author, topic, year or month; repeatable; "
      "hits follow only if --limit is given");
  add("facet-limit", text("N"), "show so many values of each facet (default: 10)");
  add("timeline", text("UNIT"),
      "count all matches by day, week, month or year, and their share of all articles of that "
      "time; "
      "hits follow only if --limit is given");
  add("like", text("ID"), "find articles like the one with this id; a QUERY narrows them down");
  add("show", text("ID"), "print the whole article with this id, as text, json or jsonl");
  add("open", text("N"), "open hit N in the browser: its url, else the file that it was read from");
  add("explain", "say how the query was read and what each score is made of");
  add("color", text("WHEN"), "auto (the default), always or never");
  add("hyperlink", text("WHEN"),
      "make titles links: auto (where the terminal is known to show them), always or never");
  add("pager", "show results through $PAGER, or less -FIRX, even if they fit on the screen");
  add("no-pager", "never show results through a pager");
  add("help,h", "print this help");
  add("version", "print the version");
  return options;
}

}  // namespace news
