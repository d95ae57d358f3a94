#include <algorithm>
#include <map>
#include <utility>

#include "pattern/tracer.h"
#include "pattern/tree_run.h"

namespace claimgraph::pattern {
namespace {

// Where a match failed though all is there, it was for a value: one that the other arguments have used up.
void mark_empty(TracedTrigger& trigger) {
  if (trigger.good() != trigger.arguments.size()) return;
  for (TracedArgument& argument : trigger.arguments) {
    const bool found = argument.outcome == TracedArgument::Outcome::found;
    if (found) argument.outcome = TracedArgument::Outcome::empty;
  }
}

using FarEnds = std::vector<std::pair<std::uint32_t, DeadEnd>>;  // each with how many moves it is away

void add_end(FarEnds& ends, std::uint32_t moves, std::uint32_t word, const std::string& wanted) {
  const auto same = std::find_if(ends.begin(), ends.end(), [&](const auto& end) { return end.second.word == word; });
  if (same != ends.end()) {
    same->second.wanted.push_back(wanted);
  } else {
    ends.push_back({moves, {.word = word, .wanted = {wanted}}});
  }
}

}  // namespace

void Tracer::trace_triggers(Trace& trace) {
  std::vector<Match> triggers;
  find_all(triggers);
  for (const Match& trigger : triggers) {
    if (!enter_sentence_of(trigger.tokens.begin, trace)) continue;
    std::vector<Match> found;
    memory_.trees.triggers.assign(1, trigger);
    TreeRun(program_, document_, layer_, checks_, memory_.trees).complete_all(window_, found);
    TracedTrigger way = traced(trigger.tokens);
    if (found.empty()) {
      mark_empty(way);
      trace.triggers.push_back(std::move(way));
    } else {
      auto steps = attempt(trigger.tokens.begin).reached.steps;
      trace.matches.push_back(
          {.match = std::move(found.front()), .steps = std::move(steps), .arguments = std::move(way.arguments)});
    }
  }
  const auto better = [](const auto& a, const auto& b) { return a.good() > b.good(); };
  std::stable_sort(trace.triggers.begin(), trace.triggers.end(), better);
}

bool Tracer::enter_sentence_of(std::uint32_t token, Trace& trace) {
  for (const TokenRange sentence : document_.sentences) {
    if (!sentence.contains(token)) continue;
    trace.too_long = trace.too_long || sentence.size() > kMostTreeTokens;
    trace.no_syntax = trace.no_syntax || !document_.has_syntax(sentence);
    if (sentence.size() > kMostTreeTokens || !document_.has_syntax(sentence)) return false;
    tree_.assign(document_, {std::max(sentence.begin, window_.begin), std::min(sentence.end, window_.end)});
    looks_.assign(*program_.paths, tree_, checks_);
    return true;
  }
  return false;
}

TracedTrigger Tracer::traced(TokenRange trigger) {
  TracedTrigger out{.tokens = trigger, .anchor = tree_.highest(trigger), .arguments = {}};
  for (const PathArgument& argument : program_.paths->arguments) {
    out.arguments.push_back(traced(argument, out.anchor, trigger));
  }
  return out;
}

TracedArgument Tracer::traced(const PathArgument& argument, std::uint32_t anchor, TokenRange trigger) {
  TracedArgument out{.name = argument.name, .path = argument.written};
  if (!argument.written_stretch.empty()) out.path += " as " + argument.written_stretch;
  places_.assign(1, {.token = anchor, .hop = argument.entry});
  seen_.clear();
  std::map<std::uint32_t, std::uint32_t> nearest;  // words it leads to, and the place that first did
  FarEnds dead;
  for (std::uint32_t i = 0; i < places_.size(); ++i) {
    const Place place = places_[i];
    if (program_.paths->hops[place.hop].kind == Hop::Kind::accept) {
      if (is_value(argument, place.token, trigger)) {
        nearest.try_emplace(place.token, i);
      } else if (!trigger.contains(place.token)) {
        add_end(dead, place.moves, place.token, argument.written_stretch);
      }
    } else if (!follow(i)) {
      add_end(dead, place.moves, place.token, program_.paths->written[place.hop]);
    }
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> by_distance;  // moves and place
  for (const auto& [token, place] : nearest) by_distance.emplace_back(places_[place].moves, place);
  std::stable_sort(by_distance.begin(), by_distance.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  const bool one = argument.quantity.nearest;
  for (const auto& [moves, place] : by_distance) {
    if (out.words.empty() || !one) out.words.push_back(places_[place].token);
  }
  if (!by_distance.empty()) out.way = words_to(by_distance.front().second);
  const Count wanted = argument.quantity.count;
  using Outcome = TracedArgument::Outcome;
  out.outcome = out.words.size() < wanted.min                  ? Outcome::missing
                : wanted.max && out.words.size() > *wanted.max ? Outcome::unwanted
                : out.words.empty()                            ? Outcome::absent
                                                               : Outcome::found;
  std::stable_sort(dead.begin(), dead.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  if (out.outcome == Outcome::missing) {
    for (auto& [moves, end] : dead) out.dead_ends.push_back(std::move(end));
  }
  return out;
}

bool Tracer::is_value(const PathArgument& argument, std::uint32_t token, TokenRange trigger) {
  if (trigger.contains(token)) return false;
  return argument.shape != ast::Shape::stretch || stretch_at(argument, token, trigger, tree_.tokens(), layer_, checks_);
}

bool Tracer::follow(std::uint32_t number) {
  const Place place = places_[number];
  const Hop& hop = program_.paths->hops[place.hop];
  bool some = false;
  switch (hop.kind) {
    case Hop::Kind::down:
      for (const std::uint32_t below : tree_.dependents(place.token)) {
        if (!checks_.holds(hop.relation, below) || !checks_.holds(hop.check, below)) continue;
        go(number, below, hop.next, true);
        some = true;
      }
      break;
    case Hop::Kind::up:
      some = !tree_.is_root(place.token) && checks_.holds(hop.relation, place.token) &&
             checks_.holds(hop.check, tree_.head(place.token));
      if (some) go(number, tree_.head(place.token), hop.next, true);
      break;
    case Hop::Kind::next:
    case Hop::Kind::previous: {
      const bool next = hop.kind == Hop::Kind::next;
      const bool there = next ? place.token + 1 < tree_.tokens().end : place.token > tree_.tokens().begin;
      const std::uint32_t beside = next ? place.token + 1 : place.token - 1;
      some = there && checks_.holds(hop.check, beside);
      if (some) go(number, beside, hop.next, true);
      break;
    }
    case Hop::Kind::look:
    case Hop::Kind::look_not:
      some = looks_.leads(hop.other, place.token) == (hop.kind == Hop::Kind::look);
      if (some) go(number, place.token, hop.next, false);
      break;
    case Hop::Kind::stay:
      some = checks_.holds(hop.check, place.token);
      if (some) go(number, place.token, hop.next, false);
      break;
    case Hop::Kind::split:
      go(number, place.token, hop.next, false);
      go(number, place.token, hop.other, false);
      some = true;
      break;
    case Hop::Kind::accept: some = true; break;
  }
  return some;
}

void Tracer::go(std::uint32_t from, std::uint32_t token, std::uint32_t hop, bool moves) {
  if (!seen_.insert((std::uint64_t{hop} << 32U) | token).second) return;
  places_.push_back({.token = token, .hop = hop, .parent = from, .moves = places_[from].moves + (moves ? 1 : 0)});
}

std::vector<std::uint32_t> Tracer::words_to(std::uint32_t number) const {
  std::vector<std::uint32_t> out;
  for (std::uint32_t at = number; at != kNone; at = places_[at].parent) {
    if (out.empty() || out.back() != places_[at].token) out.push_back(places_[at].token);
  }
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace claimgraph::pattern
