#include "claimgraph/pattern/dispatch.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>
#include <utility>

#include <absl/container/flat_hash_map.h>

#include "pattern/check_view.h"
#include "pattern/program.h"
#include "pattern/shared_checks.h"
#include "pattern/symbol_set.h"

namespace claimgraph::pattern {
namespace {

// Fields that few values share tell too little; a pattern that has no better filter runs everywhere.
constexpr std::array kFields = {checked::Field::word, checked::Field::norm, checked::Field::lemma};
// Behind the fields: labels that start in a sentence, and labels that have some of it.
constexpr std::size_t kStarting = checked::kColumnCount;
constexpr std::size_t kCovering = checked::kColumnCount + 1;

bool is_telling(const Filter& filter) {
  for (std::size_t i = 0; i < checked::kColumnCount; ++i) {
    const bool telling = std::find(kFields.begin(), kFields.end(), static_cast<checked::Field>(i)) != kFields.end();
    if (!telling && !filter.fields[i].empty()) return false;
  }
  return true;
}

const std::vector<Symbol>& column(const nlp::AnnotatedDocument& document, checked::Field field) {
  if (field == checked::Field::word) return document.words;
  return field == checked::Field::norm ? document.norms : document.lemmas;
}

}  // namespace

struct Dispatch::Impl {
  absl::flat_hash_map<std::uint64_t, std::uint32_t> keys;  // places in `patterns`
  std::vector<std::vector<std::uint32_t>> patterns;        // that need a key
  std::array<SymbolSet, kCovering + 1> symbols;            // of the keys, by column
  std::vector<bool> everywhere;                            // of each pattern
  SharedChecks checks;
  std::vector<std::vector<std::uint32_t>> numbers;  // of each pattern: where its checks are among the shared ones

  static std::uint64_t key(std::size_t column, Symbol symbol) {
    return std::uint64_t{column} << 32U | static_cast<std::uint32_t>(symbol);
  }

  void add(std::size_t column, const std::vector<Symbol>& wanted, std::uint32_t pattern) {
    for (const Symbol symbol : wanted) {
      const auto place =
          keys.try_emplace(key(column, symbol), static_cast<std::uint32_t>(patterns.size())).first->second;
      if (place == patterns.size()) patterns.emplace_back();
      patterns[place].push_back(pattern);
      symbols[column].add(symbol);
    }
  }
  void add(const Filter& filter, std::uint32_t pattern) {
    for (const auto field : kFields) add(static_cast<std::size_t>(field), filter.fields[std::size_t(field)], pattern);
    add(kStarting, filter.starting, pattern);
    add(kCovering, filter.covering, pattern);
  }
  // The most telling filter that every match meets comes first; it is one that `first` would be among.
  static const Filter* best(const Program& program) {
    for (const Filter& filter : program.required) {
      if (is_telling(filter)) return &filter;
    }
    return program.first && is_telling(*program.first) ? &*program.first : nullptr;
  }
};

Dispatch::Dispatch() : impl_(std::make_unique<const Impl>()) {}

Dispatch::Dispatch(std::span<const Pattern* const> patterns) {
  auto impl = std::make_unique<Impl>();
  for (const Pattern* const pattern : patterns) {
    const Filter* const filter = Impl::best(*pattern->program_);
    const auto number = static_cast<std::uint32_t>(impl->everywhere.size());
    impl->everywhere.push_back(filter == nullptr);
    if (filter != nullptr) impl->add(*filter, number);
    impl->numbers.push_back(impl->checks.add(pattern->program_->checks));
  }
  impl_ = std::move(impl);
}

Dispatch::Dispatch(Dispatch&&) noexcept = default;
Dispatch& Dispatch::operator=(Dispatch&&) noexcept = default;
Dispatch::~Dispatch() = default;

std::size_t Dispatch::size() const { return impl_->everywhere.size(); }

std::size_t Dispatch::everywhere() const {
  return static_cast<std::size_t>(std::count(impl_->everywhere.begin(), impl_->everywhere.end(), true));
}

Candidates::Candidates() : rows_(std::make_unique<CheckRows>()) {}
Candidates::Candidates(Candidates&&) noexcept = default;
Candidates& Candidates::operator=(Candidates&&) noexcept = default;
Candidates::~Candidates() = default;

void Candidates::assign(const Dispatch& dispatch, const nlp::AnnotatedDocument& document) {
  for (const std::uint32_t pattern : touched_) sentences_[pattern].clear();
  touched_.clear();
  dispatch_ = &dispatch;
  document_ = &document;
  layer_ = nullptr;
  seen_ = 0;
  sentences_.resize(std::max(sentences_.size(), dispatch.size()));
  last_.assign(dispatch.impl_->patterns.size(), kNone);
  number_sentences();
  for (std::uint32_t sentence = 0; sentence < document.sentences.size(); ++sentence) {
    const TokenRange tokens = document.sentences[sentence];
    for (const auto field : kFields) {
      const Symbol* const symbols = column(document, field).data();
      for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
        note(static_cast<std::size_t>(field), symbols[token], sentence);
      }
    }
  }
}

void Candidates::update(const Layer& layer) {
  if (layer_ == nullptr) {
    rows_->assign(dispatch_->impl_->checks.checks(), *document_, layer);
  } else {
    rows_->update(layer);
  }
  layer_ = &layer;
  for (; seen_ < layer.size(); ++seen_) {
    const Labelled& stretch = layer[seen_];
    const std::uint32_t first = sentence_of_[stretch.tokens.begin];
    note(kStarting, stretch.label, first);
    const std::uint32_t last = sentence_of_[stretch.tokens.end - 1];
    for (std::uint32_t sentence = first; sentence <= last; ++sentence) note(kCovering, stretch.label, sentence);
  }
}

void Candidates::number_sentences() {
  sentence_of_.clear();
  for (std::uint32_t sentence = 0; sentence < document_->sentences.size(); ++sentence) {
    sentence_of_.resize(document_->sentences[sentence].end, sentence);
  }
  assert(sentence_of_.size() == document_->size());
}

void Candidates::note(std::size_t column, Symbol symbol, std::uint32_t sentence) {
  const Dispatch::Impl& dispatch = *dispatch_->impl_;
  if (!dispatch.symbols[column].has(symbol)) return;
  const std::uint32_t place = dispatch.keys.find(Dispatch::Impl::key(column, symbol))->second;
  // What stands in a sentence twice most often does so in a row.
  if (last_[place] == sentence) return;
  last_[place] = sentence;
  for (const std::uint32_t pattern : dispatch.patterns[place]) {
    auto& sentences = sentences_[pattern];
    if (sentences.empty()) touched_.push_back(pattern);
    if (sentences.empty() || sentences.back() < sentence) {
      sentences.push_back(sentence);
    } else if (sentences.back() != sentence) {
      const auto at = std::lower_bound(sentences.begin(), sentences.end(), sentence);
      if (*at != sentence) sentences.insert(at, sentence);
    }
  }
}

bool Candidates::anywhere(std::size_t pattern) const {
  return dispatch_->impl_->everywhere[pattern] || !sentences_[pattern].empty();
}

bool Candidates::within(std::size_t pattern, TokenRange window) const {
  if (dispatch_->impl_->everywhere[pattern]) return true;
  const auto& sentences = sentences_[pattern];
  const auto from = std::lower_bound(sentences.begin(), sentences.end(), sentence_of_[window.begin]);
  return from != sentences.end() && *from <= sentence_of_[window.end - 1];
}

void Candidates::sentences(std::size_t pattern, std::vector<TokenRange>& out) const {
  out.clear();
  if (dispatch_->impl_->everywhere[pattern]) {
    out = document_->sentences;
  } else {
    for (const std::uint32_t number : sentences_[pattern]) out.push_back(document_->sentences[number]);
  }
}

CheckView Candidates::checks_of(std::size_t pattern) { return CheckView(*rows_, &dispatch_->impl_->numbers[pattern]); }

}  // namespace claimgraph::pattern
