#include "pattern/sentence_tree.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "pattern/ud.h"

namespace claimgraph::pattern {
namespace {

template <std::size_t size>
bool is_any_of(std::string_view text, const std::array<std::string_view, size>& of) {
  return std::find(of.begin(), of.end(), text) != of.end();
}

// What links a token to its head and is no part of what it means.
bool is_link(std::string_view relation) {
  constexpr std::array<std::string_view, 3> kLinks = {"case", "cc", "punct"};
  return is_any_of(relation, kLinks);
}

// What is told of a phrase beyond naming it.
bool is_beyond_phrase(std::string_view relation) {
  constexpr std::array<std::string_view, 14> kBeyond = {"acl",       "advcl", "appos",     "ccomp",     "conj",
                                                        "csubj",     "dep",   "discourse", "list",      "orphan",
                                                        "parataxis", "punct", "vocative",  "dislocated"};
  return is_any_of(relation, kBeyond);
}

bool is_opening(std::string_view word) {
  constexpr std::array<std::string_view, 6> kMarks = {"(", "[", "{", "“", "‘", "«"};
  return is_any_of(word, kMarks);
}

bool is_closing(std::string_view word) {
  constexpr std::array<std::string_view, 6> kMarks = {")", "]", "}", "”", "’", "»"};
  return is_any_of(word, kMarks);
}

}  // namespace

void SentenceTree::assign(const nlp::AnnotatedDocument& document, TokenRange tokens) {
  document_ = &document;
  tokens_ = tokens;
  firsts_.assign(tokens.size() + 2, 0);
  dependents_.resize(tokens.size());
  // Counted two places on, so that filling in leaves every count one place on: where it belongs.
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (!is_root(t)) ++firsts_[head(t) - tokens.begin + 2];
  }
  for (std::size_t i = 2; i < firsts_.size(); ++i) firsts_[i] += firsts_[i - 1];
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (!is_root(t)) dependents_[firsts_[head(t) - tokens.begin + 1]++] = t;
  }
}

std::uint32_t SentenceTree::head(std::uint32_t token) const {
  const std::uint32_t head = document_->heads[token];
  return tokens_.contains(head) ? head : token;
}

std::span<const std::uint32_t> SentenceTree::dependents(std::uint32_t token) const {
  const std::size_t place = token - tokens_.begin;
  return std::span(dependents_).subspan(firsts_[place], firsts_[place + 1] - firsts_[place]);
}

std::uint32_t SentenceTree::highest(TokenRange tokens) const {
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (is_root(t) || !tokens.contains(head(t))) return t;
  }
  return tokens.begin;
}

std::vector<TokenRange> SentenceTree::value(std::uint32_t top, ast::Shape shape, const Cut& cut) {
  if (shape == ast::Shape::token) return {{top, top + 1}};
  // From the first token to the last, on both sides of the trigger.
  TokenRange before{cut.trigger.begin, tokens_.begin};
  TokenRange behind{tokens_.end, cut.trigger.end};
  open_.assign(1, top);
  while (!open_.empty()) {
    const std::uint32_t token = open_.back();
    open_.pop_back();
    if (!cut.trigger.contains(token)) {
      TokenRange& part = token < cut.trigger.begin ? before : behind;
      part = {std::min(part.begin, token), std::max(part.end, token + 1)};
    }
    for (const std::uint32_t below : dependents(token)) {
      const bool other = shape == ast::Shape::rest && std::binary_search(cut.others.begin(), cut.others.end(), below);
      if (below != cut.anchor && !other && !leaves_out(token, below, top, shape)) open_.push_back(below);
    }
  }
  std::vector<TokenRange> parts;
  for (TokenRange part : {before, behind}) {
    if (part.begin < part.end) part = trimmed(part);
    if (part.begin < part.end) parts.push_back(part);
  }
  return parts;
}

bool SentenceTree::leaves_out(std::uint32_t above, std::uint32_t token, std::uint32_t top, ast::Shape shape) const {
  const auto relation = universal_part(document_->symbols.text(document_->deprels[token]));
  if (above == top && is_link(relation) && relation != "punct") return true;
  return shape == ast::Shape::phrase && is_beyond_phrase(relation);
}

TokenRange SentenceTree::trimmed(TokenRange tokens) const {
  const auto loose = [&](std::uint32_t token) {
    return document_->pos(token) == "PUNCT" && !has_partner(token, tokens);
  };
  while (!tokens.empty() && loose(tokens.end - 1)) --tokens.end;
  while (!tokens.empty() && loose(tokens.begin)) ++tokens.begin;
  return tokens;
}

// Whether `mark` is a bracket or a quotation mark, and its other half lies within `tokens` too.
bool SentenceTree::has_partner(std::uint32_t mark, TokenRange tokens) const {
  const auto& quotations = document_->quotations;
  const auto quotation =
      std::partition_point(quotations.begin(), quotations.end(), [&](TokenRange range) { return range.end <= mark; });
  if (quotation != quotations.end() && (quotation->begin == mark || quotation->end == mark + 1)) {
    return tokens.contains(*quotation);
  }
  int depth = 0;
  if (is_closing(document_->word(mark))) {
    for (std::uint32_t t = mark + 1; t-- > tokens.begin;) {
      depth += is_closing(document_->word(t)) ? 1 : is_opening(document_->word(t)) ? -1 : 0;
      if (depth == 0) return true;
    }
  } else if (is_opening(document_->word(mark))) {
    for (std::uint32_t t = mark; t < tokens.end; ++t) {
      depth += is_opening(document_->word(t)) ? 1 : is_closing(document_->word(t)) ? -1 : 0;
      if (depth == 0) return true;
    }
  }
  return false;
}

}  // namespace claimgraph::pattern
