// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/article_fields.hpp"
#include "indexer/reader/formats.hpp"
#include "indexer/reader/table/columns.hpp"
#include "indexer/reader/table/dialect.hpp"
#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"
#include "news/text/encoding.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace news {

namespace {

/// By so much of a table its dialect and columns are found.
constexpr std::size_t survey_bytes = std::size_t{256} * 1024;
constexpr std::size_t survey_rows = 200;

/// After so many quotes that were never closed, quotes mean nothing in a table.
constexpr std::size_t max_stray_quotes = 64;

/// What a row's parsing needs to know of its table.
struct TableNotes : SourceNotes {
  Dialect dialect;
  TableColumns columns;
  std::string encoding;
};

/// "sep=;", by which spreadsheets are told the delimiter.
std::size_t separator_line(std::string_view head) {
  if (!head.starts_with("sep=") || head.size() < 6) return 0;
  const std::size_t end = head.substr(0, 8).find('\n');
  return end == std::string_view::npos ? 0 : end + 1;
}

/// Where a start that may be cut inside a character has its last whole one.
std::string_view whole_characters(std::string_view head) {
  const std::size_t line = head.rfind('\n');
  return line == std::string_view::npos ? head : head.substr(0, line + 1);
}

std::vector<Cells> surveyed_rows(std::string_view head, Dialect dialect,
                                 const std::string& encoding) {
  std::vector<Cells> rows;
  for (const std::string_view row : first_rows(head, dialect, survey_rows)) {
    rows.push_back(split_row(decode_text(row, encoding).text, dialect));
  }
  return rows;
}

/// Cuts a table into rows, once its start has told how.
class TableFramer : public RecordFramer {
 public:
  TableFramer(InputWindow& input, std::string_view delimiters, ColumnChoice choice)
      : input_(input), delimiters_(delimiters), choice_(std::move(choice)) {}

  std::optional<RawRecord> next() override {
    if (!std::exchange(surveyed_, true)) {
      survey();
      if (!notes_->columns.refusal.empty()) {
        return RawRecord{.number = 0, .bytes = {}, .defect = notes_->columns.refusal, .notes = {}};
      }
    }
    if (!notes_->columns.refusal.empty()) return std::nullopt;
    while (true) {
      RawRecord record;
      const auto row = take_row(record);
      if (!row) return std::nullopt;
      if (!record.defect.empty() || !row->empty()) return record;
    }
  }

 private:
  void survey() {
    auto notes = std::make_shared<TableNotes>();
    std::string_view head = input_.peek(survey_bytes).substr(0, survey_bytes);
    if (const std::size_t line = separator_line(head)) {
      delimiters_ = std::string(1, head[4]);
      input_.consume(line);
      head = input_.peek(survey_bytes).substr(0, survey_bytes);
    }
    notes->encoding = decode_text(whole_characters(head)).encoding;
    const auto sniffed = sniff_dialect(head, delimiters_);
    notes->dialect = sniffed ? sniffed->dialect : Dialect{delimiters_.front(), '"'};
    dialect_ = notes->dialect;
    columns_ = sniffed ? sniffed->columns : 1;
    notes->columns = find_columns(surveyed_rows(head, dialect_, notes->encoding), choice_);
    header_due_ = notes->columns.has_header;
    auto unquoted = std::make_shared<TableNotes>(*notes);
    unquoted->dialect.quote = '\0';
    unquoted_notes_ = std::move(unquoted);
    notes_ = std::move(notes);
  }

  /// The bytes of the next row, which are empty if it has none that count; nothing at the end.
  std::optional<std::string_view> take_row(RawRecord& record) {
    input_.consume(std::exchange(taken_, 0));
    if (input_.data().empty() && !input_.fill()) return std::nullopt;
    RowScanner scanner(dialect_);
    const auto state = scan(scanner);
    const bool doubtful =
        scanner.lines() > 1 && (scanner.doubtful() || scanner.cells() != columns_);
    if (state != RowScanner::State::whole || doubtful) {
      RowScanner line({dialect_.delimiter, '\0'});
      const auto line_state = scan(line);
      if (line_state != RowScanner::State::whole) return hand_over(record, line, "a line too long");
      if (line.cells() == columns_) return plain(record, line);
      if (state != RowScanner::State::whole) {
        count_stray_quote();
        return hand_over(record, line, "a quote that is never closed");
      }
    }
    if (scanner.bytes() > max_record_bytes) return hand_over(record, scanner, "a row too long");
    return hand_over(record, scanner, {});
  }

  RowScanner::State scan(RowScanner& scanner) {
    bool last = false;
    while (true) {
      const auto state = scanner.advance(input_.data(), last);
      if (state != RowScanner::State::more) return state;
      if (scanner.bytes() > max_record_bytes) return RowScanner::State::never_ends;
      last = !input_.fill();
      at_end_ |= last;
    }
  }

  /// A row whose quotes are text.
  std::optional<std::string_view> plain(RawRecord& record, const RowScanner& line) {
    count_stray_quote();
    const auto row = hand_over(record, line, {});
    if (record.notes != nullptr) record.notes = unquoted_notes_;
    return row;
  }

  /// Each may cost a look through as much as a cell can have.
  void count_stray_quote() {
    if (++stray_quotes_ == max_stray_quotes) dialect_.quote = '\0';
  }

  std::optional<std::string_view> hand_over(RawRecord& record, const RowScanner& row,
                                            std::string defect) {
    const std::string_view bytes = input_.data().substr(0, row.bytes());
    taken_ = row.bytes();
    if (header_due_ && !row.blank()) {
      header_due_ = false;
      header_ = bytes;
      return std::string_view();
    }
    if (bytes == header_) return std::string_view();  // tables one behind the other
    record.number = ++count_;
    record.rest_unread = at_end_;
    if (row.blank() && defect.empty()) return std::string_view();
    record.defect = std::move(defect);
    if (!record.defect.empty()) return bytes;
    record.bytes = bytes;
    record.notes = dialect_ == notes_->dialect ? notes_ : unquoted_notes_;
    return bytes;
  }

  InputWindow& input_;
  std::string delimiters_;
  ColumnChoice choice_;
  std::shared_ptr<const TableNotes> notes_;
  std::shared_ptr<const TableNotes> unquoted_notes_;  ///< the same for rows whose quotes are text
  Dialect dialect_;
  std::size_t columns_ = 0;
  std::size_t taken_ = 0;  ///< of the row that was handed over last
  std::size_t stray_quotes_ = 0;
  std::string header_;
  bool surveyed_ = false;
  bool header_due_ = false;
  bool at_end_ = false;  ///< the last row has no line end, so it may have been longer
  std::uint64_t count_ = 0;
};

/// Tables with a row an article. CSV and TSV differ in nothing but the delimiters looked for.
class TableReader : public Reader {
 public:
  TableReader(std::string_view name, std::string_view delimiters,
              std::vector<std::string_view> endings)
      : name_(name), delimiters_(delimiters), endings_(std::move(endings)) {}

  std::string_view name() const override { return name_; }

  /// By its name, or by a header with names of an article's parts that the rows below agree with.
  bool recognizes(const Sample& sample) const override {
    if (ascii::trim(sample.head).starts_with('<')) return false;  // a page, whatever its name
    const std::string name = ascii::to_lower(sample.name);
    for (const std::string_view ending : endings_) {
      if (name.ends_with(ending)) return true;
    }
    const std::string_view head = sample.head.substr(separator_line(sample.head));
    const std::string_view line = head.substr(0, head.find('\n'));
    constexpr std::size_t longest_header = 2000;
    if (line.size() > longest_header) return false;
    // Most texts are no tables, and their first lines say so before all is looked at.
    const bool may_be_header =
        std::any_of(delimiters_.begin(), delimiters_.end(), [line](char delimiter) {
          return line.find(delimiter) != std::string_view::npos &&
                 is_known_header(split_row(line, {delimiter, '"'}));
        });
    if (!may_be_header) return false;
    const auto sniffed = sniff_dialect(head, delimiters_);
    if (!sniffed) return false;
    const auto rows = first_rows(head, sniffed->dialect, 3);
    if (rows.size() < 2 || !is_known_header(split_row(rows.front(), sniffed->dialect)))
      return false;
    return std::all_of(rows.begin(), rows.end(), [&](std::string_view row) {
      return split_row(row, sniffed->dialect).size() == sniffed->columns;
    });
  }

  std::unique_ptr<RecordFramer> frame(InputWindow& input) const override {
    return frame_columns(input, {});
  }

  std::unique_ptr<RecordFramer> frame_columns(InputWindow& input,
                                              const ColumnChoice& choice) const override {
    return std::make_unique<TableFramer>(input, delimiters_, choice);
  }

  std::vector<Parsed> parse(const RawRecord& record) const override {
    const auto* notes = dynamic_cast<const TableNotes*>(record.notes.get());
    if (notes == nullptr) return {Unreadable{"a row without its table"}};
    Cells cells = split_row(decode_text(record.bytes, notes->encoding).text, notes->dialect);
    const std::vector<std::string>& names = notes->columns.fields;
    ArticleFields fields;
    for (std::size_t i = 0; i < std::min(cells.size(), names.size()); ++i) {
      if (!names[i].empty()) fields.set(names[i], {std::move(cells[i])});
    }
    const bool has_text = fields.has_title() || fields.has_body() || fields.is_article();
    if (has_text) return {fields.article()};
    return {Unreadable{cells.size() < names.size()
                           ? fmt::format("{} columns where the table has {}, and no text",
                                         cells.size(), names.size())
                           : std::string("no text in the columns for it")}};
  }

 private:
  std::string_view name_;
  std::string_view delimiters_;
  std::vector<std::string_view> endings_;
};

}  // namespace

std::unique_ptr<Reader> make_csv_reader() {
  return std::make_unique<TableReader>("csv", ",;|\t",
                                       std::vector<std::string_view>{".csv", ".psv"});
}

std::unique_ptr<Reader> make_tsv_reader() {
  return std::make_unique<TableReader>("tsv", "\t", std::vector<std::string_view>{".tsv", ".tab"});
}

}  // namespace news
