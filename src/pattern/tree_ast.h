#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pattern/ast.h"

// A tree pattern as it is written, before any name in it is looked up. Every `at` is a byte of the source.
namespace claimgraph::pattern::ast {

struct Path;

// >relation[test]   <{relation, relation}[test]
struct Hop {
  bool down = true;
  std::vector<Literal> relations;  // none: any
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
  bool optional = false;   // may be left out
  bool unlimited = false;  // may be gone more than once
};
struct Path {
  std::uint32_t at = 0;
  std::variant<Hop, Stay, PathSequence, PathAlternatives, PathRepeat> form;
};

enum class Presence { required, optional, all, forbidden };
// What of the tree below the token that a path leads to is an argument's value.
enum class Shape { subtree, rest, phrase, token };

std::string_view name_of(Shape shape);

struct Argument {
  Name name;
  Presence presence = Presence::required;
  Shape shape = Shape::subtree;
  Path path;
};

struct Tree {
  Name trigger;
  Node pattern;  // of the trigger
  std::vector<Argument> arguments;
};

// As in the pattern, in one spelling.
std::string dump(const Hop& hop);
std::string dump(const Path& path);
// The pattern as text with one spelling for everything, a clause a line; parse_tree() of it gives an equal tree but for
// the places.
std::string dump(const Tree& tree);

}  // namespace claimgraph::pattern::ast
