#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "nlp/training/matrix.h"
#include "nlp/word_features.h"

namespace claimgraph::nlp::training {

inline constexpr std::int32_t kUnknownLabel = -1;  // costs nothing and teaches nothing

// One sentence with what is known of it; arrays with one place a word.
struct Sentence {
  std::vector<std::string> words;
  std::vector<std::string> upos, xpos, feats, deprels;
  std::vector<std::uint32_t> heads;  // 0 for the root, else from 1
  std::vector<std::string> names;    // "O", "B-PER", "I-PER", ...; empty when names were not annotated
  // Likewise, by other guidelines: they teach the layers below what names look like, but not the labels that are given.
  std::vector<std::string> other_names;

  std::size_t size() const { return words.size(); }
};

// Names of labels and their numbers, in the order of their first use.
class LabelSet {
 public:
  std::int32_t add(std::string_view name);
  std::int32_t find(std::string_view name) const;  // kUnknownLabel when there is none
  const std::vector<std::string>& names() const { return names_; }
  std::size_t size() const { return names_.size(); }

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::int32_t> numbers_;
};

// The words and labels that a network knows.
struct Inventory {
  LabelSet words;                 // vocabulary keys; 0 stands for all others
  std::size_t trained_words = 0;  // the first ones; of the others only a vector is known
  // One row a word, zeros where none is known; its columns may be none. Shared by the networks over this inventory.
  std::shared_ptr<const Matrix> vectors;
  LabelSet upos, xpos, feats, deprels, names;
  std::map<std::string, std::uint32_t> gazetteers;  // by vocabulary key: bit n for the n-th of kGazetteers
};

// A sentence in numbers.
struct EncodedSentence {
  std::vector<std::uint32_t> words;
  std::vector<AffixRows> affixes;
  std::vector<std::uint32_t> shapes, contexts, gazetteers;
  std::vector<std::int32_t> upos, xpos, feats, deprels, names, other_names;
  std::vector<std::uint32_t> heads;

  std::size_t size() const { return words.size(); }
};

EncodedSentence encode(const Sentence& sentence, const Inventory& inventory);

// Spans as one label a word: B- first, I- inside, L- last, U- the only word, O outside.
std::vector<std::string> to_bilou(const std::vector<std::string>& bio);
std::vector<std::string> from_bilou(std::vector<std::string> bilou);

}  // namespace claimgraph::nlp::training
