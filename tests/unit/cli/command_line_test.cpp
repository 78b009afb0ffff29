// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/command_line.hpp"

#include "news/base/error.hpp"

#include <string>
#include <vector>

#include <boost/program_options/value_semantic.hpp>
#include <doctest/doctest.h>

using namespace news;

namespace {

namespace po = boost::program_options;

po::variables_map parsed(const std::vector<std::string>& arguments) {
  po::options_description options;
  options.add_options()("rebuild", "")("index,i", po::value<std::string>(), "")(
      "path", po::value<std::vector<std::string>>(), "");
  po::positional_options_description positional;
  positional.add("path", -1);
  return parse_command_line(arguments, options, positional);
}

}  // namespace

TEST_CASE("command line: options and what they are given") {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"--index", "a", "p", "--rebuild", "q"},
        {"p", "q", "--rebuild", "-i", "a"},
        {"--rebuild", "-ia", "p", "q"},
        {"--index=a", "--rebuild", "--", "p", "q"}}) {
    const po::variables_map values = parsed(arguments);
    CHECK(text_of(values, "index") == "a");
    CHECK(values.count("rebuild") == 1);
    CHECK(values["path"].as<std::vector<std::string>>() == std::vector<std::string>{"p", "q"});
  }
}

TEST_CASE("command line: what is not given has the value that is asked for") {
  const po::variables_map values = parsed({});
  CHECK(text_of(values, "index").empty());
  CHECK(text_of(values, "index", "news.idx") == "news.idx");
}

TEST_CASE("command line: behind -- nothing is an option") {
  CHECK(parsed({"--", "--rebuild"})["path"].as<std::vector<std::string>>().front() == "--rebuild");
}

TEST_CASE("command line: what cannot be read is an error of usage") {
  for (const std::string argument : {"--nothing", "--re", "-x", "--index", "--rebuild=yes"}) {
    CAPTURE(argument);
    CHECK_THROWS_AS(parsed({argument}), UsageError);
  }
}
