// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/options/option_table.hpp"

namespace news {

namespace {

using enum OptionValue;

/// Where to search, and for what.
OptionList query_options() {
  return {
      Option{"index", 'i', "DIR",
             "the index (default: $NEWS_INDEX, or ./news.idx), or HOST:PORT where xapian-tcpsrv "
             "serves one; several are searched as one",
             folder}
          .repeated(),
      {"limit", 'n', "N", "show so many hits (default: 10; 1000 with --format trec)", text},
      Option{"offset", 0, "N", "leave out the first N hits", text}.command_line_only(),
      {"since", 0, "DATE",
       "published on that day or later: 2005-11-20, 2005-11, 2005, 7d, 2w, 3m, yesterday", text},
      {"until", 0, "DATE", "published on that day or earlier", text},
      Option{"outlet", 0, "NAME", "only from this outlet; repeatable, as the next four", field}
          .repeated(),
      Option{"section", 0, "NAME", "only from this section", field}.repeated(),
      Option{"language", 0, "CODE", "only in this language", field}.repeated(),
      Option{"author", 0, "NAME", "only by this author", field}.repeated(),
      Option{"topic", 0, "NAME", "only on this topic", field}.repeated(),
      Option{"sort", 0, "ORDER", "relevance (the default), newest or oldest"}.one_of(
          {"relevance", "newest", "oldest"}),
      Option{"duplicates", 0, "WHAT",
             "articles that tell the story of another, such as copies of one report in several "
             "outlets: hide (the default) shows the best and names the others, show shows each, "
             "only shows the stories that several articles tell"}
          .one_of({"hide", "show", "only"}),
      Option{"rank", 0, "NAME",
             "how hits are scored: default, bm25, recent, or a file; '--rank help' lists all there "
             "is to set"}
          .one_of({"default", "bm25", "recent", "help"}),
      {"timeout", 0, "SECONDS",
       "wait so long for parts of the index on other machines (default: 10); those that do not "
       "answer are left out, and named",
       text},
      {"require-all-shards", 0, "", "fail rather than leave out a part of the index"},
      Option{"any", 0, "",
             "find articles with any word of the query, those with more first (the default: it "
             "forgives a word too many, and the best hits are the same)"}
          .opposite_of("all"),
      Option{"all", 0, "", "find only articles with every word of the query"}.opposite_of("any"),
  };
}

/// What to make of the hits.
OptionList answer_options() {
  OptionList options = {
      Option{"format", 0, "NAME",
             "text (the default), json, jsonl, csv, cite, bibtex, markdown, trec, ids, urls or "
             "paths"}
          .one_of({"text", "json", "jsonl", "csv", "cite", "bibtex", "markdown", "trec", "ids",
                   "urls", "paths"}),
      {"interactive", 0, "",
       "search as you type, on the whole screen, with the article beside the hits, filters to "
       "choose from, and keys to read, open and cite; begins with QUERY, if there is one"},
      {"null", '0', "", "end ids, urls and paths with a zero byte, for xargs -0"},
      {"queries", 0, "FILE",
       "answer the queries of FILE, one 'id<TAB>query' a line; - for standard input", file},
      {"count", 0, "",
       "print only how many articles match; with --duplicates hide or only, how many stories"},
      Option{"facet", 0, "FIELD",
             "count all matches by outlet, section, language, author, topic, year or month; "
             "repeatable; hits follow only if --limit is given"}
          .repeated()
          .one_of({"outlet", "section", "language", "author", "topic", "year", "month"}),
      Option{"timeline", 0, "UNIT",
             "count all matches by day, week, month or year, and their share of all articles of "
             "that time; hits follow only if --limit is given"}
          .one_of({"day", "week", "month", "year"}),
      {"like", 0, "ID", "find articles like the one with this id; a QUERY narrows them down", text},
      {"show", 0, "ID", "print the whole article with this id, as text, json or jsonl", text},
      {"open", 0, "N", "open hit N in the browser: its url, else the file that it was read from",
       text},
      {"save", 0, "NAME", "keep the QUERY and its conditions under a name, for --new", text},
      {"new", 0, "NAME",
       "answer a saved search with what was indexed since it was saved or last asked; exit with 1 "
       "if that is nothing",
       text},
      {"saved", 0, "", "list the saved searches"},
      {"forget", 0, "NAME", "drop a saved search", text},
      Option{"values", 0, "FIELD",
             "list the values that articles have in a field, the most frequent first: outlet, "
             "section, language, author or topic; with a QUERY, those that begin so"}
          .one_of({"outlet", "section", "language", "author", "topic"}),
  };
  for (Option& option : options) option.configurable = false;
  return options;
}

/// How to show them.
OptionList display_options() {
  const std::vector<std::string> when = {"auto", "always", "never"};
  return {
      {"snippet-length", 0, "N",
       "let a snippet fill at most N columns: 20 to 10000, or 0 for no snippets (default: 300)",
       text},
      {"facet-limit", 0, "N", "show so many values of each facet (default: 10)", text},
      {"explain", 0, "", "say how the query was read and what each score is made of"},
      Option{"color", 0, "WHEN", "auto (the default), always or never"}.one_of(when),
      Option{"hyperlink", 0, "WHEN",
             "make titles links: auto (where the terminal is known to show them), always or never"}
          .one_of(when),
      Option{"pager", 0, "",
             "show results through $PAGER, or less -FIRX, even if they fit on the screen"}
          .opposite_of("no-pager"),
      Option{"no-pager", 0, "", "never show results through a pager"}.opposite_of("pager"),
      Option{"no-config", 0, "", "read no configuration file"}.command_line_only(),
      Option{"generate", 0, "WHAT",
             "print the manual page (man), or a completion for bash, zsh or fish"}
          .one_of({"man", "bash", "zsh", "fish"})
          .command_line_only(),
      Option{"help", 'h', "", "print this help"}.command_line_only(),
      Option{"version", 0, "", "print the version"}.command_line_only(),
  };
}

}  // namespace

const OptionList& search_option_table() {
  static const OptionList all = [] {
    OptionList options;
    for (const OptionList& part : {query_options(), answer_options(), display_options()}) {
      options.insert(options.end(), part.begin(), part.end());
    }
    return options;
  }();
  return all;
}

}  // namespace news
