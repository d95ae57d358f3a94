#include "pattern/tree_run.h"

#include <algorithm>

namespace claimgraph::pattern {
namespace {

TokenRange joined(TokenRange a, TokenRange b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

}  // namespace

TreeRun::TreeRun(const Program& program, const nlp::AnnotatedDocument& document, const Layer& layer, TokenRange window,
                 TreeMemory& memory, RegexMemory& regexes)
    : program_(program),
      document_(document),
      window_(window),
      memory_(memory),
      evaluator_(program, document, layer, regexes) {
  memory_.tree.assign(document, {});
}

void TreeRun::complete_all(std::vector<Match>& out) {
  for (Match& match : memory_.triggers) {
    if (enter_sentence_of(match.tokens.begin) && complete(match)) out.push_back(std::move(match));
  }
}

bool TreeRun::enter_sentence_of(std::uint32_t token) {
  if (memory_.tree.tokens().contains(token)) return true;
  const auto& sentences = document_.sentences;
  const auto found = std::partition_point(sentences.begin(), sentences.end(),
                                          [&](TokenRange sentence) { return sentence.end <= token; });
  if (found == sentences.end() || found->size() > kMostTreeTokens || !document_.has_syntax(*found)) return false;
  memory_.tree.assign(document_, {std::max(found->begin, window_.begin), std::min(found->end, window_.end)});
  return memory_.tree.tokens().contains(token);
}

bool TreeRun::complete(Match& match) {
  const PathProgram& paths = *program_.paths;
  const TokenRange trigger = match.tokens;
  if (!memory_.tree.tokens().contains(trigger)) return false;
  const std::uint32_t anchor = memory_.tree.highest(trigger);
  match.captures[paths.trigger] = trigger;
  std::vector<std::vector<std::uint32_t>> reached;
  for (const PathArgument& argument : paths.arguments) {
    reached.push_back(reach(argument, anchor, trigger));
    const bool none = reached.back().empty();
    if (argument.presence == ast::Presence::required && none) return false;
    if (argument.presence == ast::Presence::forbidden && !none) return false;
  }
  for (std::size_t i = 0; i < reached.size(); ++i) {
    const PathArgument& argument = paths.arguments[i];
    if (argument.presence == ast::Presence::forbidden) continue;
    std::vector<std::uint32_t> others;
    for (std::size_t k = 0; k < reached.size(); ++k) {
      const bool forbidden = paths.arguments[k].presence == ast::Presence::forbidden;
      if (k != i && !forbidden) others.insert(others.end(), reached[k].begin(), reached[k].end());
    }
    std::vector<TokenRange> parts;
    for (const std::uint32_t token : reached[i]) {
      const auto value =
          memory_.tree.value(token, argument.shape, {.trigger = trigger, .anchor = anchor, .others = others});
      parts.insert(parts.end(), value.begin(), value.end());
    }
    if (parts.empty() && argument.presence == ast::Presence::required) return false;
    const bool divided = std::any_of(parts.begin(), parts.end(), [&](TokenRange p) { return p.end <= trigger.begin; });
    const bool has_second = argument.shape == ast::Shape::subtree || argument.shape == ast::Shape::rest;
    for (const TokenRange part : parts) {
      const bool second = has_second && divided && trigger.end <= part.begin;
      auto& capture = match.captures[argument.capture + (second ? 1 : 0)];
      capture = capture ? joined(*capture, part) : part;
      match.tokens = joined(match.tokens, part);
    }
  }
  return true;
}

std::vector<std::uint32_t> TreeRun::reach(const PathArgument& argument, std::uint32_t anchor, TokenRange trigger) {
  const TokenRange tokens = memory_.tree.tokens();
  memory_.marks.reset(tokens.size(), static_cast<std::uint32_t>(program_.paths->hops.size()));
  memory_.now.clear();
  memory_.later.clear();
  go(memory_.now, anchor, argument.entry);
  std::vector<std::uint32_t> found;
  while (!memory_.now.empty()) {
    const std::size_t before = found.size();
    // What costs no step is added to `now` while it is gone through.
    for (std::size_t i = 0; i < memory_.now.size(); ++i) {
      const TreeMemory::Place place = memory_.now[i];
      const bool accepts = program_.paths->hops[place.hop].kind == Hop::Kind::accept;
      if (!accepts) follow(place);
      if (accepts && !trigger.contains(place.token)) found.push_back(place.token);
    }
    std::sort(found.begin() + static_cast<std::ptrdiff_t>(before), found.end());
    if (!found.empty() && argument.presence != ast::Presence::all) return {found.front()};
    memory_.now.swap(memory_.later);
    memory_.later.clear();
  }
  return found;
}

void TreeRun::follow(TreeMemory::Place place) {
  const Hop& hop = program_.paths->hops[place.hop];
  const SentenceTree& tree = memory_.tree;
  switch (hop.kind) {
    case Hop::Kind::down:
      for (const std::uint32_t below : tree.dependents(place.token)) {
        const bool leads = evaluator_.holds(hop.relation, below) && evaluator_.holds(hop.check, below);
        if (leads) go(memory_.later, below, hop.next);
      }
      break;
    case Hop::Kind::up:
      if (!tree.is_root(place.token) && evaluator_.holds(hop.relation, place.token) &&
          evaluator_.holds(hop.check, tree.head(place.token))) {
        go(memory_.later, tree.head(place.token), hop.next);
      }
      break;
    case Hop::Kind::stay:
      if (evaluator_.holds(hop.check, place.token)) go(memory_.now, place.token, hop.next);
      break;
    case Hop::Kind::split:
      go(memory_.now, place.token, hop.next);
      go(memory_.now, place.token, hop.other);
      break;
    case Hop::Kind::accept: break;
  }
}

void TreeRun::go(std::vector<TreeMemory::Place>& to, std::uint32_t token, std::uint32_t hop) {
  if (!memory_.marks.mark(token - memory_.tree.tokens().begin, hop)) to.push_back({.token = token, .hop = hop});
}

}  // namespace claimgraph::pattern
