// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/article_json.hpp"

#include "news/cli/json_line.hpp"

namespace news {

namespace {

using Json = nlohmann::ordered_json;

void put(Json& json, const char* name, const std::string& value) {
  if (!value.empty()) json[name] = value;
}

Json origin_json(const Origin& origin) {
  Json json;
  json["path"] = origin.path;
  put(json, "member", origin.member);
  if (origin.record != 0) json["record"] = origin.record;
  return json;
}

}  // namespace

nlohmann::ordered_json article_json(const Article& article) {
  Json json;
  json["id"] = display_id(article);
  put(json, "url", article.url);
  put(json, "title", article.title);
  if (!article.authors.empty()) json["authors"] = article.authors;
  if (article.published) json["published"] = article.published->to_iso8601();
  if (article.modified) json["modified"] = article.modified->to_iso8601();
  if (article.captured) json["captured"] = article.captured->to_iso8601();
  put(json, "outlet", article.outlet);
  put(json, "section", article.section);
  if (article.language.known()) json["language"] = article.language.code();
  if (!article.topics.empty()) json["topics"] = article.topics;
  put(json, "body", article.body);
  json["origin"] = origin_json(article.origin);
  return json;
}

std::string to_json_line(const Article& article) { return json_line(article_json(article)); }

}  // namespace news
