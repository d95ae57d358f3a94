#include "pattern/where_run.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "pattern/number.h"

namespace claimgraph::pattern {
namespace {

// Whether one of `ranges`, which are apart and ascending, has all of both.
bool in_one(const std::vector<TokenRange>& ranges, TokenRange left, TokenRange right) {
  const auto found =
      std::partition_point(ranges.begin(), ranges.end(), [&](TokenRange range) { return range.end <= left.begin; });
  return found != ranges.end() && found->contains(left) && found->contains(right);
}

// A value of the labels' features number and gender in the words of Universal Dependencies; else as it is.
std::string_view universal(std::string_view value) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kWords = {
      {{"plural", "Plur"}, {"singular", "Sing"}, {"male", "Masc"}, {"female", "Fem"}}};
  for (const auto& [ours, theirs] : kWords) {
    if (value == ours) return theirs;
  }
  return value;
}

}  // namespace

std::uint32_t distance(TokenRange left, TokenRange right) {
  if (left.overlaps(right)) return 0;
  return left.begin < right.begin ? right.begin - left.end : left.begin - right.end;
}

bool took_part(const std::optional<TokenRange>& capture) { return capture && !capture->empty(); }

bool WhereRun::holds(const Match& match) {
  std::uint32_t at = program_.where;
  while (at < Requirement::kFails) {
    const Requirement& now = program_.requirements[at];
    at = now.next[judge(now, match) ? 1 : 0];
  }
  return at == Requirement::kHolds;
}

bool WhereRun::judge(const Requirement& requirement, const Match& match) {
  const auto& left = match.captures[requirement.left];
  const auto& right = match.captures[requirement.right];
  if (took_part(left) && took_part(right)) return holds(requirement, *left, *right);
  // What compares with "!=" is the opposite of "=", of what is not there too.
  return requirement.comparison == ast::Comparison::unequal;
}

bool WhereRun::holds(const Requirement& requirement, TokenRange left, TokenRange right) {
  switch (requirement.kind) {
    case Requirement::Kind::present: return true;
    case Requirement::Kind::tested: return checks_.holds(requirement.check, head(left));
    case Requirement::Kind::before: return left.end <= right.begin;
    case Requirement::Kind::within: return right.contains(left);
    case Requirement::Kind::overlaps: return left.overlaps(right);
    case Requirement::Kind::distance:
      return pattern::holds(distance(left, right), requirement.comparison, requirement.number);
    case Requirement::Kind::tokens: return pattern::holds(left.size(), requirement.comparison, requirement.number);
    case Requirement::Kind::compared: return compares(requirement, left, right);
    case Requirement::Kind::agree: return !disagreement(left, right);
    case Requirement::Kind::same_sentence: return in_one(document_.sentences, left, right);
    case Requirement::Kind::same_paragraph: return in_one(document_.paragraphs, left, right);
    case Requirement::Kind::same_quotation: return in_one(document_.quotations, left, right);
    case Requirement::Kind::same_words: return same_words(left, right);
  }
  return false;
}

std::uint32_t WhereRun::head(TokenRange tokens) const {
  if (document_.deprels.empty()) return tokens.end - 1;
  for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
    if (document_.deprels[token] == kEmptySymbol) return tokens.end - 1;
    const std::uint32_t above = document_.heads[token];
    if (above == token || !tokens.contains(above)) return token;
  }
  return tokens.end - 1;
}

std::optional<std::string_view> WhereRun::morphological(std::string_view name, std::uint32_t token) const {
  if (document_.feats.empty()) return std::nullopt;
  std::string_view rest = document_.symbols.text(document_.feats[token]);
  while (!rest.empty()) {
    const std::string_view feature = rest.substr(0, rest.find('|'));
    if (feature.size() > name.size() && feature.starts_with(name) && feature[name.size()] == '=') {
      return feature.substr(name.size() + 1);
    }
    rest.remove_prefix(std::min(rest.size(), feature.size() + 1));
  }
  return std::nullopt;
}

std::optional<std::string_view> WhereRun::value(const ValueOf& of, TokenRange tokens) const {
  if (of.kind == ValueOf::Kind::morphological) return morphological(document_.symbols.text(of.name), head(tokens));
  std::optional<Symbol> found;
  if (of.kind == ValueOf::Kind::feature) found = layer_.feature_within(tokens, of.name);
  if (of.kind == ValueOf::Kind::field) found = checks_.value(of.field, head(tokens));
  if (!found || *found == kEmptySymbol) return std::nullopt;
  return document_.symbols.text(*found);
}

bool WhereRun::compares(const Requirement& requirement, TokenRange left, TokenRange right) const {
  const auto first = value(requirement.left_value, left), second = value(requirement.right_value, right);
  const bool unequal = requirement.comparison == ast::Comparison::unequal;
  if (!first || !second) return unequal;
  if (!is_order(requirement.comparison)) return (*first == *second) != unequal;
  const auto number = parse_number(*first), than = parse_number(*second);
  return number && than && pattern::holds(*number, requirement.comparison, *than);
}

std::string_view WhereRun::known(std::string_view label_feature, std::string_view feature, TokenRange tokens) const {
  const auto name = document_.symbols.find(label_feature);
  const auto labelled = name ? layer_.feature_within(tokens, *name) : std::nullopt;
  if (labelled) return universal(document_.symbols.text(*labelled));
  return morphological(feature, head(tokens)).value_or(std::string_view());
}

std::optional<std::pair<std::string_view, std::string_view>> WhereRun::disagreement(TokenRange left,
                                                                                    TokenRange right) const {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kFeatures = {
      {{"number", "Number"}, {"gender", "Gender"}}};
  for (const auto& [label_feature, feature] : kFeatures) {
    const auto first = known(label_feature, feature, left), second = known(label_feature, feature, right);
    if (!first.empty() && !second.empty() && first != second) return std::pair(first, second);
  }
  return std::nullopt;
}

bool WhereRun::same_words(TokenRange left, TokenRange right) const {
  const auto norms = document_.norms.begin();
  return std::equal(norms + left.begin, norms + left.end, norms + right.begin, norms + right.end);
}

}  // namespace claimgraph::pattern
