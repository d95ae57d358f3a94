#include <algorithm>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "pattern/check_builder.h"
#include "pattern/needs.h"
#include "pattern/part_sizes.h"
#include "pattern/program.h"

namespace claimgraph::pattern {
namespace {

using checked::Condition;
using checked::NodeId;

// How many instructions a tree becomes.
class Size {
 public:
  explicit Size(const checked::Tree& tree) : tree_(tree) {}

  std::size_t run() {
    for (const auto& node : tree_.nodes) parts_.add(std::visit(*this, node.form));
    return parts_.at(tree_.root) + 1;
  }

  std::size_t operator()(const checked::Token&) const { return 1; }
  std::size_t operator()(const checked::Label&) const { return 1; }
  std::size_t operator()(const checked::Anchor&) const { return 1; }
  std::size_t operator()(const checked::Capture& capture) const { return parts_.at(capture.body) + 2; }
  template <typename Joined>
  std::size_t operator()(const Joined& joined) const {
    return parts_.of(joined);
  }

 private:
  const checked::Tree& tree_;
  PartSizes parts_;
};

enum class Direction { right, left };

// Instructions, made from the last to the first: each knows what comes after it.
class Translator {
 public:
  explicit Translator(const checked::Tree& tree)
      : tree_(tree), conditions_(program_.checks), step_of_node_(tree.nodes.size(), kNone) {}

  Program run() {
    const std::uint32_t accept = put({.op = Op::accept});
    const std::uint32_t entry = add(tree_.root, accept, Direction::right);
    order(entry);
    number_marks();
    program_.captures = tree_.captures;
    program_.first = first_filter(tree_);
    program_.required = required_filters(tree_);
    program_.needs = needs_of(tree_, conditions_);
    return std::move(program_);
  }

 private:
  std::uint32_t put(Instruction instruction) {
    program_.instructions.push_back(instruction);
    program_.step_of.push_back(kNone);
    return static_cast<std::uint32_t>(program_.instructions.size() - 1);
  }

  // Where the instructions for a part start that go on at `next`.
  std::uint32_t add(NodeId id, std::uint32_t next, Direction direction) {
    const std::uint32_t entry =
        std::visit([&](const auto& form) { return add(form, next, direction); }, tree_[id].form);
    if (!tree_[id].written.empty()) program_.step_of[entry] = step(id);
    return entry;
  }

  // The place of a step's spelling in the program.
  std::uint32_t step(NodeId id) {
    std::uint32_t& place = step_of_node_[static_cast<std::size_t>(id)];
    if (place == kNone) {
      place = static_cast<std::uint32_t>(program_.steps.size());
      program_.steps.push_back(tree_[id].written);
    }
    return place;
  }

  std::uint32_t add(const checked::Token& token, std::uint32_t next, Direction direction) {
    const bool right = direction == Direction::right;
    if (!token.condition) return put({.op = right ? Op::any : Op::any_back, .next = next});
    return put({.op = right ? Op::token : Op::token_back, .next = next, .check = check(*token.condition)});
  }
  std::uint32_t add(const checked::Label& label, std::uint32_t next, Direction direction) {
    return put({.op = direction == Direction::right ? Op::label : Op::label_back,
                .next = next,
                .check = label.features ? check(*label.features) : Check::kHolds,
                .symbol = label.label});
  }
  std::uint32_t add(const checked::Sequence& sequence, std::uint32_t next, Direction direction) {
    auto parts = sequence.parts;
    if (direction == Direction::right) std::reverse(parts.begin(), parts.end());
    for (const NodeId part : parts) next = add(part, next, direction);
    return next;
  }
  std::uint32_t add(const checked::Alternatives& alternatives, std::uint32_t next, Direction direction) {
    std::uint32_t entry = add(alternatives.parts.back(), next, direction);
    for (auto part = alternatives.parts.rbegin() + 1; part != alternatives.parts.rend(); ++part) {
      entry = put({.op = Op::split, .next = add(*part, next, direction), .other = entry});
    }
    return entry;
  }
  std::uint32_t add(const checked::Repeat& repeat, std::uint32_t next, Direction direction) {
    std::uint32_t required = repeat.min;
    if (!repeat.max) {
      const std::uint32_t loop = put({.op = Op::split});
      const std::uint32_t body = add(repeat.body, loop, direction);
      choose(loop, body, next, repeat.lazy);
      next = required == 0 ? loop : body;
      required -= required == 0 ? 0 : 1;
    } else {
      const std::uint32_t after = next;
      for (std::uint32_t i = repeat.min; i < *repeat.max; ++i) {
        const std::uint32_t body = add(repeat.body, next, direction);
        next = put({.op = Op::split});
        choose(next, body, after, repeat.lazy);
      }
    }
    for (std::uint32_t i = 0; i < required; ++i) next = add(repeat.body, next, direction);
    return next;
  }
  std::uint32_t add(const checked::Capture& capture, std::uint32_t next, Direction direction) {
    next = put({.op = Op::save, .next = next, .number = 2 * capture.number + 1});
    next = add(capture.body, next, direction);
    return put({.op = Op::save, .next = next, .number = 2 * capture.number});
  }
  std::uint32_t add(const checked::Look& look, std::uint32_t next, Direction) {
    const std::uint32_t accept = put({.op = Op::accept});
    const std::uint32_t body = add(look.body, accept, look.ahead ? Direction::right : Direction::left);
    return put({.op = look.negated ? Op::look_not : Op::look, .next = next, .other = body});
  }
  std::uint32_t add(const checked::Anchor& anchor, std::uint32_t next, Direction) {
    const auto op = static_cast<Op>(static_cast<int>(Op::sentence_begin) + static_cast<int>(anchor.kind));
    return put({.op = op, .next = next});
  }

  void choose(std::uint32_t split, std::uint32_t body, std::uint32_t after, bool lazy) {
    program_.instructions[split].next = lazy ? after : body;
    program_.instructions[split].other = lazy ? body : after;
  }

  // A condition that is written out several times is translated once.
  std::uint32_t check(const Condition& condition) {
    const auto [place, fresh] = checks_.try_emplace(&condition, 0);
    if (fresh) place->second = conditions_.add(condition);
    return place->second;
  }

  // Numbers the instructions as a reader follows them from `entry`.
  void order(std::uint32_t entry) {
    auto& old = program_.instructions;
    std::vector<std::uint32_t> number(old.size(), kNone);
    std::vector<std::uint32_t> ordered;
    std::vector<std::uint32_t> open = {entry};
    while (!open.empty()) {
      const std::uint32_t at = open.back();
      open.pop_back();
      if (at == kNone || number[at] != kNone) continue;
      number[at] = static_cast<std::uint32_t>(ordered.size());
      ordered.push_back(at);
      open.push_back(old[at].other);
      open.push_back(old[at].next);
    }
    std::vector<Instruction> instructions;
    std::vector<std::uint32_t> steps;
    for (const std::uint32_t at : ordered) {
      steps.push_back(program_.step_of[at]);
      Instruction instruction = old[at];
      if (instruction.next != kNone) instruction.next = number[instruction.next];
      if (instruction.other != kNone) instruction.other = number[instruction.other];
      instructions.push_back(instruction);
    }
    old = std::move(instructions);
    program_.step_of = std::move(steps);
  }

  // Gives a mark to what several ways lead to, to what a label leads to (by several lengths), and to the first
  // instruction of every subprogram. These keep the run linear, since all else is reached through one of them.
  void number_marks() {
    auto& instructions = program_.instructions;
    std::vector<std::uint32_t> ways(instructions.size(), 0);
    std::vector<bool> in_look(instructions.size(), false);
    ways[0] = 1;
    for (const auto& instruction : instructions) {
      const bool label = instruction.op == Op::label || instruction.op == Op::label_back;
      if (instruction.next != kNone) ways[instruction.next] += label ? 2 : 1;
      if (instruction.op == Op::split) ++ways[instruction.other];
      if (is_look(instruction)) ways[instruction.other] += 2;
      if (is_look(instruction)) mark_reachable(instruction.other, in_look);
    }
    for (std::size_t i = 0; i < instructions.size(); ++i) {
      if (ways[i] < 2) continue;
      instructions[i].mark = program_.marks;
      program_.marks += in_look[i] ? 2 : 1;
    }
  }

  static bool is_look(const Instruction& instruction) {
    return instruction.op == Op::look || instruction.op == Op::look_not;
  }

  void mark_reachable(std::uint32_t entry, std::vector<bool>& marked) const {
    std::vector<std::uint32_t> open = {entry};
    while (!open.empty()) {
      const std::uint32_t at = open.back();
      open.pop_back();
      if (at == kNone || marked[at]) continue;
      marked[at] = true;
      open.push_back(program_.instructions[at].other);
      open.push_back(program_.instructions[at].next);
    }
  }

  const checked::Tree& tree_;
  Program program_;
  CheckBuilder conditions_;
  std::unordered_map<const Condition*, std::uint32_t> checks_;
  std::vector<std::uint32_t> step_of_node_;  // of each node: its place in Program::steps, or kNone
};

}  // namespace

std::optional<Program> translate(const SourceView& source, const checked::Tree& tree, Diagnostics& out) {
  if (Size(tree).run() > kMostInstructions) {
    out.error(error_at(source, {.code = ErrorCode::limit,
                                .message = fmt::format("the pattern needs more than {} instructions when every {{n,m}} "
                                                       "and $name is written out",
                                                       kMostInstructions),
                                .hint = "ask for fewer repetitions, or for any number with '*' or '+'"}));
    return std::nullopt;
  }
  return Translator(tree).run();
}

}  // namespace claimgraph::pattern
