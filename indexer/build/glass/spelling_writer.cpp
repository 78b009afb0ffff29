// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/spelling_writer.hpp"

#include "indexer/build/glass/deflate.hpp"
#include "indexer/build/glass/packing.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace news::glass {

namespace {

// What a key begins with. They sort in the order of the letters.
constexpr char both_ends = 'B';
constexpr char head = 'H';
constexpr char middle = 'M';
constexpr char tail = 'T';
constexpr char whole = 'W';

constexpr std::size_t longest_by_both_ends = 4;

std::string key(char kind, std::string_view bytes) { return kind + std::string(bytes); }

std::set<std::string> fragments_of(std::string_view word) {
  std::set<std::string> keys;
  keys.insert(key(head, word.substr(0, 2)));
  keys.insert(key(tail, word.substr(word.size() - 2)));
  if (word.size() <= longest_by_both_ends) {
    keys.insert(key(both_ends, std::string{word.front(), word.back()}));
  }
  for (std::size_t at = 0; at + 3 <= word.size(); ++at) {
    keys.insert(key(middle, word.substr(at, 3)));
  }
  return keys;
}

/// Lengths are disguised as letters, which deflate better among words.
char length_byte(std::size_t length) { return static_cast<char>(length ^ 96U); }

/// Each word behind the length of what it shares with the one before.
std::string word_list(const std::vector<std::string_view>& words) {
  std::string tag;
  std::string_view before;
  for (const std::string_view word : words) {
    const auto differ = std::mismatch(word.begin(), word.end(), before.begin(), before.end()).first;
    const auto shared = static_cast<std::size_t>(differ - word.begin());
    if (!before.empty()) tag.push_back(length_byte(shared));
    tag.push_back(length_byte(word.size() - shared));
    tag.append(word.substr(shared));
    before = word;
  }
  return tag;
}

}  // namespace

void SpellingWriter::add(std::string_view word, std::uint32_t frequency) {
  if (word.size() < 2 || word.size() > max_word_bytes || frequency == 0) return;
  const auto found = words_.try_emplace(std::string(word), 0).first;
  found->second += frequency;
  highest_ = std::max(highest_, found->second);
}

RootInfo SpellingWriter::write(const std::filesystem::path& path) const {
  std::map<std::string, std::vector<std::string_view>> fragments;
  for (const auto& [word, frequency] : words_) {
    for (const std::string& fragment : fragments_of(word)) fragments[fragment].push_back(word);
  }
  TableWriter table(path, compress_large);
  Deflater deflater(1);
  std::string deflated;
  for (const auto& [fragment, words] : fragments) {
    const std::string tag = word_list(words);
    const bool shorter = deflater.compress(tag, deflated);
    table.append(fragment, shorter ? deflated : tag, shorter);
  }
  for (const auto& [word, frequency] : words_) {
    std::string tag;
    append_last_integer(tag, frequency);
    table.append(key(whole, word), tag);
  }
  return table.finish();
}

}  // namespace news::glass
