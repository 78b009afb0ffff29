// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/option_table.hpp"

#include "indexer/reader/registry.hpp"

#include <fmt/format.h>

namespace news {

namespace {

using enum OptionValue;

std::vector<std::string> reader_name_list() {
  std::vector<std::string> names;
  for (const std::string_view name : reader_names()) names.emplace_back(name);
  return names;
}

/// What to read, and how to build.
OptionList build_options() {
  return {
      {"index", 'i', "DIR", "the index to bring up to date (default: $NEWS_INDEX, or ./news.idx)",
       folder},
      Option{"format", 0, "NAME",
             "read every file as NAME instead of recognizing it:" + format_names()}
          .one_of(reader_name_list())
          .command_line_only(),
      Option{"columns", 0, "FIELD=COLUMN,...",
             "what the columns of tables hold, by number or name: title=2,body=3 (default: found "
             "out)",
             text}
          .command_line_only(),
      {"language", 0, "CODE",
       "language of articles that do not say theirs, or auto (the default) to detect it", text},
      Option{"rebuild", 0, "", "build the index anew beside the old one and switch at the end"}
          .command_line_only(),
      {"prune", 0, "", "drop the articles of files under PATH that are gone"},
      {"threads", 'j', "N", "threads to work with (default: all cores)", text},
      {"memory", 0, "SIZE",
       "memory to gather words in, such as 256M (default: 512M); more go to temporary files", text},
      {"compress-terms", 0, "",
       "compress term lists: an index a tenth smaller, built a fifth slower"},
      {"max-unpacked", 0, "SIZE",
       "read no more than SIZE, such as 500G, out of one packed file (default: 64G)", text},
      {"wait", 0, "SECONDS", "wait for another writer instead of failing at once", text},
      {"strict", 0, "", "exit with 1 if something could not be read"},
  };
}

/// What to do instead.
OptionList action_options() {
  OptionList options = {
      {"extract", 0, "", "write the articles as JSON Lines to standard output; touch no index"},
      {"stats", 0, "", "describe the index"},
      {"check", 0, "", "verify every file of the index"},
      {"repair", 0, "",
       "bring a damaged index to its last whole state, and say what must be read again"},
      {"compact", 0, "", "merge the segments of the index into one"},
      {"json", 0, "", "print the closing summary, or --stats, as one JSON object"},
  };
  for (Option& option : options) option.configurable = false;
  return options;
}

OptionList display_options() {
  return {
      Option{"progress", 0, "WHEN", "show progress: auto (the default), always or never"}.one_of(
          {"auto", "always", "never"}),
      {"quiet", 'q', "", "print nothing but what could not be read"},
      {"verbose", 'v', "", "name every file that is read"},
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

std::string format_names() {
  std::string names;
  for (const std::string_view name : reader_names()) names += fmt::format(" {}", name);
  return names;
}

const OptionList& index_option_table() {
  static const OptionList all = [] {
    OptionList options;
    for (const OptionList& part : {build_options(), action_options(), display_options()}) {
      options.insert(options.end(), part.begin(), part.end());
    }
    return options;
  }();
  return all;
}

ProgramDescription describe_news_index() {
  return {
      .name = "news-index",
      .summary = "read news and bring an index of it up to date",
      .operands = "PATH...",
      .operands_are_paths = true,
      .options = index_option_table(),
      .before_options =
          {{"DESCRIPTION",
            {{"",
              "Reads everything under each PATH: files and folders, archives and compressed files; "
              "a hyphen is standard input. New articles are added, changed ones replaced, "
              "unchanged "
              "files not read again. What cannot be read is named, counted and skipped. Without a "
              "PATH it shows what the index holds."},
             {"",
              "Web pages, feeds, wire stories, mail, Markdown, plain text, JSON, tables, crawls "
              "and "
              "research collections are recognized by what they hold. A file called .newsignore "
              "names what in its folder is no news, one shell pattern a line."}}}},
      .after_options = {
          {"EXIT STATUS",
           {{"0", "done; what could not be read is named on standard error"},
            {"1", "done, but --strict was given and something could not be read"},
            {"2", "the command line, a file or the index is at fault"},
            {"75", "another process is writing to the index; see --wait"},
            {"130", "interrupted; the index is as it was before, or as far as it was published"}}},
          {"ENVIRONMENT",
           {{"NEWS_INDEX", "the index where no --index is given"},
            {"TMPDIR", "where temporary files are, instead of /tmp"},
            {"XDG_CONFIG_HOME", "where the configuration is, instead of ~/.config"}}},
          {"FILES",
           {{"~/.config/news-index/config",
             "options that always hold, one a line, as 'memory = 256M' or, for a switch, 'prune'; "
             "comments behind #. An option of the command line takes its place."}}},
          {"EXAMPLES",
           {{"news-index ~/news", "make or update ./news.idx"},
            {"news-index --prune ~/news", "and drop the articles of files that are gone"},
            {"zcat dump.gz | news-index --format jsonl -", "from standard input"},
            {"news-index --extract page.html", "show what is read of a page"}}},
          {"SEE ALSO", {{"", "news-search(1)"}}}}};
}

}  // namespace news
