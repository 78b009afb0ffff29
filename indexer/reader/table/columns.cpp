// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/table/columns.hpp"

#include "indexer/reader/article_fields.hpp"
#include "news/article/dates.hpp"
#include "news/base/ascii.hpp"
#include "news/text/fold.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>

namespace news {

namespace {

/// No name of a column is longer.
constexpr std::size_t longest_name = 64;

std::string folded(std::string_view name) { return fold_case(ascii::trim(name)); }

bool is_text_field(Field field) {
  return field == Field::title || field == Field::body || field == Field::summary;
}

bool may_be_names(const Cells& row) {
  std::set<std::string> seen;
  for (const std::string& cell : row) {
    if (cell.size() > longest_name || cell.find('\n') != cell.npos) return false;
    if (ascii::all_digits(ascii::trim(cell)) && row.size() > 1) return false;
    if (!cell.empty() && !seen.insert(folded(cell)).second) return false;
  }
  return !seen.empty();
}

std::size_t known_names(const Cells& row) {
  return static_cast<std::size_t>(std::count_if(row.begin(), row.end(), ArticleFields::knows));
}

/// What the values of a column look like.
struct ColumnLook {
  std::size_t values = 0;
  double mean_bytes = 0;
  double with_spaces = 0;  ///< each as a part of the values
  double urls = 0;
  double dates = 0;
  double numbers = 0;
  double distinct = 0;

  bool is_words() const { return values > 0 && urls < 0.5 && dates < 0.5 && numbers < 0.5; }
};

bool looks_like_url(std::string_view value) {
  value = ascii::trim(value);
  return (value.starts_with("http://") || value.starts_with("https://") ||
          value.starts_with("www.")) &&
         value.find(' ') == std::string_view::npos;
}

bool looks_like_number(std::string_view value) {
  value = ascii::trim(value);
  return !value.empty() && value.find_first_not_of("0123456789.,+-eE%") == std::string_view::npos;
}

/// Not figures alone, which may be anything.
bool looks_like_date(std::string_view value) {
  constexpr std::size_t longest_date = 48;
  value = ascii::trim(value);
  return value.size() >= 8 && value.size() <= longest_date && !ascii::all_digits(value) &&
         std::any_of(value.begin(), value.end(), ascii::is_digit) && parse_date(value).has_value();
}

class Finder {
 public:
  Finder(const std::vector<Cells>& rows, const ColumnChoice& choice)
      : rows_(rows), choice_(choice) {
    std::size_t width = 0;
    for (const Cells& row : rows) width = std::max(width, row.size());
    found_.fields.resize(width);
  }

  TableColumns run() {
    if (rows_.empty()) return refuse("a table without rows");
    for (std::size_t column = 0; column < width(); ++column) looks_.push_back(look_of(column, 1));
    found_.has_header = has_header();
    if (!found_.has_header) {
      for (std::size_t column = 0; column < width(); ++column) looks_[column] = look_of(column, 0);
    }
    if (!take_choice()) return std::move(found_);
    if (found_.has_header) take_names();
    if (choice_.empty()) take_by_content();
    if (!has(Field::body) && !has(Field::title) && !has(Field::summary)) return refuse(no_text());
    // Names of columns may deceive, but not a title beside a body.
    const bool named = found_.has_header && has(Field::title) && has(Field::body);
    if (choice_.empty() && rows_.size() > 1 && !named && !has_prose()) return refuse(no_text());
    return std::move(found_);
  }

 private:
  std::size_t width() const { return found_.fields.size(); }

  TableColumns refuse(std::string reason) {
    found_.refusal = std::move(reason);
    return std::move(found_);
  }

  std::string no_text() const {
    constexpr std::size_t longest_list = 200;
    if (!found_.has_header) return "a table without a column of text";
    std::string names;
    for (const std::string& name : rows_.front()) {
      names += (names.empty() ? "" : ", ") + std::string(ascii::trim(name));
    }
    if (names.size() > longest_list) names = "many";
    return fmt::format("a table without a column of text; its columns: {}", names);
  }

  bool chosen_by_name() const {
    return std::any_of(choice_.begin(), choice_.end(), [&](const ChosenColumn& one) {
      return !one.number() && column_called(one.column).has_value();
    });
  }

  bool has_header() const {
    const Cells& first = rows_.front();
    if (!may_be_names(first)) return false;
    if (chosen_by_name()) return true;
    const std::size_t known = known_names(first);
    if (known >= 2 || (known == 1 && first.size() <= 2)) return true;
    // Else where it is unlike the rows below: no prose where they have some, no URL, no date.
    for (std::size_t column = 0; column < first.size() && rows_.size() > 1; ++column) {
      const ColumnLook& look = looks_[column];
      const std::string_view name = first[column];
      if (look.values == 0 || name.empty()) continue;
      if (look.mean_bytes >= 80 && double(name.size()) * 4 < look.mean_bytes) return true;
      if (look.urls > 0.9 && !looks_like_url(name)) return true;
      if (look.dates > 0.9 && !looks_like_date(name)) return true;
    }
    return false;
  }

  std::optional<std::size_t> column_called(std::string_view name) const {
    const Cells& header = rows_.front();
    for (std::size_t column = 0; column < header.size(); ++column) {
      if (folded(header[column]) == folded(name)) return column;
    }
    return std::nullopt;
  }

  /// Nothing if there is no such column.
  std::optional<std::size_t> column_of(const ChosenColumn& one) const {
    const auto number = one.number();
    if (!number) return column_called(one.column);
    if (*number > width()) return std::nullopt;
    return *number - 1;
  }

  bool take_choice() {
    for (const ChosenColumn& one : choice_) {
      const auto column = column_of(one);
      if (!column) {
        found_.refusal = fmt::format("a table without a column '{}'", one.column);
        return false;
      }
      std::string& field = found_.fields[*column];
      if (!field.empty()) {
        found_.refusal = fmt::format("a table whose column '{}' is to be '{}' and '{}'", one.column,
                                     field, one.field);
        return false;
      }
      field = one.field;
    }
    return true;
  }

  void take_names() {
    const Cells& header = rows_.front();
    std::set<Field> chosen;
    for (const ChosenColumn& one : choice_) chosen.insert(*ArticleFields::field_of(one.field));
    for (std::size_t column = 0; column < header.size(); ++column) {
      const auto field = ArticleFields::field_of(header[column]);
      const bool free = found_.fields[column].empty();
      if (field && free && !chosen.contains(*field)) found_.fields[column] = header[column];
    }
    // What is a date in some languages is anything in others.
    for (std::size_t column = 0; column < header.size(); ++column) {
      const bool free = found_.fields[column].empty() && !has(Field::published);
      if (free && folded(header[column]) == "data" && looks_[column].dates > 0.5) {
        found_.fields[column] = "date";
      }
      const bool label = folded(header[column]) == "label" || folded(header[column]) == "class";
      if (label && found_.fields[column].empty() && looks_[column].is_words() &&
          looks_[column].mean_bytes < 40) {
        found_.fields[column] = "section";
      }
    }
  }

  bool has(Field field) const {
    return std::any_of(
        found_.fields.begin(), found_.fields.end(),
        [field](const std::string& name) { return ArticleFields::field_of(name) == field; });
  }

  /// The free column that `weigh` gives the most to; nothing if all get 0.
  template <typename Weigh>
  std::optional<std::size_t> best_free(const Weigh& weigh) const {
    std::optional<std::size_t> best;
    double most = 0;
    for (std::size_t column = 0; column < width(); ++column) {
      const double weight = found_.fields[column].empty() ? weigh(looks_[column]) : 0;
      if (weight <= most) continue;
      most = weight;
      best = column;
    }
    return best;
  }

  template <typename Weigh>
  void take(Field field, const char* name, const Weigh& weigh) {
    if (has(field)) return;
    if (const auto column = best_free(weigh)) found_.fields[*column] = name;
  }

  double mean_bytes_of(Field field) const {
    double bytes = 0;
    for (std::size_t column = 0; column < width(); ++column) {
      if (ArticleFields::field_of(found_.fields[column]) == field) {
        bytes = std::max(bytes, looks_[column].mean_bytes);
      }
    }
    return bytes;
  }

  void take_by_content() {
    if (!has(Field::summary)) {
      const double longer_than = std::max(60.0, mean_bytes_of(Field::title));
      take(Field::body, "body", [&](const ColumnLook& look) {
        return look.is_words() && look.mean_bytes >= longer_than ? look.mean_bytes : 0;
      });
    }
    const bool has_text = has(Field::body) || has(Field::summary);
    const double body_bytes = std::max(mean_bytes_of(Field::body), mean_bytes_of(Field::summary));
    take(Field::title, "title", [&](const ColumnLook& look) {
      const bool is_title = look.is_words() && look.mean_bytes >= 20 && look.mean_bytes < 300 &&
                            look.distinct > 0.7 && (look.with_spaces > 0.7 || has_cjk_length(look));
      return is_title && (!has_text || look.mean_bytes < body_bytes) ? look.mean_bytes : 0;
    });
    take(Field::url, "url", [](const ColumnLook& look) { return look.urls > 0.9 ? 1.0 : 0; });
    take(Field::published, "date",
         [](const ColumnLook& look) { return look.dates > 0.9 ? 1.0 : 0; });
    if (!found_.has_header && rows_.size() >= 5) {
      take(Field::section, "section", [](const ColumnLook& look) {
        return look.is_words() && look.mean_bytes < 40 && look.distinct < 0.5 ? 1 : 0;
      });
    }
  }

  /// Scripts without spaces take three bytes a letter.
  static bool has_cjk_length(const ColumnLook& look) { return look.mean_bytes >= 36; }

  /// Names and numbers are no news, whatever their columns are called.
  bool has_prose() const {
    double bytes = 0;
    for (std::size_t column = 0; column < width(); ++column) {
      const auto field = ArticleFields::field_of(found_.fields[column]);
      if (field && is_text_field(*field) && looks_[column].is_words()) {
        bytes += looks_[column].mean_bytes;
      }
    }
    return bytes >= (has(Field::body) || has(Field::summary) ? 12 : 24);
  }

  ColumnLook look_of(std::size_t column, std::size_t first_row) const {
    ColumnLook look;
    std::set<std::string_view> seen;
    for (std::size_t row = first_row; row < rows_.size(); ++row) {
      if (column >= rows_[row].size()) continue;
      const std::string_view value = ascii::trim(rows_[row][column]);
      if (value.empty()) continue;
      ++look.values;
      look.mean_bytes += double(value.size());
      look.with_spaces += value.find(' ') != value.npos ? 1 : 0;
      look.urls += looks_like_url(value) ? 1 : 0;
      look.dates += looks_like_date(value) ? 1 : 0;
      look.numbers += looks_like_number(value) ? 1 : 0;
      seen.insert(value);
    }
    if (look.values == 0) return look;
    const auto count = double(look.values);
    look.mean_bytes /= count;
    look.with_spaces /= count;
    look.urls /= count;
    look.dates /= count;
    look.numbers /= count;
    look.distinct = double(seen.size()) / count;
    return look;
  }

  const std::vector<Cells>& rows_;
  const ColumnChoice& choice_;
  std::vector<ColumnLook> looks_;
  TableColumns found_;
};

}  // namespace

TableColumns find_columns(const std::vector<Cells>& rows, const ColumnChoice& choice) {
  return Finder(rows, choice).run();
}

bool is_known_header(const Cells& row) {
  const bool has_text = std::any_of(row.begin(), row.end(), [](const std::string& name) {
    const auto field = ArticleFields::field_of(name);
    return field && is_text_field(*field);
  });
  return may_be_names(row) && has_text && known_names(row) >= 2;
}

}  // namespace news
