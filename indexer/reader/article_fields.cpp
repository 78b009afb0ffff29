// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/article_fields.hpp"

#include "news/article/byline.hpp"
#include "news/article/dates.hpp"
#include "news/base/ascii.hpp"

#include <algorithm>
#include <unordered_map>

namespace news {

namespace {

struct Names {
  Field field;
  /// Best first; lower case, letters and digits only.
  std::vector<std::string_view> names;
};

const std::vector<Names>& known_names() {
  static const std::vector<Names> names = {
      {Field::id, {"id", "articleid", "docid", "docno", "guid", "uuid", "uri", "idstr", "newid"}},
      {Field::url,
       {"url", "link", "articleurl", "canonicalurl", "weburl", "permalink", "sourceurl", "href"}},
      {Field::title, {"title", "headline", "articletitle", "webtitle", "head", "heading", "name"}},
      {Field::body,
       {"maintext", "body", "text", "articlebody", "fulltext", "articletext", "bodytext", "content",
        "story", "article", "paragraphs", "document", "plaintext"}},
      {Field::summary, {"summary", "description", "abstract", "lead", "trailtext", "snippet"}},
      {Field::authors,
       {"authors", "author", "byline", "creator", "writer", "dccreator", "journalist"}},
      {Field::published, {"datepublished",  "published",          "publishedat",
                          "publishdate",    "datepublish",        "publicationdate",
                          "pubdate",        "publisheddate",      "publishedtime",
                          "firstpublished", "webpublicationdate", "date",
                          "datetime",       "timestamp",          "time",
                          "created",        "createdat",          "datecreated",
                          "publishedon",    "releasedate",        "day"}},
      {Field::modified,
       {"datemodified", "modified", "modifiedat", "datemodify", "updated", "updatedat",
        "lastmodified", "lastupdated", "dateupdated"}},
      {Field::outlet,
       {"outlet", "publication", "publisher", "newspaper", "sourcename", "source", "sitename",
        "site", "sourcedomain", "domain", "provider", "agency"}},
      {Field::section,
       {"section", "category", "articlesection", "sectionname", "desk", "channel", "newsdesk"}},
      {Field::topics,
       {"topics", "topic", "tags", "keywords", "categories", "subjects", "subject", "tag",
        "labels"}},
      {Field::language, {"language", "lang", "inlanguage", "locale", "languagecode"}}};
  return names;
}

struct KnownName {
  Field field;
  int rank;  ///< 1 is the best name
};

std::optional<KnownName> find_name(std::string_view name) {
  static const auto table = [] {
    std::unordered_map<std::string_view, KnownName> map;
    for (const Names& entry : known_names()) {
      int rank = 0;
      for (const std::string_view known : entry.names) map[known] = {entry.field, ++rank};
    }
    return map;
  }();
  std::string key;
  for (const char c : name) {
    if (c != '_' && c != '-' && c != ' ' && c != ':') key.push_back(ascii::to_lower(c));
  }
  const auto found = table.find(key);
  if (found == table.end()) return std::nullopt;
  return found->second;
}

std::string joined(const std::vector<std::string>& paragraphs) {
  std::string out;
  for (const std::string& paragraph : paragraphs) {
    if (!out.empty()) out.push_back('\n');
    out += paragraph;
  }
  return out;
}

/// "sport; football" and "sport, football" are two topics.
std::vector<std::string> split_topics(const std::vector<std::string>& values) {
  std::vector<std::string> topics;
  for (const std::string& value : values) {
    std::string_view rest = value;
    while (true) {
      const std::size_t end = rest.find_first_of(",;|");
      topics.emplace_back(rest.substr(0, end));
      if (end == std::string_view::npos) break;
      rest.remove_prefix(end + 1);
    }
  }
  return topics;
}

}  // namespace

bool ArticleFields::knows(std::string_view name) { return find_name(name).has_value(); }

void ArticleFields::set(std::string_view name, std::vector<std::string> values) {
  const auto known = find_name(name);
  if (!known) return;
  has_text_field_ |=
      known->field == Field::title || known->field == Field::body || known->field == Field::summary;
  std::erase_if(values, [](const std::string& value) { return ascii::trim(value).empty(); });
  if (values.empty()) return;
  Value& field = fields_[static_cast<std::size_t>(known->field)];
  if (field.rank != 0 && field.rank <= known->rank) return;
  field = {known->rank, std::move(values)};
}

bool ArticleFields::is_article() const {
  const bool has_text = !all(Field::title).empty() || has_body() || !all(Field::summary).empty();
  const bool has_name = !all(Field::id).empty() || !all(Field::url).empty();
  return has_text || (has_text_field_ && has_name);
}

const std::vector<std::string>& ArticleFields::all(Field field) const {
  return fields_[static_cast<std::size_t>(field)].values;
}

std::string ArticleFields::first(Field field) const {
  return all(field).empty() ? std::string() : all(field).front();
}

Article ArticleFields::article() const {
  Article article;
  article.id = first(Field::id);
  article.url = first(Field::url);
  article.title = first(Field::title);
  article.body = joined(all(has_body() ? Field::body : Field::summary));
  for (const std::string& name : all(Field::authors)) {
    for (std::string& author : authors_of(name)) article.authors.push_back(std::move(author));
  }
  article.language = Language::parse(first(Field::language)).value_or(Language());
  article.published = parse_date(first(Field::published), article.language);
  article.modified = parse_date(first(Field::modified), article.language);
  article.outlet = first(Field::outlet);
  article.section = first(Field::section);
  article.topics = split_topics(all(Field::topics));
  return article;
}

}  // namespace news
