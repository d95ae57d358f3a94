#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <re2/re2.h>

#include "claimgraph/base/interner.h"
#include "pattern/ast.h"

// A pattern whose names are looked up and whose literals are symbols.
namespace claimgraph::pattern::checked {

// The last four are of syntax: documents that no parser saw have none. `relation` is deprel without its subtype; no
// pattern names it, but deprel=nsubj asks for it.
enum class Field { word, norm, lemma, shape, upos, xpos, feats, deprel, relation };
inline constexpr std::size_t kFieldCount = 8;  // that patterns name
inline constexpr std::size_t kColumnCount = 9;

std::string_view name_of(Field field);

// A regular expression that has to match a whole string. shared_ptr because programs hold it, and matchers whose
// memory of its answers must not outlive it.
using Regex = std::shared_ptr<const RE2>;

struct Condition;

struct FieldIs {
  Field field{};
  std::vector<Symbol> values;  // ascending
};
struct FieldMatches {
  Field field{};
  Regex regex;
};
struct Quoted {};
// The word has at least `min` and at most `max` characters.
struct Length {
  std::uint32_t min = 0;
  std::uint32_t max = ~std::uint32_t{0};
};
// The token stands on that side of its head.
struct OnSide {
  bool right = true;
};
// The token is part of a name; of one of `types`, where there are some.
struct Named {
  std::vector<Symbol> types;  // ascending
};
// The token lies within a stretch with one of `labels` whose features meet `features`, where there is one.
struct Inside {
  std::vector<Symbol> labels;  // ascending
  std::unique_ptr<Condition> features;
};
struct FeatureIs {
  Symbol name{};
  std::vector<Symbol> values;  // ascending
};
struct FeatureMatches {
  Symbol name{};
  Regex regex;
};
// The feature is a number with that order to `number`.
struct FeatureCompared {
  Symbol name{};
  ast::Comparison comparison{};
  double number = 0;
};
struct FeaturePresent {
  Symbol name{};
};
struct Not {
  std::unique_ptr<Condition> part;
};
struct All {
  std::vector<Condition> parts;
};
struct Any {
  std::vector<Condition> parts;
};
// Of a token: FieldIs, FieldMatches, Length, Quoted, OnSide, Named, Inside. Of a stretch: FeatureIs, FeatureMatches,
// FeatureCompared, FeaturePresent.
struct Condition {
  std::variant<FieldIs, FieldMatches, Length, Quoted, OnSide, Named, Inside, FeatureIs, FeatureMatches, FeatureCompared,
               FeaturePresent, Not, All, Any>
      form;
};

enum class NodeId : std::uint32_t {};  // place in Tree::nodes; a definition that is used twice is one node

struct Token {
  std::optional<Condition> condition;  // nothing: any token
};
struct Label {
  Symbol label{};
  std::optional<Condition> features;
};
struct Sequence {
  std::vector<NodeId> parts;
};
struct Alternatives {
  std::vector<NodeId> parts;
};
struct Repeat {
  NodeId body{};
  std::uint32_t min = 0;
  std::optional<std::uint32_t> max;
  bool lazy = false;
};
struct Capture {
  std::uint32_t number = 0;  // in Tree::captures
  NodeId body{};
};
struct Look {
  bool ahead = true;
  bool negated = false;
  NodeId body{};
};
struct Anchor {
  ast::Anchor::Kind kind{};
};
struct Node {
  std::variant<Token, Label, Sequence, Alternatives, Repeat, Capture, Look, Anchor> form;
  std::string written = {};  // of a step: how it is spelled, for traces
};

// Parts come before what they are part of.
struct Tree {
  std::vector<Node> nodes;
  NodeId root{};
  std::vector<std::string> captures;

  const Node& operator[](NodeId id) const { return nodes[static_cast<std::size_t>(id)]; }
};

// One line a node, numbered, with the numbers of its parts.
std::string dump(const Tree& tree, const Interner& symbols);
std::string dump(const Condition& condition, const Interner& symbols);
std::string dump(const Length& length);

}  // namespace claimgraph::pattern::checked
