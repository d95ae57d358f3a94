#include "pattern/tree_run.h"

#include <algorithm>
#include <span>
#include <utility>

namespace claimgraph::pattern {
namespace {

TokenRange joined(TokenRange a, TokenRange b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

}  // namespace

std::optional<TokenRange> stretch_at(const PathArgument& argument, std::uint32_t token, TokenRange trigger,
                                     TokenRange sentence, const Layer& layer, CheckView& checks) {
  const auto rank = [](TokenRange tokens) { return std::pair(~tokens.size(), tokens.begin); };
  std::optional<TokenRange> best;
  for (const std::uint32_t number : layer.covering(token)) {
    const Labelled& found = layer[number];
    const bool fits = found.label == argument.label && sentence.contains(found.tokens) &&
                      !trigger.overlaps(found.tokens) && checks.fits(argument.features, found);
    if (fits && (!best || rank(found.tokens) < rank(*best))) best = found.tokens;
  }
  return best;
}

TreeRun::TreeRun(const Program& program, const nlp::AnnotatedDocument& document, const Layer& layer, CheckView checks,
                 TreeMemory& memory)
    : paths_(*program.paths), document_(document), layer_(layer), memory_(memory), checks_(checks) {
  memory_.reached.resize(std::max(memory_.reached.size(), paths_.arguments.size()));
}

void TreeRun::complete_all(TokenRange window, std::vector<Match>& out) {
  window_ = window;
  memory_.tree.assign(document_, {});
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
  looked_ = false;
  return memory_.tree.tokens().contains(token);
}

bool TreeRun::complete(Match& match) {
  if (!memory_.tree.tokens().contains(match.tokens)) return false;
  const TokenRange trigger = match.tokens;
  const std::uint32_t anchor = memory_.tree.highest(trigger);
  match.captures[paths_.trigger] = trigger;
  for (std::size_t i = 0; i < paths_.arguments.size(); ++i) {
    const PathArgument& argument = paths_.arguments[i];
    auto& found = memory_.reached[i];
    found.clear();
    reach(argument, anchor, trigger, found);
    const Count wanted = argument.quantity.count;
    if (found.size() < wanted.min || (wanted.max && found.size() > *wanted.max)) return false;
  }
  for (std::size_t i = 0; i < paths_.arguments.size(); ++i) {
    if (!paths_.arguments[i].quantity.forbidden() && !fill(i, anchor, match)) return false;
  }
  return true;
}

bool TreeRun::fill(std::size_t number, std::uint32_t anchor, Match& match) {
  const PathArgument& argument = paths_.arguments[number];
  const TokenRange trigger = *match.captures[paths_.trigger];
  const bool rest = argument.shape == ast::Shape::rest;
  const SentenceTree::Cut cut{.trigger = trigger,
                              .anchor = anchor,
                              .others = rest ? std::span(others(number)) : std::span<const std::uint32_t>()};
  std::vector<TokenRange> parts;
  for (const std::uint32_t token : memory_.reached[number]) {
    if (argument.shape == ast::Shape::stretch) {
      parts.push_back(*stretch_at(argument, token, trigger, memory_.tree.tokens(), layer_, checks_));
      continue;
    }
    const auto value = memory_.tree.value(token, argument.shape, cut);
    parts.insert(parts.end(), value.begin(), value.end());
  }
  const bool divided = std::any_of(parts.begin(), parts.end(), [&](TokenRange p) { return p.end <= trigger.begin; });
  const bool has_second = rest || argument.shape == ast::Shape::subtree;
  for (const TokenRange part : parts) {
    const bool second = has_second && divided && trigger.end <= part.begin;
    auto& capture = match.captures[argument.capture + (second ? 1 : 0)];
    capture = capture ? joined(*capture, part) : part;
    match.tokens = joined(match.tokens, part);
  }
  return !parts.empty() || argument.quantity.count.min == 0;
}

const std::vector<std::uint32_t>& TreeRun::others(std::size_t number) {
  memory_.others.clear();
  for (std::size_t i = 0; i < paths_.arguments.size(); ++i) {
    if (i == number) continue;
    memory_.others.insert(memory_.others.end(), memory_.reached[i].begin(), memory_.reached[i].end());
  }
  std::sort(memory_.others.begin(), memory_.others.end());
  return memory_.others;
}

void TreeRun::reach(const PathArgument& argument, std::uint32_t anchor, TokenRange trigger,
                    std::vector<std::uint32_t>& found) {
  const bool first = argument.quantity.nearest || argument.quantity.forbidden();
  memory_.marks.reset(memory_.tree.tokens().size(), static_cast<std::uint32_t>(paths_.hops.size()));
  memory_.now.clear();
  memory_.later.clear();
  go(memory_.now, anchor, argument.entry);
  while (!memory_.now.empty()) {
    // What costs no step is added to `now` while it is gone through.
    for (std::size_t i = 0; i < memory_.now.size(); ++i) {
      const TreeMemory::Place place = memory_.now[i];
      const bool accepts = paths_.hops[place.hop].kind == Hop::Kind::accept;
      if (!accepts) follow(place);
      if (accepts && is_value(argument, place.token, trigger)) found.push_back(place.token);
    }
    if (first && !found.empty()) {
      found.assign(1, *std::min_element(found.begin(), found.end()));
      return;
    }
    memory_.now.swap(memory_.later);
    memory_.later.clear();
  }
}

bool TreeRun::is_value(const PathArgument& argument, std::uint32_t token, TokenRange trigger) {
  if (trigger.contains(token)) return false;
  return argument.shape != ast::Shape::stretch ||
         stretch_at(argument, token, trigger, memory_.tree.tokens(), layer_, checks_);
}

void TreeRun::follow(TreeMemory::Place place) {
  const Hop& hop = paths_.hops[place.hop];
  const SentenceTree& tree = memory_.tree;
  const auto lead = [&](std::uint32_t token) {
    if (checks_.holds(hop.check, token)) go(memory_.later, token, hop.next);
  };
  switch (hop.kind) {
    case Hop::Kind::down:
      for (const std::uint32_t below : tree.dependents(place.token)) {
        if (checks_.holds(hop.relation, below)) lead(below);
      }
      break;
    case Hop::Kind::up:
      if (!tree.is_root(place.token) && checks_.holds(hop.relation, place.token)) lead(tree.head(place.token));
      break;
    case Hop::Kind::next:
      if (place.token + 1 < tree.tokens().end) lead(place.token + 1);
      break;
    case Hop::Kind::previous:
      if (place.token > tree.tokens().begin) lead(place.token - 1);
      break;
    case Hop::Kind::stay:
      if (checks_.holds(hop.check, place.token)) go(memory_.now, place.token, hop.next);
      break;
    case Hop::Kind::split:
      go(memory_.now, place.token, hop.next);
      go(memory_.now, place.token, hop.other);
      break;
    case Hop::Kind::look:
    case Hop::Kind::look_not:
      if (looks(hop, place.token)) go(memory_.now, place.token, hop.next);
      break;
    case Hop::Kind::accept: break;
  }
}

bool TreeRun::looks(const Hop& hop, std::uint32_t token) {
  if (!looked_) memory_.looks.assign(paths_, memory_.tree, checks_);
  looked_ = true;
  return memory_.looks.leads(hop.other, token) == (hop.kind == Hop::Kind::look);
}

void TreeRun::go(std::vector<TreeMemory::Place>& to, std::uint32_t token, std::uint32_t hop) {
  if (!memory_.marks.mark(token - memory_.tree.tokens().begin, hop)) to.push_back({.token = token, .hop = hop});
}

}  // namespace claimgraph::pattern
