#include "pattern/evaluate.h"

#include <algorithm>
#include <string_view>

#include "pattern/number.h"

namespace claimgraph::pattern {
namespace {

const Symbol* column(const std::vector<Symbol>& symbols) { return symbols.empty() ? nullptr : symbols.data(); }

bool has_length(const checked::Length& length, std::string_view word) {
  const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
  const auto characters = word.size() - static_cast<std::size_t>(std::count_if(word.begin(), word.end(), continues));
  return characters >= length.min && characters <= length.max;
}

bool compares(const Check& check, std::string_view feature) {
  const auto number = parse_number(feature);
  return number && holds(*number, check.comparison, check.number);
}

}  // namespace

Evaluator::Evaluator(const Program& program, const nlp::AnnotatedDocument& document, const Layer& layer,
                     RegexMemory& memory)
    : program_(program), document_(document), layer_(layer), memory_(memory), columns_{column(document.words),
                                                                                       column(document.norms),
                                                                                       column(document.lemmas),
                                                                                       column(document.shapes),
                                                                                       column(document.upos),
                                                                                       column(document.xpos),
                                                                                       column(document.feats),
                                                                                       column(document.deprels)} {
  memory_.of_program.assign(program.regexes.size(), nullptr);
}

bool Evaluator::holds(std::uint32_t check, std::uint32_t token, const Labelled* stretch) {
  while (check < Check::kFails) {
    const Check& now = program_.checks[check];
    check = now.next[holds(now, token, stretch) ? 1 : 0];
  }
  return check == Check::kHolds;
}

bool Evaluator::holds(const Check& check, std::uint32_t token, const Labelled* stretch) {
  switch (check.kind) {
    case Check::Kind::field_is: return has_value(check, value(check.field, token));
    case Check::Kind::field_matches: return matches(check, value(check.field, token));
    case Check::Kind::length: return has_length(check.length, document_.word(token));
    case Check::Kind::quoted: return in_quotation(token);
    case Check::Kind::left: return !document_.heads.empty() && token < document_.heads[token];
    case Check::Kind::right: return !document_.heads.empty() && token > document_.heads[token];
    case Check::Kind::named: return named(check, token);
    case Check::Kind::inside: return inside(check, token);
    default: break;
  }
  const auto feature = layer_.feature(*stretch, check.name);
  if (!feature || check.kind == Check::Kind::feature_present) return feature.has_value();
  if (check.kind == Check::Kind::feature_compared) return compares(check, document_.symbols.text(*feature));
  return check.kind == Check::Kind::feature_is ? has_value(check, *feature) : matches(check, *feature);
}

// What the document does not know is the empty string, which no pattern can ask for.
Symbol Evaluator::value(checked::Field field, std::uint32_t token) const {
  const Symbol* const symbols = columns_[static_cast<std::size_t>(field)];
  return symbols == nullptr ? kEmptySymbol : symbols[token];
}

bool Evaluator::has_value(const Check& check, Symbol symbol) const {
  const Symbol* const values = program_.symbols.data();
  if (check.end - check.begin == 1) return values[check.begin] == symbol;
  return std::binary_search(values + check.begin, values + check.end, symbol);
}

bool Evaluator::matches(const Check& check, Symbol symbol) {
  if (symbol == kEmptySymbol) return false;
  RegexCache*& cache = memory_.of_program[check.regex];
  if (cache == nullptr) {
    const checked::Regex& regex = program_.regexes[check.regex];
    auto& kept = memory_.caches[regex.get()];
    if (!kept) kept = std::make_unique<RegexCache>(regex);
    cache = kept.get();
  }
  return cache->matches(symbol, document_.symbols.text(symbol));
}

bool Evaluator::inside(const Check& check, std::uint32_t token) {
  for (const std::uint32_t number : layer_.covering(token)) {
    const Labelled& stretch = layer_[number];
    if (has_value(check, stretch.label) && holds(check.features, token, &stretch)) return true;
  }
  return false;
}

bool Evaluator::named(const Check& check, std::uint32_t token) const {
  const auto& names = document_.names;
  const auto it = std::partition_point(names.begin(), names.end(),
                                       [&](const nlp::NamedSpan& name) { return name.tokens.end <= token; });
  if (it == names.end() || !it->tokens.contains(token)) return false;
  return check.begin == check.end || has_value(check, it->type);
}

bool Evaluator::in_quotation(std::uint32_t token) const {
  const auto& quotations = document_.quotations;
  const auto it = std::partition_point(quotations.begin(), quotations.end(),
                                       [&](const TokenRange& range) { return range.end <= token; });
  return it != quotations.end() && it->contains(token);
}

}  // namespace claimgraph::pattern
