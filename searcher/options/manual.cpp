// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/options/option_table.hpp"

namespace news {

namespace {

ManualSection query_language() {
  return {"QUERY LANGUAGE",
          {{"",
            "Any string is a query. What is not understood is searched as plain words, and a "
            "line on standard error says so."},
           {"ferry inquiry", "articles with any of these words in any form, those with more first"},
           {"\"public inquiry\"", "the words as they stand, stop words among them"},
           {"-cost", "no article with this word"},
           {"ferry AND (fog OR mist) NOT radar", "conditions; AND binds more than OR"},
           {"vaccin*", "every word that begins so"},
           {"harbor~, harbor~2", "words that are a letter or two away"},
           {"ferry NEAR/5 fog", "both, with at most five words between them"},
           {"title:ferry, title:\"public inquiry\"",
            "in the title; so also author: outlet: section: topic: lang: url:"},
           {"date:2005-11, date:2005-11..2006", "published in that time; also since: and until:"}}};
}

ManualSection exit_status() {
  return {"EXIT STATUS",
          {{"0", "there are hits"},
           {"1", "there are none"},
           {"2", "the command line, a file or the index is at fault; standard error says what"},
           {"130", "interrupted"}}};
}

ManualSection environment() {
  return {"ENVIRONMENT",
          {{"NEWS_INDEX", "the index where no --index is given"},
           {"PAGER", "the pager; less -FIRX where it is not set"},
           {"BROWSER", "what --open starts; xdg-open where it is not set"},
           {"NO_COLOR", "no colours, if it is not empty"},
           {"COLUMNS", "the width of the terminal, where it is not known"},
           {"XDG_CONFIG_HOME", "where the configuration is, instead of ~/.config"}}};
}

ManualSection files() {
  return {"FILES",
          {{"~/.config/news-search/config",
            "options that always hold, one a line, as 'limit = 20' or, for a switch, 'all'; "
            "comments behind #. An option of the command line takes the place of all lines that "
            "give it."}}};
}

ManualSection examples() {
  return {"EXAMPLES",
          {{"news-search ferry inquiry", "the best ten articles"},
           {"news-search '\"public inquiry\"' -cost --since 2012 --outlet courier",
            "a phrase, without a word, from one outlet, of the last years"},
           {"news-search --facet outlet --timeline year ferry", "who wrote of it, and when"},
           {"news-search --format ids -0 -n 1000 ferry | xargs -0 -n1 news-search --show",
            "the whole text of a thousand articles"},
           {"news-search --open 1 ferry", "the first hit in the browser"}}};
}

}  // namespace

ProgramDescription describe_news_search() {
  return {
      .name = "news-search",
      .summary = "search an index of news",
      .operands = "QUERY...",
      .options = search_option_table(),
      .before_options = {{"DESCRIPTION",
                          {{"",
                            "Searches an index that news-index made and shows the best "
                            "articles, with the sentences that answer the query. Without "
                            "a QUERY it shows what the index holds."},
                           {"", "Results go to standard output, all else to standard error."}}}},
      .after_options = {query_language(),
                        exit_status(),
                        environment(),
                        files(),
                        examples(),
                        {"SEE ALSO", {{"", "news-index(1)"}}}}};
}

}  // namespace news
