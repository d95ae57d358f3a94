#include "claimgraph/pattern/trace.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "pattern/tracer.h"
#include "pattern/where_run.h"

namespace claimgraph::pattern {
namespace {

// States that the search for the nearest miss may go through, all starts of a window together: about a second.
constexpr std::uint64_t kMostStates = 5'000'000;

std::uint64_t key(std::uint32_t pc, std::uint32_t position) { return (std::uint64_t{pc} << 32U) | position; }

void add_once(std::vector<std::string>& to, const std::string& text) {
  if (std::find(to.begin(), to.end(), text) == to.end()) to.push_back(text);
}

}  // namespace

std::size_t TracedTrigger::good() const {
  return static_cast<std::size_t>(std::count_if(arguments.begin(), arguments.end(), [](const auto& argument) {
    return argument.outcome == TracedArgument::Outcome::found || argument.outcome == TracedArgument::Outcome::absent;
  }));
}

Tracer::Tracer(const Pattern& pattern, const nlp::AnnotatedDocument& document, const Layer& layer, TokenRange window)
    : program_(*pattern.program_), document_(document), layer_(layer), window_(window), checks_(memory_.rows) {
  memory_.rows.assign(program_.checks, document, layer);
}

Trace Tracer::run() {
  Trace trace;
  if (program_.paths) {
    trace_triggers(trace);
    if (trace.matches.empty() && trace.triggers.empty() && !trace.no_syntax && !trace.too_long) find_nearest(trace);
    judge(trace);
    return trace;
  }
  std::vector<Match> matches;
  find_all(matches);
  for (Match& match : matches) {
    auto found = attempt(match.tokens.begin);
    trace.matches.push_back({.match = std::move(match), .steps = std::move(found.reached.steps)});
  }
  if (trace.matches.empty()) find_nearest(trace);
  judge(trace);
  return trace;
}

void Tracer::find_all(std::vector<Match>& out) {
  Run run(program_, document_, layer_, checks_, memory_);
  if (run.enter(window_)) run.find_all(out);
}

void Tracer::judge(Trace& trace) {
  if (program_.where == Requirement::kHolds) return;
  WhereRun where(program_, document_, layer_, checks_);
  for (TracedMatch& traced : trace.matches) {
    for (const Condition& condition : program_.conditions) {
      if (auto refusal = where.refusal(condition, traced.match)) traced.refusals.push_back(*std::move(refusal));
    }
  }
  const auto first = std::stable_partition(trace.matches.begin(), trace.matches.end(),
                                           [](const TracedMatch& traced) { return traced.refusals.empty(); });
  trace.refused.assign(std::make_move_iterator(first), std::make_move_iterator(trace.matches.end()));
  trace.matches.erase(first, trace.matches.end());
}

void Tracer::find_nearest(Trace& trace) {
  std::optional<Attempt> best;
  for (std::uint32_t start = window_.begin; start < window_.end && trace.complete; ++start) {
    Attempt now = attempt(start);
    const auto length = [](const Attempt& attempt) { return attempt.reached.stopped - attempt.start; };
    const bool further = !best || std::pair(now.steps, length(now)) > std::pair(best->steps, length(*best));
    if (further) best = std::move(now);
    trace.complete = spent_ <= kMostStates;
  }
  if (best) trace.nearest = std::move(best->reached);
}

Tracer::Attempt Tracer::attempt(std::uint32_t start) {
  states_.assign(1, {.position = start});
  seen_.clear();
  std::vector<std::uint32_t> open = {0};
  std::vector<std::uint32_t> failed;  // states whose step does not hold, in the order they were met
  while (!open.empty() && spent_ <= kMostStates) {
    const std::uint32_t number = open.back();
    open.pop_back();
    const State state = states_[number];
    if (!seen_.insert(key(state.pc, state.position)).second) continue;
    ++spent_;
    if (program_.instructions[state.pc].op == Op::accept) {
      return {.accepted = true, .steps = state.steps, .start = start, .reached = {.steps = way_to(number)}};
    }
    if (!advance(number, open)) failed.push_back(number);
  }
  Attempt out{.start = start, .reached = {.stopped = start}};
  std::uint32_t best = 0;
  for (const std::uint32_t number : failed) {
    const State& state = states_[number];
    out.reached.stopped = std::max(out.reached.stopped, state.position);
  }
  for (const std::uint32_t number : failed) {
    const State& state = states_[number];
    if (state.position != out.reached.stopped) continue;
    if (states_[best].position != out.reached.stopped || state.steps > states_[best].steps) best = number;
    const std::uint32_t step = program_.step_of[state.pc];
    if (step != kNone) add_once(out.reached.wanted, program_.steps[step]);
  }
  out.steps = states_[best].steps;
  out.reached.steps = way_to(best);
  return out;
}

bool Tracer::advance(std::uint32_t number, std::vector<std::uint32_t>& open) {
  const State state = states_[number];
  const Instruction& instruction = program_.instructions[state.pc];
  switch (instruction.op) {
    case Op::any:
    case Op::token:
    case Op::any_back:
    case Op::token_back: return advance_over_token(number, open);
    case Op::label:
    case Op::label_back: return advance_over_labels(number, open);
    case Op::split: push(number, instruction.other, state.position, open); break;
    case Op::save:
    case Op::accept: break;
    case Op::look:
      if (!accepts(instruction.other, state.position)) return false;
      break;
    case Op::look_not:
      if (accepts(instruction.other, state.position)) return false;
      break;
    case Op::sentence_begin:
    case Op::sentence_end:
    case Op::paragraph_begin:
    case Op::paragraph_end:
      if (!is_boundary(document_, instruction.op, state.position)) return false;
      break;
  }
  push(number, instruction.next, state.position, open);
  return true;
}

bool Tracer::advance_over_token(std::uint32_t number, std::vector<std::uint32_t>& open) {
  const State state = states_[number];
  const Instruction& instruction = program_.instructions[state.pc];
  const bool back = instruction.op == Op::any_back || instruction.op == Op::token_back;
  if (state.position == (back ? window_.begin : window_.end)) return false;
  const std::uint32_t token = back ? state.position - 1 : state.position;
  if (!checks_.holds(instruction.check, token)) return false;
  push(number, instruction.next, back ? token : token + 1, open);
  return true;
}

// The preferred stretch goes last, to be taken first.
bool Tracer::advance_over_labels(std::uint32_t number, std::vector<std::uint32_t>& open) {
  const State state = states_[number];
  const Instruction& instruction = program_.instructions[state.pc];
  const bool back = instruction.op == Op::label_back;
  if (state.position == (back ? window_.begin : window_.end)) return false;
  const auto stretches = back ? layer_.covering(state.position - 1) : layer_.starting_at(state.position);
  bool some = false;
  for (auto at = stretches.rbegin(); at != stretches.rend(); ++at) {
    const Labelled& stretch = layer_[*at];
    const bool fits = window_.contains(stretch.tokens) && (!back || stretch.tokens.end == state.position);
    if (!fits || stretch.label != instruction.symbol) continue;
    if (!checks_.fits(instruction.check, stretch)) continue;
    push(number, instruction.next, back ? stretch.tokens.begin : stretch.tokens.end, open);
    some = true;
  }
  return some;
}

void Tracer::push(std::uint32_t from, std::uint32_t pc, std::uint32_t position, std::vector<std::uint32_t>& open) {
  const State& before = states_[from];
  State state{.pc = pc, .position = position, .parent = from, .steps = before.steps, .step = before.step};
  const std::uint32_t step = program_.step_of[before.pc];
  if (step != kNone) {
    if (step != before.step) ++state.steps;
    state.step = step;
  }
  open.push_back(static_cast<std::uint32_t>(states_.size()));
  states_.push_back(state);
}

bool Tracer::accepts(std::uint32_t entry, std::uint32_t position) {
  // A search of its own: what it goes through is no step of the way.
  auto states = std::exchange(states_, {{.pc = entry, .position = position}});
  auto seen = std::exchange(seen_, {});
  std::vector<std::uint32_t> open = {0};
  bool accepted = false;
  while (!open.empty() && !accepted && spent_ <= kMostStates) {
    const std::uint32_t number = open.back();
    open.pop_back();
    const State state = states_[number];
    if (!seen_.insert(key(state.pc, state.position)).second) continue;
    ++spent_;
    accepted = program_.instructions[state.pc].op == Op::accept;
    if (!accepted) advance(number, open);
  }
  states_ = std::move(states);
  seen_ = std::move(seen);
  return accepted;
}

std::vector<TracedStep> Tracer::way_to(std::uint32_t number) const {
  std::vector<std::uint32_t> way;
  for (std::uint32_t at = number; at != kNone; at = states_[at].parent) way.push_back(at);
  std::reverse(way.begin(), way.end());
  std::vector<TracedStep> out;
  std::vector<std::uint32_t> captures;  // those that are open
  for (std::size_t i = 0; i + 1 < way.size(); ++i) {
    const State& state = states_[way[i]];
    const Instruction& instruction = program_.instructions[state.pc];
    if (instruction.op == Op::save && instruction.number % 2 == 0) captures.push_back(instruction.number / 2);
    if (instruction.op == Op::save && instruction.number % 2 == 1) captures.pop_back();
    const std::uint32_t step = program_.step_of[state.pc];
    if (step == kNone) continue;
    const TokenRange tokens{state.position, states_[way[i + 1]].position};
    const std::string capture = captures.empty() ? "" : program_.captures[captures.back()];
    const bool again = !out.empty() && !tokens.empty() && out.back().step == program_.steps[step] &&
                       out.back().capture == capture && out.back().tokens.end == tokens.begin;
    if (again) {
      out.back().tokens.end = tokens.end;
    } else {
      out.push_back({.step = program_.steps[step], .capture = capture, .tokens = tokens});
    }
  }
  return out;
}

Trace trace(const Pattern& pattern, const nlp::AnnotatedDocument& document, const Layer& layer, TokenRange window) {
  return Tracer(pattern, document, layer, window).run();
}

}  // namespace claimgraph::pattern
