// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/printable.hpp"
#include "searcher/render/renderer.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace news {

namespace {

constexpr std::string_view line_end = "\r\n";  // RFC 4180

/// Text for a cell. A spreadsheet would run what begins like a formula; an apostrophe in front
/// makes it text. See OWASP, "CSV Injection".
std::string harmless(std::string_view text) {
  std::string cell = printable(text);
  constexpr std::string_view formula_starts = "=+-@";
  if (!cell.empty() && formula_starts.find(cell.front()) != std::string_view::npos) {
    cell.insert(cell.begin(), '\'');
  }
  return cell;
}

std::string joined(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : "; ") + value;
  return out;
}

std::vector<std::string> ids_of(const std::vector<Duplicate>& duplicates) {
  std::vector<std::string> ids;
  for (const Duplicate& duplicate : duplicates) ids.push_back(duplicate.id);
  return ids;
}

/// A record of RFC 4180: what has a comma or a quotation mark in it stands in quotation marks.
class Record {
 public:
  void add(std::string_view cell) {
    if (!std::exchange(first_, false)) text_ += ',';
    if (cell.find_first_of(",\"") == std::string_view::npos) {
      text_ += cell;
      return;
    }
    text_ += '"';
    for (const char c : cell) {
      if (c == '"') text_ += '"';
      text_ += c;
    }
    text_ += '"';
  }
  void add_text(std::string_view text) { add(harmless(text)); }

  std::string line() const { return text_ + std::string(line_end); }

 private:
  std::string text_;
  bool first_ = true;
};

/// `--format csv`: a table for spreadsheets.
class CsvRenderer : public Renderer {
 public:
  explicit CsvRenderer(const CsvSettings& settings) : settings_(settings) {}

  std::string begin() override {
    const std::string columns =
        settings_.counts ? "field,value,hits,articles"
                         : "rank,id,score,title,url,outlet,authors,published,section,language,"
                           "topics,origin,snippet,duplicates";
    return (settings_.several_queries ? "query_id," : "") + columns + std::string(line_end);
  }

  std::string result(const SearchResult& result, const std::string& query_id) override {
    return settings_.counts ? counts(result, query_id) : hits(result, query_id);
  }

 private:
  Record record(const std::string& query_id) const {
    Record record;
    if (settings_.several_queries) record.add_text(query_id);
    return record;
  }

  std::string hits(const SearchResult& result, const std::string& query_id) const {
    std::string out;
    for (const Hit& hit : result.hits) {
      const Article& article = hit.article;
      Record cells = record(query_id);
      cells.add(std::to_string(hit.rank));
      cells.add_text(display_id(article));
      cells.add(fmt::format("{:.6f}", hit.score));
      cells.add_text(article.title);
      cells.add_text(article.url);
      cells.add_text(article.outlet);
      cells.add_text(joined(article.authors));
      cells.add(article.published ? article.published->to_iso8601() : "");
      cells.add_text(article.section);
      cells.add(article.language.known() ? article.language.code() : "");
      cells.add_text(joined(article.topics));
      cells.add_text(
          to_string(Origin{article.origin.path, {}, article.origin.member, article.origin.record}));
      cells.add_text(hit.snippet.text);
      cells.add_text(joined(ids_of(hit.duplicates)));
      out += cells.line();
    }
    return out;
  }

  std::string counts(const SearchResult& result, const std::string& query_id) const {
    std::string out;
    for (const Facet& facet : result.facets) {
      for (const FacetCount& count : facet.counts) {
        Record cells = record(query_id);
        cells.add(name_of(facet.field));
        cells.add_text(count.value);
        cells.add(std::to_string(count.count));
        cells.add("");
        out += cells.line();
      }
    }
    if (!result.timeline) return out;
    for (const TimelineRow& row : result.timeline->rows) {
      Record cells = record(query_id);
      cells.add(name_of(result.timeline->unit));
      cells.add(row.span.name());
      cells.add(std::to_string(row.hits));
      cells.add(std::to_string(row.articles));
      out += cells.line();
    }
    return out;
  }

  CsvSettings settings_;
};

}  // namespace

std::unique_ptr<Renderer> make_csv_renderer(const CsvSettings& settings) {
  return std::make_unique<CsvRenderer>(settings);
}

}  // namespace news
