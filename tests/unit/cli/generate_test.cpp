// SPDX-License-Identifier: GPL-3.0-or-later
// Manuals and completions that are made from the definition of a program's options.
#include "news/base/error.hpp"
#include "news/cli/program_description.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

const ProgramDescription program = {
    .name = "news-try",
    .summary = "try things",
    .operands = "WORD...",
    .options = {{"index", 'i', "DIR", "where it's kept", OptionValue::folder},
                Option{"sort", 0, "ORDER", "by [date]: or not"}.one_of({"up", "down"}),
                Option{"outlet", 0, "NAME", "from there", OptionValue::field}.repeated(),
                {"all", 0, "", "every word"}},
    .before_options = {{"DESCRIPTION", {{"", ".dots and 'quotes' and a\\backslash"}}}},
    .after_options = {{"EXAMPLES", {{"news-try \"a b\"", "one"}}}}};

std::string made(Generated what) { return generate(what, program, "1.2"); }

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("generate: a manual page in roff") {
  const std::string page = made(Generated::man);
  CHECK(
      page.starts_with(".TH \"NEWS\\-TRY\" 1 \"\" \"news\\-search 1.2\" \"User Commands\"\n"
                       ".SH NAME\nnews\\-try \\- try things\n"));
  CHECK(has(page, "\\fB\\-i\\fR, \\fB\\-\\-index\\fR \\fIDIR\\fR\nWhere it's kept.\n"));
  CHECK(has(page, "\n\\&.dots and 'quotes' and a\\ebackslash\n"));
  CHECK(has(page, ".B \"news\\-try \\(dqa b\\(dq\"\none\n"));
}

TEST_CASE("generate: a completion for bash") {
  const std::string script = made(Generated::bash);
  CHECK(has(script, "compgen -W '--index --sort --outlet --all'"));
  CHECK(has(script, "--sort)\n      COMPREPLY=($(compgen -W 'up down' -- \"$current\"))"));
  CHECK(has(script, "--index|-i)"));
  CHECK(has(script, "_news_try_values outlet"));
  CHECK(has(script, "complete -F _news_try news-try"));
}

TEST_CASE("generate: a completion for zsh") {
  const std::string script = made(Generated::zsh);
  CHECK(script.starts_with("#compdef news-try\n"));
  CHECK(has(script, "'--index=[where it'\\''s kept]:DIR:_files -/'"));
  CHECK(has(script, "'--sort=[by \\[date\\]\\: or not]:ORDER:(up down)'"));
  CHECK(has(script, "'*--outlet=[from there]:NAME: _news_try_values outlet'"));
}

TEST_CASE("generate: a completion for fish") {
  const std::string script = made(Generated::fish);
  CHECK(has(script,
            "complete -c news-try -s i -l index -x -a '(__fish_complete_directories)' -d "
            "'where it\\'s kept'\n"));
  CHECK(has(script, "complete -c news-try -l outlet -x -a '(__news_try_values outlet)'"));
}

TEST_CASE("generate: only what there is") {
  CHECK(parse_generated("zsh") == Generated::zsh);
  CHECK_THROWS_AS(parse_generated("csh"), UsageError);
}
