// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/option_help.hpp"

#include <string>

#include <boost/program_options.hpp>
#include <doctest/doctest.h>

using namespace news;

namespace po = boost::program_options;

TEST_CASE("option help: letters and names and values stand in columns") {
  po::options_description options;
  options.add_options()("index,i", po::value<std::string>()->value_name("DIR"), "the index");
  options.add_options()("rebuild", "build the index anew");
  options.add_options()("a-very-long-name", po::value<std::string>()->value_name("VALUE"), "text");
  CHECK(option_help(options) ==
        "  -i, --index DIR       the index\n"
        "      --rebuild         build the index anew\n"
        "      --a-very-long-name VALUE text\n");
}

TEST_CASE("option help: long texts are broken at spaces and fill their lines") {
  po::options_description options;
  const std::string fifty_six(56, 'x');
  options.add_options()("a", (fifty_six + " " + fifty_six + "y z").c_str());
  const std::string margin(24, ' ');
  CHECK(option_help(options) == "      --a               " + fifty_six + "\n" + margin + fifty_six +
                                    "y\n" + margin + "z\n");
}
