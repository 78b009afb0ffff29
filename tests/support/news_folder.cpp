// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/news_folder.hpp"

#include <sstream>

namespace news::test {

Outcome NewsFolder::index(std::vector<std::string> options) const {
  options.insert(options.begin(), {"--index", index_folder()});
  options.push_back(news());
  return news_index(options);
}

nlohmann::json NewsFolder::summary(std::vector<std::string> options) const {
  options.emplace_back("--json");
  return nlohmann::json::parse(index(std::move(options)).out);
}

Outcome NewsFolder::search(std::vector<std::string> arguments) const {
  arguments.insert(arguments.begin(), {"--index", index_folder()});
  return news_search(arguments);
}

std::string NewsFolder::ids(std::vector<std::string> arguments) const {
  arguments.insert(arguments.begin(), {"--format", "jsonl"});
  std::istringstream lines(search(std::move(arguments)).out);
  std::string ids;
  for (std::string line; std::getline(lines, line);) {
    ids += (ids.empty() ? "" : " ") + nlohmann::json::parse(line)["id"].get<std::string>();
  }
  return ids;
}

std::string article_line(const std::string& id, const std::string& title, const std::string& body) {
  const nlohmann::json json{{"id", id}, {"title", title}, {"body", body}};
  return json.dump() + "\n";
}

}  // namespace news::test
