#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "pattern/check_builder.h"
#include "pattern/needs.h"
#include "pattern/part_sizes.h"
#include "pattern/program.h"

namespace claimgraph::pattern {
namespace {

using checked::NodeId;

// How many hops all paths become.
class Size {
 public:
  explicit Size(const checked::Arguments& arguments) : arguments_(arguments) {}

  std::size_t run() {
    for (const auto& node : arguments_.nodes) parts_.add(std::visit(*this, node.form));
    std::size_t sum = 0;
    for (const auto& argument : arguments_.all) sum = PartSizes::capped(sum + parts_.at(argument.path) + 1);
    return sum;
  }

  std::size_t operator()(const checked::Hop&) const { return 1; }
  std::size_t operator()(const checked::Stay&) const { return 1; }
  template <typename Joined>
  std::size_t operator()(const Joined& joined) const {
    return parts_.of(joined);
  }

 private:
  const checked::Arguments& arguments_;
  PartSizes parts_;
};

// Hops, made from the last to the first: each knows what comes after it.
class PathTranslator {
 public:
  PathTranslator(const checked::Arguments& arguments, Program& program)
      : arguments_(arguments), checks_(program.checks), program_(program), out_(*program.paths) {}

  void run() {
    out_.trigger = arguments_.trigger;
    for (const auto& argument : arguments_.all) {
      PathArgument made{.quantity = argument.quantity,
                        .shape = argument.shape,
                        .capture = argument.capture,
                        .entry = add(argument.path, put({})),
                        .name = argument.name,
                        .written = argument.written,
                        .written_stretch = argument.written_stretch};
      if (argument.stretch) {
        made.label = argument.stretch->label;
        made.features = check(argument.stretch->features);
      }
      out_.arguments.push_back(std::move(made));
    }
    find_before();
    program_.somewhere = needs_of(arguments_, checks_);
  }

 private:
  std::uint32_t put(Hop hop) {
    out_.hops.push_back(hop);
    out_.written.emplace_back();
    return static_cast<std::uint32_t>(out_.hops.size() - 1);
  }

  // Where the hops for a part start that go on at `next`.
  std::uint32_t add(NodeId id, std::uint32_t next) {
    const std::uint32_t entry = std::visit([&](const auto& form) { return add(form, next); }, arguments_[id].form);
    if (!arguments_[id].written.empty()) out_.written[entry] = arguments_[id].written;
    return entry;
  }
  std::uint32_t add(const checked::Hop& hop, std::uint32_t next) {
    return put({.kind = static_cast<Hop::Kind>(hop.way),
                .next = next,
                .relation = check(hop.relation),
                .check = check(hop.test)});
  }
  std::uint32_t add(const checked::Stay& stay, std::uint32_t next) {
    return put({.kind = Hop::Kind::stay, .next = next, .check = checks_.add(stay.test)});
  }
  std::uint32_t add(const checked::Sequence& sequence, std::uint32_t next) {
    for (auto part = sequence.parts.rbegin(); part != sequence.parts.rend(); ++part) next = add(*part, next);
    return next;
  }
  std::uint32_t add(const checked::Alternatives& either, std::uint32_t next) {
    std::uint32_t entry = add(either.parts.back(), next);
    for (auto part = either.parts.rbegin() + 1; part != either.parts.rend(); ++part) {
      entry = put({.kind = Hop::Kind::split, .next = add(*part, next), .other = entry});
    }
    return entry;
  }
  std::uint32_t add(const checked::Repeat& repeat, std::uint32_t next) {
    std::uint32_t required = repeat.min;
    if (!repeat.max) {
      const std::uint32_t loop = put({.kind = Hop::Kind::split, .other = next});
      const std::uint32_t body = add(repeat.body, loop);
      out_.hops[loop].next = body;
      next = required == 0 ? loop : body;
      required -= required == 0 ? 0 : 1;
    } else {
      const std::uint32_t after = next;
      for (std::uint32_t i = repeat.min; i < *repeat.max; ++i) {
        next = put({.kind = Hop::Kind::split, .next = add(repeat.body, next), .other = after});
      }
    }
    for (std::uint32_t i = 0; i < required; ++i) next = add(repeat.body, next);
    return next;
  }
  std::uint32_t add(const checked::Look& look, std::uint32_t next) {
    const std::uint32_t accept = put({});
    const std::uint32_t entry = add(look.body, accept);
    out_.looks.push_back({.entry = entry, .accept = accept});
    return put({.kind = look.negated ? Hop::Kind::look_not : Hop::Kind::look, .next = next, .other = entry});
  }

  std::uint32_t check(const std::optional<checked::Condition>& condition) {
    return condition ? checks_.add(*condition) : Check::kHolds;
  }

  void find_before() {
    if (out_.looks.empty()) return;
    out_.before.resize(out_.hops.size());
    for (std::uint32_t i = 0; i < out_.hops.size(); ++i) {
      const Hop& hop = out_.hops[i];
      if (hop.next != kNone) out_.before[hop.next].push_back(i);
      if (hop.kind == Hop::Kind::split) out_.before[hop.other].push_back(i);
    }
  }

  const checked::Arguments& arguments_;
  CheckBuilder checks_;
  Program& program_;
  PathProgram& out_;
};

}  // namespace

bool add_arguments(const SourceView& source, const checked::Arguments& arguments, Program& program, Diagnostics& out) {
  if (Size(arguments).run() > kMostInstructions) {
    out.error(error_at(
        source, {.code = ErrorCode::limit,
                 .message = fmt::format("the paths need more than {} steps when every {{n,m}} and $name is written out",
                                        kMostInstructions),
                 .hint = "ask for fewer repetitions, or for any number with '*' or '+'"}));
    return false;
  }
  program.captures = arguments.captures;
  program.paths.emplace();
  PathTranslator(arguments, program).run();
  return true;
}

}  // namespace claimgraph::pattern
