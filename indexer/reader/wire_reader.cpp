// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/formats.hpp"
#include "indexer/reader/sgml_text.hpp"
#include "news/article/byline.hpp"
#include "news/article/dates.hpp"
#include "news/base/ascii.hpp"
#include "news/text/encoding.hpp"
#include "news/text/whitespace.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace news {

namespace {

// What the wire marks its messages with.
constexpr char heading_start = '\x01';
constexpr char text_start = '\x02';
constexpr char text_end = '\x03';

/// A message begins at a start of heading and ends where the next one does. What stands before the
/// first is synchronization, if it is nothing that can be read.
class MessageFramer : public RecordFramer {
 public:
  explicit MessageFramer(InputWindow& input) : input_(input) {}

  std::optional<RawRecord> next() override {
    while (true) {
      RawRecord record;
      std::size_t searched = 1;
      if (input_.data().empty() && !input_.fill()) return std::nullopt;
      std::size_t end = input_.data().find(heading_start, searched);
      while (end == std::string_view::npos && input_.data().size() <= max_record_bytes) {
        searched = input_.data().size();
        if (!input_.fill()) break;
        end = input_.data().find(heading_start, searched);
      }
      const std::string_view data = input_.data();
      const std::size_t size = std::min(end, data.size());
      if (size > max_record_bytes) {
        record.defect = "longer than a message can be";
      } else {
        record.bytes = data.substr(0, size);
      }
      input_.consume(size);
      const bool readable = std::any_of(record.bytes.begin(), record.bytes.end(), ascii::is_alnum);
      if (!readable && record.defect.empty()) continue;
      record.number = ++count_;
      return record;
    }
  }

 private:
  InputWindow& input_;
  std::uint64_t count_ = 0;
};

/// The three parts of a message.
struct Message {
  std::string_view heading;
  std::string_view text;
  std::string_view ending;
};

Message parts_of(std::string_view bytes) {
  if (bytes.starts_with(heading_start)) bytes.remove_prefix(1);
  Message message;
  const std::size_t text = std::min(bytes.find(text_start), bytes.size());
  message.heading = bytes.substr(0, text);
  message.text = bytes.substr(std::min(text + 1, bytes.size()));
  const std::size_t end = std::min(message.text.find(text_end), message.text.size());
  message.ending = message.text.substr(std::min(end + 1, message.text.size()));
  message.text = message.text.substr(0, end);
  return message;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : line) {
    if (ascii::is_alnum(c) || std::string_view("-/_").find(c) != std::string_view::npos) {
      word.push_back(c);
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

/// What a category letter stands for; empty for one without a meaning of its own.
std::string section_of(std::string_view category) {
  if (category.size() > 2 || category.empty()) return {};
  switch (category.front()) {
    case 'a':
      return "Domestic";
    case 'e':
      return "Entertainment";
    case 'f':
      return "Financial";
    case 'i':
      return "International";
    case 'l':
      return "Lifestyle";
    case 'p':
      return "Politics";
    case 's':
      return "Sports";
    case 'w':
      return "Washington";
    default:
      return {};
  }
}

void add_line(std::string_view line, std::string& text) {
  if (!text.empty()) text.push_back('\n');
  text += line;
}

/// Straight quotes for the two strokes that stand for them on the wire.
std::string with_quotes(std::string text) {
  for (const std::string_view strokes : {"``", "''"}) {
    for (std::size_t at = text.find(strokes); at != text.npos; at = text.find(strokes, at)) {
      text.replace(at, 2, "\"");
    }
  }
  return text;
}

/// Headings of IPTC 7901: "eca062 4 i 211 ccccb   dpa 061": source and number, priority, category,
/// words, and more; keywords on the lines below.
bool is_iptc_heading(std::string_view line) {
  const auto words = words_of(line.substr(0, 120));
  if (words.size() < 4 || words[0].size() < 5 || words[0].size() > 9) return false;
  const std::string_view source = words[0];
  return ascii::is_alpha(source[0]) && ascii::is_alpha(source[1]) && ascii::is_alpha(source[2]) &&
         ascii::all_digits(source.substr(3)) && words[1].size() == 1 &&
         ascii::is_digit(words[1][0]) && words[2].size() <= 3 && ascii::is_alpha(words[2][0]) &&
         ascii::all_digits(words[3]);
}

/// "131137 GMT Nov 13": day, hour and minute, zone, month, year.
std::optional<Timestamp> iptc_date(std::string_view ending) {
  const auto words = words_of(ending.substr(0, 64));
  if (words.size() < 4 || words[0].size() != 6 || !ascii::all_digits(words[0])) return std::nullopt;
  if (words[3].size() != 2 || !ascii::all_digits(words[3])) return std::nullopt;
  const std::string_view figures = words[0];
  const std::string century = words[3] < "70" ? "20" : "19";
  return parse_date(fmt::format("{} {} {}{} {}:{} {}", figures.substr(0, 2), words[2], century,
                                words[3], figures.substr(2, 2), figures.substr(4), words[1]));
}

/// Wire text as IPTC 7901 has it: the headline ends with "=", the story follows.
class Iptc7901Reader : public Reader {
 public:
  std::string_view name() const override { return "iptc7901"; }
  bool holds_bytes() const override { return true; }

  /// By the first line, with its mark or, where marks are stripped, without.
  bool recognizes(const Sample& sample) const override {
    std::string_view head = sample.head;
    while (!head.empty() && (ascii::is_space(head.front()) || ascii::is_control(head.front()))) {
      head.remove_prefix(1);
    }
    return is_iptc_heading(head.substr(0, head.find('\n')));
  }

  std::unique_ptr<RecordFramer> frame(InputWindow& input) const override {
    return std::make_unique<MessageFramer>(input);
  }

  std::vector<Parsed> parse(const RawRecord& record) const override {
    const std::string bytes = decode_text(record.bytes).text;
    Message message = parts_of(bytes);
    if (message.text.empty()) message = unmarked(bytes);
    Article article;
    set_heading(lines_of(message.heading), article);
    set_text(lines_of(message.text), article);
    article.published = iptc_date(message.ending);
    if (article.body.empty() && article.title.empty()) return {Unreadable{"no text"}};
    return {std::move(article)};
  }

 private:
  /// Without marks, the heading is what stands before the second empty line, or the first line.
  static Message unmarked(std::string_view bytes) {
    Message message;
    std::size_t at = bytes.find_first_not_of(" \r\n\x01");
    at = at == std::string_view::npos ? bytes.size() : std::min(bytes.find('\n', at), bytes.size());
    const std::size_t keywords = bytes.find('/', at);
    const std::size_t line =
        keywords == std::string_view::npos ? keywords : bytes.find('\n', keywords);
    constexpr std::size_t longest_keywords = 100;
    if (line != std::string_view::npos && line - at < longest_keywords) at = line;
    message.heading = bytes.substr(0, at);
    message.text = bytes.substr(at);
    return message;
  }

  static void set_heading(const std::vector<std::string_view>& lines, Article& article) {
    bool first = true;
    for (const std::string_view line : lines) {
      if (ascii::trim(line).empty()) continue;
      if (!std::exchange(first, false)) {
        std::string_view keywords = ascii::trim(line);
        while (keywords.ends_with('/') || keywords.ends_with(',')) keywords.remove_suffix(1);
        if (!keywords.empty()) article.topics.emplace_back(keywords);
        continue;
      }
      const auto words = words_of(line);
      if (words.size() > 2) article.section = section_of(words[2]);
      for (std::size_t i = 4; i < words.size(); ++i) {
        const bool agency = i + 1 < words.size() && ascii::all_digits(words[i + 1]);
        if (agency && ascii::is_alpha(words[i][0])) article.outlet = words[i];
      }
    }
  }

  static void set_text(const std::vector<std::string_view>& lines, Article& article) {
    constexpr std::size_t most_headlines = 8;
    std::size_t body = 0;
    for (std::size_t i = 0; i < std::min(lines.size(), most_headlines); ++i) {
      if (lines[i].ends_with('=')) body = i + 1;
      if (lines[i].ends_with('=')) break;
    }
    for (std::size_t i = 0; i < body; ++i) {
      std::string_view line = lines[i];
      while (line.ends_with('=') || line.ends_with(' ')) line.remove_suffix(1);
      if (byline_opening(line) > 0) {
        article.authors = authors_of(line.substr(0, line.rfind(", ")));
      } else if (std::any_of(line.begin(), line.end(), ascii::is_lower) || !ascii::is_ascii(line)) {
        if (!article.title.empty()) article.title.push_back(' ');
        article.title += ascii::trim(line);
      }
    }
    std::string text;
    for (std::size_t i = body; i < lines.size(); ++i) {
      // What the agency tells its customers is not for publication.
      if (lines[i].starts_with("* * *") ||
          ascii::to_lower(lines[i].substr(0, 40)).ends_with(" notebook")) {
        break;
      }
      text += lines[i];
      text.push_back('\n');
    }
    article.body = join_wrapped_lines(text);
  }
};

/// A line with a mark before it that says nothing to a reader, and one behind it.
std::string anpa_line(std::string_view line, char& last) {
  while (!line.empty() &&
         (line.front() == '^' || ascii::is_control(line.front()) || line.front() == ' ')) {
    line.remove_prefix(1);
  }
  last = line.empty() ? ' ' : line.back();
  while (line.ends_with('<') || line.ends_with('=') || line.ends_with(' ')) line.remove_suffix(1);
  return with_quotes(fold_whitespace(line));
}

/// "AP-WF-11-13-13 1509GMT": month, day, year, hour and minute.
std::optional<Timestamp> anpa_date(std::string_view ending) {
  for (std::size_t at = 0; at + 16 <= std::min<std::size_t>(ending.size(), 64); ++at) {
    const std::string_view date = ending.substr(at, 16);
    if (date[2] != '-' || date[5] != '-' || !ascii::all_digits(date.substr(0, 2)) ||
        !ascii::all_digits(date.substr(3, 2)) || !ascii::all_digits(date.substr(6, 2))) {
      continue;
    }
    const std::string century = date.substr(6, 2) < "70" ? "20" : "19";
    const std::string day =
        fmt::format("{}{}-{}-{}", century, date.substr(6, 2), date.substr(0, 2), date.substr(3, 2));
    if (!ascii::all_digits(date.substr(9, 4)) || date.substr(13) != "GMT") return parse_date(day);
    return parse_date(fmt::format("{}T{}:{}:00Z", day, date.substr(9, 2), date.substr(11, 2)));
  }
  return std::nullopt;
}

/// Wire text as ANPA 1312 has it: lines marked with "^" above the story, paragraphs behind tabs.
class AnpaReader : public Reader {
 public:
  std::string_view name() const override { return "anpa"; }
  bool holds_bytes() const override { return true; }

  bool recognizes(const Sample& sample) const override {
    const std::size_t heading = sample.head.substr(0, 64).find(heading_start);
    if (heading == std::string_view::npos) return false;
    constexpr std::size_t longest_heading = 400;
    const std::string_view head = sample.head.substr(heading, longest_heading);
    const std::size_t text = head.find(text_start);
    return text != std::string_view::npos && head.substr(text + 1).starts_with('^');
  }

  std::unique_ptr<RecordFramer> frame(InputWindow& input) const override {
    return std::make_unique<MessageFramer>(input);
  }

  std::vector<Parsed> parse(const RawRecord& record) const override {
    const std::string bytes = decode_text(record.bytes).text;
    const Message message = parts_of(bytes);
    Article article;
    const auto heading = lines_of(message.heading);
    if (heading.size() > 1) {
      const auto words = words_of(heading[1]);
      if (words.size() > 1) article.section = section_of(words[1]);
    }
    bool slug = true;
    for (const std::string_view line : lines_of(message.text)) {
      if (std::exchange(slug, slug && ascii::trim(line).empty())) {
        set_slug(line, article);
      } else {
        add(line, article);
      }
    }
    article.published = anpa_date(message.ending);
    if (message.ending.starts_with("AP-")) article.outlet = "AP";
    if (article.body.empty() && article.title.empty()) return {Unreadable{"no text"}};
    return {std::move(article)};
  }

 private:
  /// "^BC-Bridge-Closed,466<": the keywords and the number of words.
  static void set_slug(std::string_view line, Article& article) {
    char last = ' ';
    std::string slug =
        anpa_line(line.substr(line.rfind('^') == line.npos ? 0 : line.rfind('^')), last);
    slug.resize(std::min(slug.find(','), slug.size()));
    if (!slug.empty()) article.topics.push_back(std::move(slug));
  }

  static bool is_note(std::string_view text) {
    return text.starts_with("AP Photo") || text.starts_with("Eds:") || text.starts_with("Ed:") ||
           text.starts_with("EDITOR'S NOTE") || text.starts_with("AP Video");
  }

  static void add(std::string_view line, Article& article) {
    const bool marked = line.starts_with('^');
    const bool goes_on = !marked && !line.empty() && !ascii::is_control(line.front()) &&
                         line.front() != ' ' && !article.body.empty();
    char last = ' ';
    const std::string text = anpa_line(line, last);
    if (text.empty() || (marked && is_note(text))) return;
    const bool above = marked && article.body.empty();
    if (above && last == '=') {
      if (byline_opening(text) > 0) article.authors = authors_of(text);
    } else if (above && last == '<' && article.title.empty()) {
      article.title = text;
    } else if (goes_on) {
      article.body += " " + text;
    } else {
      add_line(text, article.body);
    }
  }
};

}  // namespace

std::unique_ptr<Reader> make_anpa_reader() { return std::make_unique<AnpaReader>(); }
std::unique_ptr<Reader> make_iptc7901_reader() { return std::make_unique<Iptc7901Reader>(); }

}  // namespace news
