#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/diagnostics.h"

// Sentences of CoNLL-U as they stand in the file, checked but not yet understood. All views are of the file's text.
namespace claimgraph::nlp {

struct ConlluWord {
  std::string_view form;
  std::string_view lemma;
  std::string_view upos;
  std::string_view xpos;
  std::string_view feats;
  std::optional<std::uint32_t> head;  // the head's ID; 0 is the root
  std::string_view deprel;
  std::string_view misc;
  std::uint32_t line = 0;  // from 1
};

// A line such as "4-5": words [begin, end), numbered from 0, that are written as one.
struct ConlluRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string_view form;
  std::string_view misc;
  std::uint32_t line = 0;  // from 1
};

// Well formed: IDs follow one another, ranges lie apart and inside, heads are those of trees, or all are unknown.
struct ConlluSentence {
  bool new_document = false;
  bool new_paragraph = false;
  bool faulty = false;           // reported; then only the flags above count
  std::string_view document_id;  // of a new document; may be empty
  std::optional<std::string_view> text;
  std::uint32_t text_line = 0;
  std::vector<ConlluWord> words;  // at least one
  std::vector<ConlluRange> ranges;
};

// The value of `key` in a MISC column; nothing when it is not there.
std::optional<std::string_view> misc_value(std::string_view misc, std::string_view key);

// Reads sentence by sentence. Refers to the text and the name of the file. Thread-compatible.
class ConlluReader {
 public:
  ConlluReader(std::string_view text, const std::string& file);

  // The next sentence; nothing at the end. The first fault in it goes to `out`.
  std::optional<ConlluSentence> next(Diagnostics& out);

 private:
  struct Fault {
    std::string message;
    std::string hint;
    std::size_t column = 0;  // byte in the line, from 1; 0: the line as a whole
    std::uint32_t line = 0;  // 0: the line at hand
  };
  struct Cells;

  std::string_view next_line();
  void read_comment(std::string_view line, ConlluSentence& sentence) const;
  std::optional<Fault> read_row(std::string_view line, ConlluSentence& sentence) const;
  std::optional<Fault> read_word(const Cells& cells, ConlluSentence& sentence) const;
  std::optional<Fault> read_range(const Cells& cells, ConlluSentence& sentence) const;
  static std::optional<Fault> fault_of(const ConlluSentence& sentence);
  static std::optional<Fault> fault_of_heads(const ConlluSentence& sentence);
  void report(const Fault& fault, Diagnostics& out) const;

  std::string_view text_;
  const std::string& file_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 0;  // of the line read last, from 1
};

}  // namespace claimgraph::nlp
