#include "claimgraph/pattern/lexicon_index.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <absl/container/flat_hash_map.h>

#include "pattern/symbol_set.h"

namespace claimgraph::pattern {
namespace {

constexpr std::uint32_t kNoNode = ~std::uint32_t{0};
constexpr std::size_t kUnits = 3;

const std::vector<Symbol>& column(const nlp::AnnotatedDocument& document, nlp::TermUnit unit) {
  switch (unit) {
    case nlp::TermUnit::lemma: return document.lemmas;
    case nlp::TermUnit::norm: return document.norms;
    case nlp::TermUnit::word: break;
  }
  return document.words;
}

// An entry of a lexicon as features of the stretches it marks.
struct Term {
  std::uint32_t lexicon = 0;
  std::vector<Feature> features;
};

// The terms that end at a node of the trie, by lexicon.
struct Ends {
  std::vector<std::uint32_t> terms;  // those of one lexicon stand together
};

// A word of a term as documents have it.
std::string normal(nlp::TermUnit unit, const std::string& word) {
  return unit == nlp::TermUnit::word ? word : nlp::norm_of(word);
}

std::string term_of(const nlp::Lexicon::Entry& entry) {
  if (!entry.term.empty()) return entry.term;
  std::string out;
  for (const auto& word : entry.words) out += (out.empty() ? "" : " ") + word;
  return out;
}

}  // namespace

struct LexiconIndex::Impl {
  // The trie: one root a unit, at nodes 0 to 2; an edge is a node and a symbol.
  absl::flat_hash_map<std::uint64_t, std::uint32_t> edges;
  std::vector<Ends> nodes = std::vector<Ends>(kUnits);
  std::array<SymbolSet, kUnits> firsts;  // words that terms begin with, by unit
  std::vector<Term> terms;
  std::vector<Symbol> labels;  // of the lexicons

  static std::uint64_t edge(std::uint32_t node, Symbol symbol) {
    return std::uint64_t{node} << 32 | static_cast<std::uint32_t>(symbol);
  }
  std::uint32_t child(std::uint32_t node, Symbol symbol) const {
    const auto found = edges.find(edge(node, symbol));
    return found == edges.end() ? kNoNode : found->second;
  }

  void add(const nlp::Lexicon& lexicon, Interner& vocabulary);
  void add(const nlp::Lexicon& lexicon, const nlp::Lexicon::Entry& entry, Interner& vocabulary);
  std::uint32_t node_of(nlp::TermUnit unit, const std::vector<std::string>& words, Interner& vocabulary);
};

void LexiconIndex::Impl::add(const nlp::Lexicon& lexicon, Interner& vocabulary) {
  labels.push_back(vocabulary.intern(lexicon.name));
  for (const auto& entry : lexicon.entries) add(lexicon, entry, vocabulary);
}

void LexiconIndex::Impl::add(const nlp::Lexicon& lexicon, const nlp::Lexicon::Entry& entry, Interner& vocabulary) {
  Term term{.lexicon = static_cast<std::uint32_t>(labels.size() - 1), .features = {}};
  term.features.push_back({vocabulary.intern("term"), vocabulary.intern(term_of(entry))});
  for (std::size_t i = 0; i < entry.cells.size(); ++i) {
    if (entry.cells[i].empty()) continue;
    term.features.push_back({vocabulary.intern(lexicon.columns[i]), vocabulary.intern(entry.cells[i])});
  }
  nodes[node_of(lexicon.unit, entry.words, vocabulary)].terms.push_back(static_cast<std::uint32_t>(terms.size()));
  terms.push_back(std::move(term));
}

std::uint32_t LexiconIndex::Impl::node_of(nlp::TermUnit unit, const std::vector<std::string>& words,
                                          Interner& vocabulary) {
  auto node = static_cast<std::uint32_t>(unit);
  if (!words.empty()) firsts[node].add(vocabulary.intern(normal(unit, words.front())));
  for (const auto& word : words) {
    const Symbol symbol = vocabulary.intern(normal(unit, word));
    const auto [place, fresh] = edges.try_emplace(edge(node, symbol), static_cast<std::uint32_t>(nodes.size()));
    node = place->second;
    if (fresh) nodes.emplace_back();
  }
  return node;
}

namespace {

// One pass over a document.
class Marker {
 public:
  Marker(std::size_t lexicons, Layer& layer) : layer_(layer), free_(lexicons, 0), longest_(lexicons, TokenRange{}) {}

  // Notes that terms of the trie end at `tokens.end`. Longer ones come after shorter ones.
  template <typename Impl>
  void found(const Impl& impl, std::uint32_t node, TokenRange tokens) {
    for (const std::uint32_t number : impl.nodes[node].terms) {
      const std::uint32_t lexicon = impl.terms[number].lexicon;
      if (tokens.begin < free_[lexicon]) continue;
      if (longest_[lexicon].empty()) open_.push_back({.lexicon = lexicon, .node = node});
      for (auto& open : open_) {
        if (open.lexicon == lexicon) open.node = node;
      }
      longest_[lexicon] = tokens;
    }
  }

  // Marks the longest of each lexicon that was found from one token.
  template <typename Impl>
  void mark(const Impl& impl) {
    for (const auto& open : open_) {
      const TokenRange tokens = longest_[open.lexicon];
      for (const std::uint32_t number : impl.nodes[open.node].terms) {
        const auto& term = impl.terms[number];
        if (term.lexicon == open.lexicon) layer_.add(tokens, impl.labels[open.lexicon], term.features);
      }
      free_[open.lexicon] = tokens.end;
      longest_[open.lexicon] = {};
    }
    open_.clear();
  }

 private:
  struct Open {
    std::uint32_t lexicon = 0;
    std::uint32_t node = 0;
  };

  Layer& layer_;
  std::vector<std::uint32_t> free_;  // the first token that a lexicon's terms do not lie on yet
  std::vector<TokenRange> longest_;  // of each lexicon, from the token at hand; empty: none
  std::vector<Open> open_;           // the lexicons with one
};

}  // namespace

LexiconIndex::LexiconIndex() : impl_(std::make_unique<Impl>()) {}

LexiconIndex::LexiconIndex(std::span<const nlp::Lexicon> lexicons, Interner& vocabulary) : LexiconIndex() {
  for (const auto& lexicon : lexicons) impl_->add(lexicon, vocabulary);
}

LexiconIndex::LexiconIndex(LexiconIndex&&) noexcept = default;
LexiconIndex& LexiconIndex::operator=(LexiconIndex&&) noexcept = default;
LexiconIndex::~LexiconIndex() = default;

void LexiconIndex::mark(const nlp::AnnotatedDocument& document, Layer& layer) const {
  const Impl& impl = *impl_;
  Marker marker(impl.labels.size(), layer);
  for (const TokenRange sentence : document.sentences) {
    for (std::uint32_t begin = sentence.begin; begin < sentence.end; ++begin) {
      for (std::uint32_t root = 0; root < kUnits; ++root) {
        const auto& symbols = column(document, static_cast<nlp::TermUnit>(root));
        if (!impl.firsts[root].has(symbols[begin])) continue;
        std::uint32_t node = root;
        for (std::uint32_t end = begin; end < sentence.end; ++end) {
          node = impl.child(node, symbols[end]);
          if (node == kNoNode) break;
          marker.found(impl, node, {begin, end + 1});
        }
      }
      marker.mark(impl);
    }
  }
}

}  // namespace claimgraph::pattern
