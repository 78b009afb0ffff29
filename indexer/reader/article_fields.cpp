// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/article_fields.hpp"

#include "indexer/markup/html_text.hpp"
#include "news/article/byline.hpp"
#include "news/article/dates.hpp"
#include "news/base/ascii.hpp"
#include "news/text/fold.hpp"

#include <algorithm>
#include <unordered_map>

namespace news {

namespace {

struct Names {
  Field field;
  /// Best first; case and accents folded, without spaces. English names come before others.
  std::vector<std::string_view> names;
};

const std::vector<Names>& known_names() {
  static const std::vector<Names> names = {
      {Field::id, {"id", "articleid", "docid", "docno", "guid", "uuid", "uri", "idstr", "newid"}},
      {Field::url,
       {"url", "link", "articleurl", "canonicalurl", "weburl", "permalink", "sourceurl", "href",
        "enlace", "lien", "ссылка", "链接", "网址", "adresse"}},
      {Field::title,
       {"title",       "headline",    "articletitle", "webtitle",  "head",     "heading",
        "name",        "titre",       "titulo",       "titular",   "titel",    "titolo",
        "schlagzeile", "uberschrift", "manchete",     "kop",       "tytul",    "baslik",
        "judul",       "otsikko",     "overskrift",   "заголовок", "название", "标题",
        "標題",        "タイトル",    "見出し",       "제목",      "العنوان",  "عنوان",
        "शीर्षक"}},
      {Field::body,
       {"maintext",    "bodytext", "body",      "text",        "articlebody", "fulltext",
        "articletext", "content",  "contents",  "contenttext", "story",       "article",
        "paragraphs",  "document", "plaintext", "contenthtml", "bodyxhtml",   "bodyhtml",
        "texte",       "texto",    "testo",     "contenu",     "contenido",   "conteudo",
        "contenuto",   "inhalt",   "tresc",     "tekst",       "icerik",      "metin",
        "isi",         "corps",    "cuerpo",    "corpo",       "artikel",     "текст",
        "содержание",  "正文",     "内容",      "本文",        "본문",        "내용",
        "النص",        "المحتوى",  "نص"}},
      {Field::summary,
       {"leadparagraph", "summary", "description", "shortdescription", "abstract", "lead",
        "trailtext", "snippet", "descriptiontext", "resume", "resumen", "resumo", "zusammenfassung",
        "chapeau", "摘要"}},
      {Field::authors,
       {"authors", "author", "byline", "creator", "writer", "dccreator", "journalist", "auteur",
        "autor", "autore", "verfasser", "yazar", "автор", "作者", "著者", "기자", "المؤلف",
        "الكاتب"}},
      {Field::published,
       {"datepublished",
        "published",
        "publishedat",
        "publishdate",
        "datepublish",
        "publicationdate",
        "pubdate",
        "publisheddate",
        "publishedtime",
        "firstpublished",
        "webpublicationdate",
        "date",
        "datetime",
        "timestamp",
        "time",
        "created",
        "createdat",
        "datecreated",
        "publishedon",
        "releasedate",
        "day",
        "seendate",
        "firstcreated",
        "versioncreated",
        "datum",
        "fecha",
        "tarih",
        "tanggal",
        "дата",
        "日期",
        "日付",
        "发布时间",
        "날짜",
        "التاريخ",
        "datedepublication",
        "veroffentlicht"}},
      {Field::modified,
       {"datemodified", "modified", "modifiedat", "datemodify", "updated", "updatedat",
        "lastmodified", "lastupdated", "dateupdated"}},
      {Field::captured, {"captured", "datedownload", "crawldate", "fetchedat"}},
      {Field::outlet,
       {"outlet",   "publication", "publisher",    "newspaper", "sourcename", "source",
        "sitename", "site",        "sourcedomain", "domain",    "provider",   "agency",
        "quelle",   "fuente",      "fonte",        "bron",      "zeitung",    "journal",
        "kaynak",   "источник",    "来源",         "出处",      "المصدر"}},
      {Field::section,
       {"section",   "category",  "articlesection", "sectionname", "desk",    "channel",
        "newsdesk",  "rubrique",  "rubrik",         "ressort",     "seccion", "categoria",
        "categorie", "kategorie", "kategori",       "kategoria",   "sezione", "secao",
        "рубрика",   "категория", "类别",           "分类",        "القسم",   "التصنيف"}},
      {Field::topics,
       {"topics", "topic", "tags", "keywords", "categories", "subjects", "subject", "tag", "labels",
        "schlagworte", "motscles", "temas", "temi", "theme", "thema", "tema", "теги", "关键词"}},
      {Field::language,
       {"language", "lang", "inlanguage", "locale", "languagecode", "langue", "sprache", "idioma",
        "lingua", "язык", "语言"}}};
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
  constexpr std::size_t longest_name = 256;
  if (name.size() > longest_name) return std::nullopt;
  std::string key;
  const std::string folded = ascii::is_ascii(name) ? std::string() : fold_marks(fold_case(name));
  for (const char c : folded.empty() ? name : folded) {
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

/// The authors in an entry of a list.
std::vector<std::string> listed_authors(const std::string& entry) {
  std::vector<std::string> authors = authors_of(entry);
  const bool split = authors.size() > 1 && byline_opening(entry) == 0;
  if (split && entry.find(',') != entry.npos) return {entry};
  return authors;
}

/// How programs write that there is no value.
bool is_no_value(std::string_view value) {
  value = ascii::trim(value);
  return value.empty() || value == "[]" || value == "nan" || value == "NaN" || value == "null" ||
         value == "None";
}

/// The string in quotes, single or double, that `rest` begins with, which is taken from it.
std::optional<std::string> take_quoted(std::string_view& rest) {
  rest = ascii::trim(rest);
  if (!rest.starts_with('"') && !rest.starts_with('\'')) return std::nullopt;
  std::string out;
  for (std::size_t at = 1; at < rest.size(); ++at) {
    if (rest[at] == rest.front()) {
      rest = ascii::trim(rest.substr(at + 1));
      return out;
    }
    const bool escape = rest[at] == '\\' && at + 1 < rest.size();
    if (escape) ++at;
    out.push_back(escape && rest[at] == 'n' ? '\n' : rest[at]);
  }
  return std::nullopt;
}

/// The entries of a list in writing, as Python or JSON has it; nothing if `text` is none.
std::optional<std::vector<std::string>> written_list(std::string_view text) {
  text = ascii::trim(text);
  if (!text.starts_with('[') || !text.ends_with(']')) return std::nullopt;
  std::string_view rest = text.substr(1, text.size() - 2);
  std::vector<std::string> entries;
  while (true) {
    auto entry = take_quoted(rest);
    if (!entry) return std::nullopt;
    entries.push_back(std::move(*entry));
    if (rest.empty()) return entries;
    if (!rest.starts_with(',')) return std::nullopt;
    rest.remove_prefix(1);
  }
}

/// A value that may be HTML, as its text. Where nothing in it divides lines, its own lines do.
std::string plain(const std::string& value) {
  const Markup markup = markup_in(value);
  if (markup == Markup::none) return value;
  if (markup == Markup::blocks) return html_to_text(value);
  std::string text;
  std::string_view rest = value;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (!text.empty()) text += '\n';
    text += html_to_text(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return text;
}

}  // namespace

bool ArticleFields::knows(std::string_view name) { return find_name(name).has_value(); }

std::optional<Field> ArticleFields::field_of(std::string_view name) {
  const auto known = find_name(name);
  if (!known) return std::nullopt;
  return known->field;
}

void ArticleFields::set(std::string_view name, std::vector<std::string> values, bool is_list) {
  const auto known = find_name(name);
  if (!known) return;
  has_text_field_ |=
      known->field == Field::title || known->field == Field::body || known->field == Field::summary;
  auto written = values.size() == 1 && !is_list ? written_list(values.front()) : std::nullopt;
  if (written) values = std::move(*written);
  std::erase_if(values, is_no_value);
  if (values.empty()) return;
  auto& field = fields_[static_cast<std::size_t>(known->field)];
  const auto place = std::find_if(field.begin(), field.end(),
                                  [&](const Value& value) { return value.rank > known->rank; });
  field.insert(place, {known->rank, std::move(values), is_list || written.has_value()});
}

bool ArticleFields::has_name() const {
  return has_title() || !all(Field::id).empty() || !all(Field::url).empty();
}

bool ArticleFields::is_article() const {
  const bool has_text = has_title() || has_body() || !all(Field::summary).empty();
  return has_text || (has_text_field_ && has_name());
}

const ArticleFields::Value& ArticleFields::best(Field field) const {
  static const Value none;
  const auto& values = fields_[static_cast<std::size_t>(field)];
  return values.empty() ? none : values.front();
}

const std::vector<std::string>& ArticleFields::all(Field field) const { return best(field).values; }

std::string ArticleFields::first(Field field) const {
  return all(field).empty() ? std::string() : all(field).front();
}

std::optional<Timestamp> ArticleFields::date(Field field, Language language) const {
  for (const Value& value : fields_[static_cast<std::size_t>(field)]) {
    if (const auto when = parse_date(value.values.front(), language)) return when;
  }
  return std::nullopt;
}

Article ArticleFields::article() const {
  Article article;
  article.id = first(Field::id);
  article.url = first(Field::url);
  article.title = plain(first(Field::title));
  article.body = plain(joined(all(has_body() ? Field::body : Field::summary)));
  for (const std::string& name : all(Field::authors)) {
    const bool is_list = best(Field::authors).is_list;
    for (std::string& author : is_list ? listed_authors(name) : authors_of(name))
      article.authors.push_back(std::move(author));
  }
  article.language = Language::parse(first(Field::language)).value_or(Language());
  article.published = date(Field::published, article.language);
  article.modified = date(Field::modified, article.language);
  article.captured = date(Field::captured, article.language);
  article.outlet = first(Field::outlet);
  article.section = first(Field::section);
  article.topics = all(Field::topics);
  if (!best(Field::topics).is_list) article.topics = split_topics(article.topics);
  return article;
}

}  // namespace news
