#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pattern/ast.h"
#include "pattern/quantifier.h"

// A tree pattern as it is written, before any name in it is looked up. Every `at` is a byte of the source.
namespace claimgraph::pattern::ast {

struct Path;

// Where a step goes: to the dependents, to the head, to the next or to the previous word of the text.
enum class Way { down, up, next, previous };

// ">" "<" "next" "previous".
std::string_view spelling(Way way);

// >relation[test]   <{relation, relation}[test]   next[test]
struct Hop {
  Way way = Way::down;
  std::vector<Literal> relations;  // of down and up; none: any
  std::optional<Expr> test;        // of the token it leads to
};
// [test], of the token where the path is.
struct Stay {
  Expr test;
};
struct PathSequence {
  std::vector<Path> parts;  // two or more
};
struct PathAlternatives {
  std::vector<Path> parts;  // two or more
};
struct PathRepeat {
  std::unique_ptr<Path> body;
  Count count;
};
// (?= path)   (?! path)
struct PathLook {
  bool negated = false;
  std::unique_ptr<Path> body;
};
// Use is $name.
struct Path {
  std::uint32_t at = 0;
  std::variant<Hop, Stay, PathSequence, PathAlternatives, PathRepeat, PathLook, Use> form;
};

// How many words the path of an argument must lead to, and which of them are its value: the nearest, or all.
struct Quantity {
  Count count{.min = 1, .max = {}};
  bool nearest = true;

  bool forbidden() const { return count.max == 0U; }
  friend bool operator==(const Quantity&, const Quantity&) = default;
};

// What an argument's value is: of the tree below the token that a path leads to, or the labelled stretch around it.
enum class Shape { subtree, rest, phrase, token, stretch };

// REQUIRES: no stretch, whose name is its label's.
std::string_view name_of(Shape shape);

struct Argument {
  Name name;
  Quantity quantity;
  Shape shape = Shape::subtree;
  std::optional<LabelStep> stretch;  // of Shape::stretch
  Path path;
};

struct Tree {
  Name trigger;
  Node pattern;  // of the trigger
  std::vector<Argument> arguments;
};

// The pattern as text with one spelling for everything, a clause a line; parse_tree() of it gives an equal tree but for
// the places.
std::string dump(const Tree& tree);
std::string dump(const Path& path);

// The name of an argument with its marks: "not x", "x?", "x{2}".
std::string shown(const std::string& name, const Quantity& quantity);

}  // namespace claimgraph::pattern::ast
