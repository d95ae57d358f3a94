#pragma once

#include <filesystem>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "claimgraph/base/error.h"
#include "nlp/training/sentence.h"

namespace claimgraph::nlp::training {

// The sentences of a CoNLL-U file, plain or gzip; multiword lines and empty nodes are passed over.
Result<std::vector<Sentence>> load_treebank(const std::filesystem::path& path);

// Gives the sentences, as `kind`, the names of a file of "word<TAB>label" lines, sentences apart by an empty line;
// sentences are matched by their words. Types other than PER, ORG and LOC become MISC. Returns how many sentences were
// given names.
using Names = std::vector<std::string> Sentence::*;
Result<std::size_t> add_names(const std::filesystem::path& path, std::span<Sentence> sentences, Names kind);

// All labels of the gold sentences and the words met at least `gold_count` times there or `silver_count` in the others.
struct VocabularyOptions {
  std::uint32_t gold_count = 2;
  std::uint32_t silver_count = 4;
};
Inventory take_inventory(std::span<const Sentence> gold, std::span<const Sentence> silver,
                         const VocabularyOptions& options);

// Words that the sentences write in lower case more than once: of no use to tell a name ("National", "of").
std::set<std::string> ordinary_words(std::span<const Sentence> sentences);

// Puts the words of the first column of a lexicon on the list `which` of kGazetteers: of terms of several words the
// last or all that are not ordinary.
enum class WordsTaken { all, last };
struct Gazetteer {
  std::size_t which = 0;
  WordsTaken taken = WordsTaken::all;
};
Status add_gazetteer(const std::filesystem::path& path, Gazetteer gazetteer, const std::set<std::string>& ordinary,
                     Inventory& inventory);

// How often each word of the inventory is met, in all sentences; at least once.
std::vector<std::uint32_t> count_words(const Inventory& inventory, std::span<const Sentence> sentences);

}  // namespace claimgraph::nlp::training
