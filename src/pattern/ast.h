#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// A pattern as it is written, before any name in it is looked up. Every `at` is a byte of the source.
namespace claimgraph::pattern::ast {

struct Name {
  std::string text;
  std::uint32_t at = 0;
};

// A word, a string or a regular expression that something is compared with.
struct Literal {
  enum class Kind { word, string, regex, regex_i };
  Kind kind = Kind::word;
  std::string text;
  std::uint32_t at = 0;
};

enum class Comparison { equal, unequal, less, at_most, more, at_least };

// "=", "<=".
std::string_view spelling(Comparison comparison);
// Whether it asks for an order, which only numbers have.
constexpr bool is_order(Comparison comparison) { return comparison > Comparison::unequal; }

struct Expr;

// name   name op value   name.feature   name.feature op value   name op value[features]
struct Test {
  Name name;
  std::optional<Name> feature;
  std::optional<Comparison> comparison;
  std::vector<Literal> values;  // one, or those of a set
  bool set = false;
  std::unique_ptr<Expr> features;
};
struct Not {
  std::unique_ptr<Expr> part;
};
struct All {
  std::vector<Expr> parts;  // two or more
};
struct Any {
  std::vector<Expr> parts;  // two or more
};
// What a token, or the features of a labelled stretch, must be like.
struct Expr {
  std::uint32_t at = 0;
  std::variant<Test, Not, All, Any> form;
};

struct Node;

// [ ]: any token without a test.
struct TokenStep {
  std::optional<Expr> test;
};
// A token by its norm alone.
struct WordStep {
  Literal literal;
};
// @Label or @Label[features].
struct LabelStep {
  Name label;
  std::optional<Expr> features;
};
struct Sequence {
  std::vector<Node> parts;  // two or more
};
struct Alternatives {
  std::vector<Node> parts;  // two or more, the preferred first
};
struct Repeat {
  std::unique_ptr<Node> body;
  std::uint32_t min = 0;
  std::optional<std::uint32_t> max;  // nothing: no limit
  bool lazy = false;
};
struct Capture {
  Name name;
  std::unique_ptr<Node> body;
};
struct Look {
  bool ahead = true;
  bool negated = false;
  std::unique_ptr<Node> body;
};
struct Anchor {
  enum class Kind { sentence_begin, sentence_end, paragraph_begin, paragraph_end };
  Kind kind = Kind::sentence_begin;
};
// $name
struct Use {
  Name name;
};
struct Node {
  std::uint32_t at = 0;
  std::variant<TokenStep, WordStep, LabelStep, Sequence, Alternatives, Repeat, Capture, Look, Anchor, Use> form;
};

// The pattern as text with one spelling for everything; parse() of it gives an equal tree but for the places.
std::string dump(const Node& node);

std::string dump(const LabelStep& step);
// The test in its brackets.
std::string dump(const Expr& test);

std::string_view spelling(Anchor::Kind kind);

}  // namespace claimgraph::pattern::ast
