// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/duplicates/syndication.hpp"

#include "news/base/ascii.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace news::bench {

namespace {

using Texts = std::vector<std::string>;

Texts split(const std::string& text, char at) {
  Texts parts(1);
  for (const char c : text) {
    if (c == at) {
      parts.emplace_back();
    } else {
      parts.back().push_back(c);
    }
  }
  return parts;
}

std::string join(const Texts& parts, char with) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : std::string(1, with)) + part;
  return text;
}

/// The first paragraphs, until they have this share of the text; at least one.
std::string start_of(const std::string& body, double share) {
  std::string start;
  for (const std::string& paragraph : split(body, '\n')) {
    start += (start.empty() ? "" : "\n") + paragraph;
    if (static_cast<double>(start.size()) >= share * static_cast<double>(body.size())) break;
  }
  return start;
}

constexpr std::string_view own_paragraph =
    "Readers along the estuary have followed the matter closely since the spring, and several of "
    "them have written to this newspaper to ask what it may mean for the town and its harbour.\n";
constexpr std::string_view boilerplate =
    "\nThis report was supplied by an agency and has not been edited by our staff. Sign up for our "
    "morning letter to have the news of the day in your inbox before breakfast. To report a "
    "mistake, write to the editor. All rights reserved.";

Article printed_elsewhere(const Article& article) {
  Article copy = article;
  copy.id = "copy-of-" + display_id(article);
  copy.url.clear();
  copy.outlet = "Norwick Courier";
  copy.title = "What the agencies say this morning";
  copy.title_from_text = false;
  return copy;
}

Article with_other_headline(const Article& article) {
  Article copy = printed_elsewhere(article);
  copy.body = "NORWICK (Coastwire) - " + copy.body;
  return copy;
}

Article cut_short(const Article& article) {
  Article copy = printed_elsewhere(article);
  copy.body = start_of(copy.body, 0.45);
  return copy;
}

Article framed(const Article& article) {
  Article copy = printed_elsewhere(article);
  copy.body = std::string(own_paragraph) + copy.body + std::string(boilerplate);
  return copy;
}

Article cut_and_framed(const Article& article) {
  Article copy = printed_elsewhere(article);
  copy.body = std::string(own_paragraph) + start_of(copy.body, 0.6) + std::string(boilerplate);
  return copy;
}

bool is_plain(const std::string& word) {
  return word.size() > 3 && std::all_of(word.begin(), word.end(), ascii::is_lower);
}

/// An editor's small changes: a word in thirty is another one or gone.
Article edited(const Article& article) {
  Article copy = printed_elsewhere(article);
  Texts words = split(copy.body, ' ');
  std::size_t since = 0;
  bool drop = false;
  for (std::string& word : words) {
    if (++since < 30 || !is_plain(word)) continue;
    word = drop ? "" : "reportedly";
    drop = !drop;
    since = 0;
  }
  words.erase(std::remove(words.begin(), words.end(), ""), words.end());
  copy.body = join(words, ' ');
  return copy;
}

/// A later version: a new first paragraph, one at the end, and one number that has grown.
Article updated(const Article& article) {
  Article copy = article;
  copy.id = "update-of-" + display_id(article);
  copy.url.clear();
  Texts words = split(copy.body, ' ');
  const auto number = std::find_if(words.begin(), words.end(), [](const std::string& word) {
    return ascii::all_digits(word) && word.size() <= 3;
  });
  if (number != words.end()) *number = std::to_string(std::stoi(*number) + 3);
  copy.body =
      "Officials gave more details late in the evening, after a day of questions that had "
      "found no answer.\n" +
      join(words, ' ') + "\nA further statement is expected before the weekend.";
  return copy;
}

/// The next report made from the same form: each number is another one.
Article with_other_numbers(const Article& article) {
  Article copy = article;
  copy.id = "form-of-" + display_id(article);
  copy.url.clear();
  for (std::string* text : {&copy.title, &copy.body}) {
    for (char& c : *text) {
      if (ascii::is_digit(c)) c = static_cast<char>('0' + (c - '0' + 3) % 10);
    }
  }
  return copy;
}

/// Another report that ends with the same background: the last third of the text.
Article with_same_background(const Article& article) {
  Article copy = article;
  copy.id = "background-of-" + display_id(article);
  copy.url.clear();
  copy.title = "Council puts off its decision";
  copy.title_from_text = false;
  const std::string start = start_of(copy.body, 0.65);
  const std::string rest = start.size() < copy.body.size() ? copy.body.substr(start.size()) : "";
  copy.body.clear();
  // As much as the original has in front of it, of words that it has not.
  for (std::size_t i = 0; copy.body.size() < start.size(); ++i) {
    copy.body += "Councillor " + std::string(1, static_cast<char>('A' + i % 26)) +
                 " told the meeting of ward " + std::to_string(i + 1) +
                 " that nothing could be settled before the surveyors had handed in paper number " +
                 std::to_string(100 + 7 * i) + ". ";
  }
  copy.body += rest;
  return copy;
}

constexpr std::array all = {
    Syndication{"other headline, agency line", true, with_other_headline},
    Syndication{"cut short", true, cut_short},
    Syndication{"own first paragraph, boilerplate", true, framed},
    Syndication{"cut short, own paragraph, boilerplate", true, cut_and_framed},
    Syndication{"small edits", true, edited},
    Syndication{"updated version", true, updated},
    Syndication{"same form, other numbers", false, with_other_numbers},
    Syndication{"other story, same background", false, with_same_background},
};

}  // namespace

std::span<const Syndication> syndications() { return all; }

}  // namespace news::bench
