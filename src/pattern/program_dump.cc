#include <array>

#include <fmt/format.h>

#include "pattern/lexer.h"
#include "pattern/program.h"

namespace claimgraph::pattern {
namespace {

std::string_view name_of(Op op) {
  constexpr std::array<std::string_view, 15> kNames = {"any",        "token",   "label",  "any back", "token back",
                                                       "label back", "split",   "save",   "look",     "not",
                                                       "at <s>",     "at </s>", "at <p>", "at </p>",  "accept"};
  return kNames[static_cast<std::size_t>(op)];
}

// Checks as nested choices would grow without bound where several ways join, so they are shown as they are: a list.
class Dump {
 public:
  Dump(const Program& program, const Interner& symbols) : program_(program), symbols_(symbols) {}

  std::string run() {
    for (const auto& filter : program_.required) out_ += fmt::format("required  {}\n", dump(filter, symbols_));
    if (program_.first) out_ += fmt::format("first     {}\n", dump(*program_.first, symbols_));
    for (const std::uint32_t opener : program_.openers) out_ += fmt::format("first     {}\n", opener);
    for (std::size_t i = 0; i < program_.checks.size(); ++i) add(i, program_.checks[i]);
    for (std::size_t i = 0; i < program_.instructions.size(); ++i) add(i, program_.instructions[i]);
    if (program_.paths) add(*program_.paths);
    return std::move(out_);
  }

 private:
  static std::string target(std::uint32_t check) {
    if (check == Check::kHolds) return "yes";
    if (check == Check::kFails) return "no";
    return fmt::format("c{}", check);
  }

  std::string values(const Check& check) const {
    std::string out;
    for (std::uint32_t i = check.begin; i < check.end; ++i) out += " " + quoted(symbols_.text(program_.symbols[i]));
    return out;
  }

  std::string regex(const Check& check) const {
    const auto& regex = *program_.regexes[check.regex];
    return fmt::format("/{}/{}", regex.pattern(), regex.options().case_sensitive() ? "" : "i");
  }

  std::string show(const Check& check) const {
    const auto feature = symbols_.text(check.name);
    switch (check.kind) {
      case Check::Kind::field_is: return fmt::format("{} is{}", name_of(check.field), values(check));
      case Check::Kind::field_matches: return fmt::format("{} matches {}", name_of(check.field), regex(check));
      case Check::Kind::quoted: return "quoted";
      case Check::Kind::left: return "left of its head";
      case Check::Kind::right: return "right of its head";
      case Check::Kind::named: return fmt::format("name{}", values(check));
      case Check::Kind::inside: return fmt::format("in{} with {}", values(check), target(check.features));
      case Check::Kind::feature_is: return fmt::format("feature {} is{}", feature, values(check));
      case Check::Kind::feature_matches: return fmt::format("feature {} matches {}", feature, regex(check));
      case Check::Kind::feature_present: return fmt::format("feature {} present", feature);
    }
    return "";
  }

  void add(std::size_t number, const Check& check) {
    out_ += fmt::format("c{}  {} ? {} : {}\n", number, show(check), target(check.next[1]), target(check.next[0]));
  }

  void add(std::size_t number, const Instruction& instruction) {
    out_ += fmt::format("{}{}  {}", number, instruction.mark == kNone ? "" : "*", name_of(instruction.op));
    if (instruction.symbol != kEmptySymbol) out_ += fmt::format(" {}", symbols_.text(instruction.symbol));
    if (instruction.check != Check::kHolds) out_ += fmt::format(" {}", target(instruction.check));
    if (instruction.op == Op::save) {
      out_ += fmt::format(" {} {}", instruction.number % 2 == 0 ? "begin" : "end",
                          program_.captures[instruction.number / 2]);
    }
    if (instruction.op != Op::split && instruction.other != kNone) out_ += fmt::format(" {}", instruction.other);
    if (instruction.next != kNone) out_ += fmt::format(" -> {}", instruction.next);
    if (instruction.op == Op::split) out_ += fmt::format(", {}", instruction.other);
    out_ += "\n";
  }

  void add(const PathProgram& paths) {
    for (const auto& argument : paths.arguments) {
      constexpr std::array<std::string_view, 4> kPresence = {"one", "optional", "all", "none"};
      const bool forbidden = argument.presence == ast::Presence::forbidden;
      out_ += fmt::format("{} {} from h{}\n", kPresence[static_cast<std::size_t>(argument.presence)],
                          forbidden ? "" : program_.captures[argument.capture], argument.entry);
    }
    for (std::size_t i = 0; i < paths.hops.size(); ++i) {
      const Hop& hop = paths.hops[i];
      constexpr std::array<std::string_view, 5> kNames = {"down", "up", "stay", "split", "accept"};
      out_ += fmt::format("h{}  {}", i, kNames[static_cast<std::size_t>(hop.kind)]);
      if (hop.relation != Check::kHolds) out_ += fmt::format(" by {}", target(hop.relation));
      if (hop.check != Check::kHolds) out_ += fmt::format(" to {}", target(hop.check));
      if (hop.next != kNone) out_ += fmt::format(" -> h{}", hop.next);
      if (hop.other != kNone) out_ += fmt::format(", h{}", hop.other);
      out_ += "\n";
    }
  }

  const Program& program_;
  const Interner& symbols_;
  std::string out_;
};

}  // namespace

std::string dump(const Program& program, const Interner& symbols) { return Dump(program, symbols).run(); }

}  // namespace claimgraph::pattern
