#include <fmt/format.h>

#include "pattern/tree_checked.h"

namespace claimgraph::pattern::checked {
namespace {

std::string show(const std::vector<NodeId>& parts) {
  std::string out;
  for (const NodeId part : parts) out += fmt::format(" {}", static_cast<std::uint32_t>(part));
  return out;
}

struct ShowPathNode {
  const Interner& symbols;

  std::string operator()(const Hop& hop) const {
    std::string out = fmt::format("step {}", spelling(hop.way));
    if (hop.relation) out += " by " + dump(*hop.relation, symbols);
    if (hop.test) out += " to " + dump(*hop.test, symbols);
    return out;
  }
  std::string operator()(const Stay& stay) const { return "test " + dump(stay.test, symbols); }
  std::string operator()(const Sequence& sequence) const { return "sequence" + show(sequence.parts); }
  std::string operator()(const Alternatives& either) const { return "alternatives" + show(either.parts); }
  std::string operator()(const Repeat& repeat) const {
    return fmt::format("repeat {}:{}", pattern::dump(Count{.min = repeat.min, .max = repeat.max}), show({repeat.body}));
  }
  std::string operator()(const Look& look) const {
    return fmt::format("look{}:{}", look.negated ? " negated" : "", show({look.body}));
  }
};

}  // namespace

std::string dump(const Arguments& arguments, const Interner& symbols) {
  std::string out;
  for (std::size_t i = 0; i < arguments.nodes.size(); ++i) {
    out += fmt::format("p{}  {}\n", i, std::visit(ShowPathNode{symbols}, arguments.nodes[i].form));
  }
  for (const auto& argument : arguments.all) {
    out += fmt::format("argument {} = p{} as ", shown(argument.name, argument.quantity),
                       static_cast<std::uint32_t>(argument.path));
    if (argument.stretch) {
      out += fmt::format("@{}{}", symbols.text(argument.stretch->label),
                         argument.stretch->features ? " " + dump(*argument.stretch->features, symbols) : "");
    } else {
      out += name_of(argument.shape);
    }
    out += "\n";
  }
  return out;
}

}  // namespace claimgraph::pattern::checked
