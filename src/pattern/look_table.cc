#include "pattern/look_table.h"

namespace claimgraph::pattern {

void LookTable::assign(const PathProgram& paths, const SentenceTree& tree, CheckView& checks) {
  paths_ = &paths;
  tree_ = &tree;
  checks_ = &checks;
  begin_ = tree.tokens().begin;
  marks_.reset(tree.tokens().size(), static_cast<std::uint32_t>(paths.hops.size()));
  for (const PathLook& look : paths.looks) {
    for (std::uint32_t token = begin_; token < tree.tokens().end; ++token) put(look.accept, token);
    while (!open_.empty()) {
      const Place place = open_.back();
      open_.pop_back();
      for (const std::uint32_t hop : paths.before[place.hop]) back(hop, place.token);
    }
  }
}

void LookTable::back(std::uint32_t number, std::uint32_t token) {
  const Hop& hop = paths_->hops[number];
  const TokenRange tokens = tree_->tokens();
  switch (hop.kind) {
    case Hop::Kind::down:
      if (!tree_->is_root(token) && checks_->holds(hop.relation, token) && checks_->holds(hop.check, token)) {
        put(number, tree_->head(token));
      }
      break;
    case Hop::Kind::up:
      if (!checks_->holds(hop.check, token)) break;
      for (const std::uint32_t below : tree_->dependents(token)) {
        if (checks_->holds(hop.relation, below)) put(number, below);
      }
      break;
    case Hop::Kind::next:
      if (token > tokens.begin && checks_->holds(hop.check, token)) put(number, token - 1);
      break;
    case Hop::Kind::previous:
      if (token + 1 < tokens.end && checks_->holds(hop.check, token)) put(number, token + 1);
      break;
    case Hop::Kind::stay:
      if (checks_->holds(hop.check, token)) put(number, token);
      break;
    case Hop::Kind::split: put(number, token); break;
    case Hop::Kind::look:
      if (leads(hop.other, token)) put(number, token);
      break;
    case Hop::Kind::look_not:
      if (!leads(hop.other, token)) put(number, token);
      break;
    case Hop::Kind::accept: break;
  }
}

void LookTable::put(std::uint32_t hop, std::uint32_t token) {
  if (!marks_.mark(token - begin_, hop)) open_.push_back({.token = token, .hop = hop});
}

}  // namespace claimgraph::pattern
