// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/analyzer.hpp"

#include "news/base/arena.hpp"
#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"

#include <array>
#include <map>
#include <span>

#include "text/lexemes.hpp"
#include "text/piece.hpp"
#include "text/piece_table.hpp"
#include "text/piece_tokenizer.hpp"
#include "text/stemmer.hpp"

namespace news {

namespace {

constexpr std::size_t max_pieces = std::size_t{64} * 1024;  // of one language
constexpr std::size_t max_memory_bytes = std::size_t{8} * 1024 * 1024;

/// What an analyzer knows of one language.
struct Memory {
  explicit Memory(Language language) : stemmer(language) {}

  Stemmer stemmer;
  PieceTable pieces;
};

}  // namespace

class Analyzer::Impl {
 public:
  explicit Impl(Tokenizer::Boundaries boundaries) : tokenizer_(boundaries) {}

  const std::vector<Token>& analyze(std::string_view text, Language language) {
    text_ = text;
    memory_ = &memories_.try_emplace(language, language).first->second;
    tokenizer_.start(text);
    stems_.clear();
    tokens_.clear();
    PieceFinder finder(text);
    while (find_pieces(finder)) {
      look_up_pieces();
      for (Piece& piece : pieces_in_hand()) take(piece);
    }
    return tokens_;
  }

  bool trim() {
    if (!full_) return false;
    memories_.clear();
    lexemes_.clear();
    table_bytes_ = 0;
    full_ = false;
    tokens_.clear();
    return true;
  }

  std::uint32_t lexemes() const { return lexemes_.size(); }

 private:
  /// What stands between two white spaces.
  struct Piece {
    ByteRange range = {};
    PieceKey key = {};  ///< of no piece if it is too long to be remembered
    PieceTable::Lexemes lexemes = {};
    bool found = false;  ///< whether the lexemes are known
  };

  /// So many pieces are taken together, step by step: what one step is going to read of the memory
  /// of pieces, the step before it has asked for, so that the processor waits for many of them at a
  /// time and not for one after another.
  static constexpr std::size_t max_pieces_in_hand = 32;

  /// Finds the next pieces. Returns false if there are none.
  bool find_pieces(PieceFinder& finder) {
    piece_count_ = 0;
    while (piece_count_ < max_pieces_in_hand) {
      const ByteRange range = finder.next();
      if (range.size() == 0) break;
      add_piece(range);
    }
    return piece_count_ > 0;
  }

  void add_piece(ByteRange range) {
    const ByteRange core = trim_marks(text_, range);
    if (core.size() == 0) return;
    Piece& piece = pieces_[piece_count_++];
    piece.found = false;
    if (core.size() > PieceKey::max_bytes) {
      piece.range = range;
      piece.key = PieceKey();
      return;
    }
    piece.range = core;
    piece.key = PieceKey(text_, core);
    memory_->pieces.prefetch(piece.key);
  }

  std::span<Piece> pieces_in_hand() { return {pieces_.data(), piece_count_}; }

  void look_up_pieces() {
    for (Piece& piece : pieces_in_hand()) {
      if (look_up(piece)) lexemes_.prefetch(piece.lexemes.first);
    }
  }

  /// Finds the lexemes of a piece that is remembered.
  bool look_up(Piece& piece) const {
    const PieceTable::Slot* const slot = memory_->pieces.find(piece.key);
    if (slot == nullptr) return false;
    piece.lexemes = {slot->first, slot->count};
    piece.found = true;
    return true;
  }

  /// Appends the tokens of the piece.
  void take(Piece& piece) {
    if (piece.key.bytes() == 0) {
      take_long(piece.range);
      return;
    }
    // One that was not remembered may have come again meanwhile.
    if (piece.found || look_up(piece)) {
      const auto begin = static_cast<std::uint32_t>(piece.range.begin);
      const auto [first, count] = piece.lexemes;
      for (std::uint32_t i = first; i < first + count; ++i) {
        tokens_.push_back(lexemes_.token(i, begin));
      }
      return;
    }
    const std::size_t first = tokens_.size();
    analyze_piece(piece.range);
    remember(piece.key, piece.range, first);
  }

  void take_long(ByteRange piece) {
    while (piece.begin < piece.end) {
      const std::size_t end = piece_end(text_, piece.begin);
      analyze_piece({piece.begin, end});
      piece.begin = end;
    }
  }

  void analyze_piece(ByteRange piece) {
    words_.clear();
    tokenizer_.take(piece.begin, piece.end, words_);
    for (const Word& word : words_) {
      Token token{.term = word.plain, .tag = word.tag, .begin = word.begin, .end = word.end};
      if (word.stemmable) {
        const std::string stem = memory_->stemmer.stem(word.folded);
        // A stemmer may leave nothing of a very short word.
        token.stem = stem.empty() ? word.plain
                                  : stems_.store(utf8::truncate(stem, Tokenizer::max_word_bytes));
      }
      tokens_.push_back(token);
    }
  }

  /// Takes in the piece whose tokens are those from number `first` on.
  void remember(const PieceKey& key, ByteRange piece, std::size_t first) {
    PieceTable& pieces = memory_->pieces;
    if (pieces.size() >= max_pieces || table_bytes_ + lexemes_.bytes() >= max_memory_bytes) {
      full_ = true;
      return;
    }
    const std::uint32_t first_lexeme = lexemes_.size();
    for (std::size_t i = first; i < tokens_.size(); ++i) {
      tokens_[i].lexeme = lexemes_.add(tokens_[i], piece.begin);
    }
    table_bytes_ -= pieces.bytes();
    pieces.insert(key, {first_lexeme, lexemes_.size() - first_lexeme});
    table_bytes_ += pieces.bytes();
  }

  PieceTokenizer tokenizer_;
  std::map<Language, Memory> memories_;
  Lexemes lexemes_;
  std::size_t table_bytes_ = 0;
  bool full_ = false;

  // Of the text in hand:
  std::string_view text_;
  Memory* memory_ = nullptr;
  std::array<Piece, max_pieces_in_hand> pieces_;
  std::size_t piece_count_ = 0;
  Arena stems_;
  std::vector<Word> words_;
  std::vector<Token> tokens_;
};

Analyzer::Analyzer(Tokenizer::Boundaries boundaries) : impl_(std::make_unique<Impl>(boundaries)) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

const std::vector<Token>& Analyzer::analyze(std::string_view text, Language language) {
  return impl_->analyze(text, language);
}

bool Analyzer::trim() { return impl_->trim(); }

std::uint32_t Analyzer::lexemes() const { return impl_->lexemes(); }

}  // namespace news
