// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/hit_json.hpp"

#include "news/base/utf8.hpp"

namespace news {

namespace {

using Json = nlohmann::ordered_json;

void put(Json& json, const char* name, const std::string& value) {
  if (!value.empty()) json[name] = value;
}

Json snippet_json(const Snippet& snippet) {
  Json highlights = Json::array();
  const std::string_view text = snippet.text;
  std::size_t bytes = 0;
  std::size_t points = 0;
  const auto points_at = [&](std::size_t at) {
    points += utf8::count(text.substr(bytes, at - bytes));
    bytes = at;
    return points;
  };
  for (const ByteRange& range : snippet.highlights) {
    const std::size_t begin = points_at(range.begin);
    highlights.push_back({begin, points_at(range.end)});
  }
  return {{"text", snippet.text}, {"highlights", std::move(highlights)}};
}

}  // namespace

nlohmann::ordered_json hit_json(const Hit& hit) {
  const Article& article = hit.article;
  Json json{{"rank", hit.rank}, {"id", display_id(article)}, {"score", hit.score}};
  for (const ScorePart& part : hit.score_parts) json["score_parts"][part.name] = part.score;
  put(json, "title", article.title);
  put(json, "url", article.url);
  put(json, "outlet", article.outlet);
  if (!article.authors.empty()) json["authors"] = article.authors;
  if (article.published) json["published"] = article.published->to_iso8601();
  put(json, "section", article.section);
  if (article.language.known()) json["language"] = article.language.code();
  if (!article.topics.empty()) json["topics"] = article.topics;
  json["origin"] =
      to_string(Origin{article.origin.path, {}, article.origin.member, article.origin.record});
  json["snippet"] = snippet_json(hit.snippet);
  for (const Duplicate& duplicate : hit.duplicates) {
    Json other{{"id", duplicate.id}};
    put(other, "outlet", duplicate.outlet);
    json["duplicates"].push_back(std::move(other));
  }
  return json;
}

}  // namespace news
