// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/embedded.hpp"
#include "indexer/reader/formats.hpp"
#include "indexer/reader/framers.hpp"
#include "indexer/reader/header_fields.hpp"
#include "indexer/reader/mail/mbox_framer.hpp"
#include "indexer/reader/mail/mime_coding.hpp"
#include "indexer/reader/mail/mime_parts.hpp"
#include "indexer/reader/text_layout/text_lines.hpp"
#include "news/article/dates.hpp"
#include "news/base/ascii.hpp"

#include <algorithm>
#include <array>

namespace news {

namespace {

/// Behind the blank lines that some programs put before a message.
std::string_view without_blank_start(std::string_view text) {
  const std::size_t text_at = text.find_first_not_of(" \t\r\n");
  if (text_at == std::string_view::npos) return {};
  const std::size_t line_end = text.substr(0, text_at).rfind('\n');
  return line_end == std::string_view::npos ? text : text.substr(line_end + 1);
}

/// "Jane Doe" of "Jane Doe <jane@x.example>" and "jane@x.example (Jane Doe)"; empty for an address
/// alone.
std::string name_in_address(std::string_view value) {
  const std::string text = decode_header_text(value);
  std::string_view name = text;
  const std::size_t address = name.find('<');
  if (address != std::string_view::npos) {
    name = name.substr(0, address);
  } else {
    const std::size_t open = name.find('(');
    if (open == std::string_view::npos) return {};
    name = name.substr(open + 1, std::max(name.rfind(')'), open + 1) - open - 1);
  }
  name = ascii::trim(name);
  if (name.size() > 1 && name.front() == '"' && name.back() == '"') {
    name = ascii::trim(name.substr(1, name.size() - 2));
  }
  return name.find('@') == std::string_view::npos ? std::string(name) : std::string();
}

std::string without_brackets(std::string_view id) {
  const std::size_t open = id.find('<');
  if (open == std::string_view::npos) return std::string(id);
  return std::string(id.substr(open + 1, std::min(id.find('>', open), id.size()) - open - 1));
}

/// A newsletter is from its outlet; a message to a list is from who wrote it.
void take_sender(const HeaderFields& fields, Article& article) {
  std::string sender = name_in_address(fields.value("From"));
  article.outlet = name_in_address(fields.value("List-Id"));
  const bool letter = fields.has("List-Unsubscribe") && !fields.has("List-Post");
  if (letter && !sender.empty()) {
    article.outlet = std::move(sender);
  } else if (!sender.empty()) {
    article.authors.push_back(std::move(sender));
  }
}

void take_newsgroups(std::string_view groups, Article& article) {
  while (!groups.empty()) {
    const std::size_t comma = std::min(groups.find(','), groups.size());
    article.topics.emplace_back(ascii::trim(groups.substr(0, comma)));
    groups.remove_prefix(std::min(comma + 1, groups.size()));
  }
}

/// A plain text without what it quotes and without the signature, unless nothing else is there.
std::string own_words(std::string_view text) {
  std::string own;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line == "-- ") break;
    if (!line.starts_with('>')) own.append(line).append("\n");
  }
  return ascii::trim(own).empty() ? std::string(text) : own;
}

std::string paragraphs_of(const std::string& plain) {
  std::string body;
  const std::string own = own_words(plain);
  for (const auto& line : split_text_lines(own)) {
    if (!body.empty()) body.push_back('\n');
    body += line.text;
  }
  return body;
}

/// The HTML part of a message, where that can be read and is not much less than the plain one:
/// plain parts of newsletters are often a mere "see this online", and HTML ones a frame of
/// pictures.
void take_body(const MessageTexts& texts, Article& article, std::string& refusal) {
  article.body = paragraphs_of(texts.plain);
  if (texts.html.empty()) return;
  auto parsed = parse_embedded({.bytes = texts.html,
                                .name = "message.html",
                                .declared_encoding = {},
                                .text_format = "html",
                                .url = {}});
  if (parsed.size() != 1) return;
  if (auto* unreadable = std::get_if<Unreadable>(&parsed.front())) {
    refusal = std::move(unreadable->reason);
    return;
  }
  auto& page = std::get<Article>(parsed.front());
  if (page.body.size() >= article.body.size() / 2) article.body = std::move(page.body);
  article.language = page.language;
}

/// Whether text begins with the fields of a message. Any text may begin with "From:" and "Date:";
/// what only machines write must be there, too, unless the file is called a message.
bool begins_message(std::string_view text, bool called_so) {
  constexpr std::array<std::string_view, 8> of_machines = {
      "Message-ID", "Received", "MIME-Version", "Newsgroups",
      "Path",       "Xref",     "Return-Path",  "Delivered-To"};
  text = without_blank_start(text);
  const std::string_view line = text.substr(0, text.find('\n'));
  const std::string_view name = line.substr(0, line.find(':'));
  if (name.empty() || name.size() == line.size()) return false;
  if (name.find_first_of(" \t<{") != std::string_view::npos) return false;
  const HeaderFields fields(text);
  if (!fields.has("From")) return false;
  return called_so || std::any_of(of_machines.begin(), of_machines.end(),
                                  [&](const auto& one) { return fields.has(one); });
}

/// Messages: mail (RFC 5322), newsletters and Usenet articles (RFC 5536), each in a file of its own
/// or many in an mbox.
class MailReader : public Reader {
 public:
  std::string_view name() const override { return "mail"; }

  bool recognizes(const Sample& sample) const override {
    const bool called_so = ascii::to_lower(sample.name).ends_with(".eml");
    if (!begins_mbox_message(sample.head)) return begins_message(sample.head, called_so);
    const std::size_t line = sample.head.find('\n');
    return HeaderFields(sample.head.substr(line + 1)).has("From");
  }

  std::unique_ptr<RecordFramer> frame(InputWindow& input) const override {
    if (begins_mbox_message(input.peek(sample_bytes))) return frame_mbox(input);
    return frame_whole(input);
  }

  std::vector<Parsed> parse(const RawRecord& record) const override {
    const std::string unquoted = mbox_message(record.bytes);
    const std::string_view message = without_blank_start(unquoted);
    const HeaderFields fields(message);
    const MessageTexts texts = message_texts(fields, message.substr(fields.bytes()));
    Article article;
    std::string refusal;
    take_body(texts, article, refusal);
    if (article.body.empty() && !refusal.empty()) return {Unreadable{std::move(refusal)}};
    if (article.body.empty()) return {};
    article.id = without_brackets(fields.value("Message-ID"));
    article.title = decode_header_text(fields.value("Subject"));
    article.published = parse_date(fields.value("Date"));
    take_sender(fields, article);
    take_newsgroups(fields.value("Newsgroups"), article);
    return {std::move(article)};
  }
};

}  // namespace

std::unique_ptr<Reader> make_mail_reader() { return std::make_unique<MailReader>(); }

}  // namespace news
