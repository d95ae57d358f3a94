#include "pattern/literals.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "claimgraph/base/suggest.h"
#include "claimgraph/nlp/lexicon.h"
#include "claimgraph/text/segmenter.h"
#include "pattern/lexer.h"
#include "pattern/ud.h"

namespace claimgraph::pattern {

using ast::Literal;
using checked::Condition;
using checked::Field;

bool is_regex(const Literal& literal) {
  return literal.kind == Literal::Kind::regex || literal.kind == Literal::Kind::regex_i;
}

std::string either(std::string suggestion, std::string otherwise) {
  return suggestion.empty() ? std::move(otherwise) : std::move(suggestion);
}

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

checked::Regex regex_of(const std::string& pattern) {
  RE2::Options options;
  options.set_log_errors(false);
  return std::make_shared<const RE2>(pattern, options);
}

std::string alternatives_of(const std::vector<Literal>& values) {
  std::string out;
  for (const auto& value : values) out += (out.empty() ? "" : "|") + RE2::QuoteMeta(value.text);
  return out;
}

void sort(std::vector<Symbol>& symbols) {
  std::sort(symbols.begin(), symbols.end());
  symbols.erase(std::unique(symbols.begin(), symbols.end()), symbols.end());
}

std::nullopt_t LiteralChecker::fault(std::uint32_t at, std::string message, std::string hint) {
  out_.error(error_at(source_,
                      {.code = ErrorCode::invalid, .message = std::move(message), .at = at, .hint = std::move(hint)}));
  return std::nullopt;
}

std::optional<Condition> LiteralChecker::field(Field field, const std::vector<Literal>& values) {
  if (field == Field::deprel && !is_regex(values.front())) return relations(values);
  auto found = compared(values, field);
  if (!found) return std::nullopt;
  if (found->regex) return Condition{checked::FieldMatches{field, std::move(found->regex)}};
  return Condition{checked::FieldIs{field, std::move(found->symbols)}};
}

std::optional<Condition> LiteralChecker::feature(Symbol name, const std::vector<Literal>& values) {
  auto found = compared(values, std::nullopt);
  if (!found) return std::nullopt;
  if (found->regex) return Condition{checked::FeatureMatches{name, std::move(found->regex)}};
  return Condition{checked::FeatureIs{name, std::move(found->symbols)}};
}

// A relation without a subtype stands for itself and all its subtypes.
std::optional<Condition> LiteralChecker::relations(const std::vector<Literal>& values) {
  checked::FieldIs exact{Field::deprel, {}}, universal{Field::relation, {}};
  for (const auto& value : values) {
    if (!known_relation(value)) return std::nullopt;
    const bool whole = universal_part(value.text) == value.text;
    (whole ? universal : exact).values.push_back(vocabulary_.intern(value.text));
  }
  sort(exact.values);
  sort(universal.values);
  if (universal.values.empty()) return Condition{std::move(exact)};
  if (exact.values.empty()) return Condition{std::move(universal)};
  checked::Any any;
  any.parts.push_back({std::move(universal)});
  any.parts.push_back({std::move(exact)});
  return Condition{std::move(any)};
}

bool LiteralChecker::known_relation(const Literal& literal) {
  const auto& known = known_relations();
  if (is_regex(literal)) {
    fault(literal.at, "a regular expression cannot stand in a set", "write two tests with '|' between them");
    return false;
  }
  const std::string universal(universal_part(literal.text));
  if (std::find(known.begin(), known.end(), universal) != known.end()) return true;
  fault(literal.at, fmt::format("unknown relation '{}'", literal.text),
        either(did_you_mean(universal, known), "known ones: " + listed(known)));
  return false;
}

std::optional<LiteralChecker::Compared> LiteralChecker::compared(const std::vector<Literal>& values,
                                                                 std::optional<Field> field) {
  Compared out;
  bool good = true;
  for (const auto& value : values) {
    if (is_regex(value)) {
      out.regex = regex(value, values.size());
      good = good && out.regex != nullptr;
    } else if (value.text.empty()) {
      good = false;
      fault(value.at, "nothing is equal to an empty string", "to test that something is absent, negate the test");
    } else if (const auto text = field ? text_for(*field, value) : value.text) {
      out.symbols.push_back(vocabulary_.intern(*text));
    } else {
      good = false;
    }
  }
  if (!good) return std::nullopt;
  sort(out.symbols);
  return out;
}

checked::Regex LiteralChecker::regex(const Literal& literal, std::size_t values) {
  if (values != 1) {
    fault(literal.at, "a regular expression cannot stand in a set", "write two tests with '|' between them");
    return nullptr;
  }
  RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(literal.kind == Literal::Kind::regex);
  auto compiled = std::make_shared<const RE2>(literal.text, options);
  if (compiled->ok()) return compiled;
  fault(literal.at, fmt::format("bad regular expression: {}", compiled->error()),
        "the syntax is that of RE2; it has to match from the first letter to the last");
  return nullptr;
}

std::optional<std::string> LiteralChecker::text_for(Field field, const Literal& literal) {
  if (field == Field::upos) return upos(literal);
  if (field == Field::shape || field == Field::xpos) return literal.text;
  warn_of_several_tokens(literal);
  return field == Field::word ? literal.text : nlp::norm_of(literal.text);
}

std::optional<std::string> LiteralChecker::upos(const Literal& literal) {
  const auto& known = known_upos();
  if (std::find(known.begin(), known.end(), literal.text) != known.end()) return literal.text;
  return fault(literal.at, fmt::format("unknown part of speech '{}'", literal.text),
               either(did_you_mean(literal.text, known), "known ones: " + listed(known)));
}

void LiteralChecker::warn_of_several_tokens(const Literal& literal) {
  const auto tokens = text::segment(literal.text).tokens;
  if (tokens.size() < 2) return;
  std::string words;
  for (const Span token : tokens) {
    words += (words.empty() ? "" : " ") + quoted(std::string_view(literal.text).substr(token.begin, token.size()));
  }
  out_.warning(error_at(source_, {.code = ErrorCode::invalid,
                                  .message = fmt::format("no token is ever '{}'", literal.text),
                                  .at = literal.at,
                                  .hint = fmt::format("in a text it is {} tokens: {}", tokens.size(), words)}));
}

}  // namespace claimgraph::pattern
