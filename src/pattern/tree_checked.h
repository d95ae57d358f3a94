#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "claimgraph/base/interner.h"
#include "pattern/checked.h"
#include "pattern/tree_ast.h"

// The arguments of a tree pattern, whose names are looked up and whose literals are symbols.
namespace claimgraph::pattern::checked {

struct Hop {
  ast::Way way = ast::Way::down;
  std::optional<Condition> relation;  // of the dependent to its head
  std::optional<Condition> test;      // of the token it leads to
};
struct Stay {
  Condition test;
};
// Of Sequence, Alternatives, Repeat and Look as in patterns of tokens; a Look goes ahead along the path in it.
struct PathNode {
  std::variant<Hop, Stay, Sequence, Alternatives, Repeat, Look> form;
  std::string written;  // of a step: how it is spelled; else empty
};

struct Argument {
  ast::Quantity quantity;
  ast::Shape shape = ast::Shape::subtree;
  std::optional<Label> stretch;  // of Shape::stretch
  std::string name;
  std::string written;          // its path
  std::string written_stretch;  // of Shape::stretch
  std::uint32_t capture = 0;    // of what is not forbidden; of a subtree a second one follows
  NodeId path{};
};

struct Arguments {
  std::uint32_t trigger = 0;          // capture
  std::vector<std::string> captures;  // those of the trigger's pattern first
  std::vector<PathNode> nodes;        // parts come before what they are part of; a definition used twice is one
  std::vector<Argument> all;

  const PathNode& operator[](NodeId id) const { return nodes[static_cast<std::size_t>(id)]; }
};

// One line a node of a path, numbered, with the numbers of its parts; then one an argument.
std::string dump(const Arguments& arguments, const Interner& symbols);

}  // namespace claimgraph::pattern::checked
