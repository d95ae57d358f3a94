#include "pattern/evaluate.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "pattern/number.h"
#include "pattern/ud.h"

namespace claimgraph::pattern {
namespace {

const Symbol* data(const std::vector<Symbol>& symbols) { return symbols.empty() ? nullptr : symbols.data(); }

bool has_length(const checked::Length& length, std::string_view word) {
  const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
  const auto characters = word.size() - static_cast<std::size_t>(std::count_if(word.begin(), word.end(), continues));
  return characters >= length.min && characters <= length.max;
}

bool compares(const Check& check, std::string_view feature) {
  const auto number = parse_number(feature);
  return number && holds(*number, check.comparison, check.number);
}

// The first of `ranges`, which are apart and ascending, that ends behind `token`.
template <typename Range, typename End>
auto first_behind(const std::vector<Range>& ranges, std::uint32_t token, const End& end) {
  return std::partition_point(ranges.begin(), ranges.end(), [&](const Range& range) { return end(range) <= token; });
}

bool within_one(const std::vector<TokenRange>& ranges, std::uint32_t token) {
  const auto found = first_behind(ranges, token, [](TokenRange range) { return range.end; });
  return found != ranges.end() && found->contains(token);
}

bool begins_one(const std::vector<TokenRange>& ranges, std::uint32_t token) {
  const auto found = first_behind(ranges, token, [](TokenRange range) { return range.end; });
  return found != ranges.end() && found->begin == token;
}

}  // namespace

void Evaluator::assign(const Checks& checks, const nlp::AnnotatedDocument& document, const Layer& layer) {
  checks_ = &checks;
  document_ = &document;
  layer_ = &layer;
  const std::vector<Symbol>* const columns[checked::kFieldCount] = {
      &document.words, &document.norms, &document.lemmas, &document.shapes,
      &document.upos,  &document.xpos,  &document.feats,  &document.deprels};
  std::transform(std::begin(columns), std::end(columns), columns_, [](const auto* column) { return data(*column); });
  columns_[static_cast<std::size_t>(checked::Field::relation)] = nullptr;
  regexes_.assign(checks.regexes.size(), nullptr);
}

// Documents have few relations, so that each is looked up about once.
void Evaluator::need_relations() {
  const Symbol*& column = columns_[static_cast<std::size_t>(checked::Field::relation)];
  if (column != nullptr || document_->deprels.empty()) return;
  struct Known {
    Symbol relation{};
    Symbol universal{};
  };
  std::array<Known, 64> known{};
  relations_.resize(document_->size());
  for (std::size_t token = 0; token < relations_.size(); ++token) {
    const Symbol relation = document_->deprels[token];
    Known& place = known[static_cast<std::uint32_t>(relation) % known.size()];
    if (place.relation != relation) {
      const auto universal = document_->symbols.find(universal_part(document_->symbols.text(relation)));
      place = {relation, universal.value_or(kEmptySymbol)};
    }
    relations_[token] = place.universal;
  }
  column = relations_.data();
}

bool Evaluator::meets(const Check& check, std::uint32_t token) {
  switch (check.kind) {
    case Check::Kind::field_is: return has_value(check, value(check.field, token));
    case Check::Kind::field_matches: return matches(check, value(check.field, token));
    case Check::Kind::length: return has_length(check.length, document_->word(token));
    case Check::Kind::quoted: return within_one(document_->quotations, token);
    case Check::Kind::left: return !document_->heads.empty() && token < document_->heads[token];
    case Check::Kind::right: return !document_->heads.empty() && token > document_->heads[token];
    case Check::Kind::named: {
      const auto name =
          first_behind(document_->names, token, [](const nlp::NamedSpan& span) { return span.tokens.end; });
      if (name == document_->names.end() || !name->tokens.contains(token)) return false;
      return check.begin == check.end || has_value(check, name->type);
    }
    case Check::Kind::inside: return any_fits(check, layer_->covering(token));
    case Check::Kind::starts: return any_fits(check, layer_->starting_at(token));
    case Check::Kind::begins_sentence: return begins_one(document_->sentences, token);
    case Check::Kind::begins_paragraph: return begins_one(document_->paragraphs, token);
    case Check::Kind::feature_is:
    case Check::Kind::feature_matches:
    case Check::Kind::feature_compared:
    case Check::Kind::feature_present: break;
  }
  return false;
}

bool Evaluator::holds(std::uint32_t check, const Labelled& stretch) {
  while (check < Check::kFails) {
    const Check& now = checks_->all[check];
    check = now.next[meets(now, stretch) ? 1 : 0];
  }
  return check == Check::kHolds;
}

bool Evaluator::meets(const Check& check, const Labelled& stretch) {
  const auto feature = layer_->feature(stretch, check.name);
  if (!feature || check.kind == Check::Kind::feature_present) return feature.has_value();
  if (check.kind == Check::Kind::feature_compared) return compares(check, document_->symbols.text(*feature));
  return check.kind == Check::Kind::feature_is ? has_value(check, *feature) : matches(check, *feature);
}

// What the document does not know is the empty string, which no pattern can ask for.
bool Evaluator::has_value(const Check& check, Symbol symbol) const {
  const Symbol* const values = checks_->symbols.data();
  if (check.end - check.begin == 1) return values[check.begin] == symbol;
  return std::binary_search(values + check.begin, values + check.end, symbol);
}

bool Evaluator::matches(const Check& check, Symbol symbol) {
  if (symbol == kEmptySymbol) return false;
  RegexCache*& cache = regexes_[check.regex];
  if (cache == nullptr) {
    const checked::Regex& regex = checks_->regexes[check.regex];
    auto& kept = caches_[regex.get()];
    if (!kept) kept = std::make_unique<RegexCache>(regex);
    cache = kept.get();
  }
  return cache->matches(symbol, document_->symbols.text(symbol));
}

bool Evaluator::any_fits(const Check& check, std::span<const std::uint32_t> stretches) {
  return std::any_of(stretches.begin(), stretches.end(), [&](std::uint32_t number) {
    const Labelled& stretch = (*layer_)[number];
    return has_value(check, stretch.label) && holds(check.features, stretch);
  });
}

}  // namespace claimgraph::pattern
