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
    for (const Need& need : program_.needs) add(need);
    for (const std::uint32_t check : program_.somewhere) out_ += fmt::format("somewhere {}\n", target(check));
    for (std::size_t i = 0; i < program_.checks.all.size(); ++i) add(i, program_.checks.all[i]);
    for (std::size_t i = 0; i < program_.instructions.size(); ++i) add(i, program_.instructions[i]);
    if (program_.paths) add(*program_.paths);
    if (program_.where != Requirement::kHolds) out_ += fmt::format("where {}\n", target(program_.where, "w"));
    for (std::size_t i = 0; i < program_.requirements.size(); ++i) add(i, program_.requirements[i]);
    return std::move(out_);
  }

 private:
  static std::string target(std::uint32_t at, std::string_view list = "c") {
    if (at == Check::kHolds) return "yes";
    if (at == Check::kFails) return "no";
    return fmt::format("{}{}", list, at);
  }

  std::string values(const Check& check) const {
    std::string out;
    for (std::uint32_t i = check.begin; i < check.end; ++i)
      out += " " + quoted(symbols_.text(program_.checks.symbols[i]));
    return out;
  }

  std::string regex(const Check& check) const {
    const auto& regex = *program_.checks.regexes[check.regex];
    return fmt::format("/{}/{}", regex.pattern(), regex.options().case_sensitive() ? "" : "i");
  }

  std::string show(const Check& check) const {
    const auto feature = symbols_.text(check.name);
    switch (check.kind) {
      case Check::Kind::field_is: return fmt::format("{} is{}", name_of(check.field), values(check));
      case Check::Kind::field_matches: return fmt::format("{} matches {}", name_of(check.field), regex(check));
      case Check::Kind::length: return dump(check.length);
      case Check::Kind::quoted: return "quoted";
      case Check::Kind::left: return "left of its head";
      case Check::Kind::right: return "right of its head";
      case Check::Kind::named: return fmt::format("name{}", values(check));
      case Check::Kind::inside: return fmt::format("in{} with {}", values(check), target(check.features));
      case Check::Kind::feature_is: return fmt::format("feature {} is{}", feature, values(check));
      case Check::Kind::feature_matches: return fmt::format("feature {} matches {}", feature, regex(check));
      case Check::Kind::feature_compared:
        return fmt::format("feature {} {} {}", feature, spelling(check.comparison), check.number);
      case Check::Kind::feature_present: return fmt::format("feature {} present", feature);
      case Check::Kind::starts: return fmt::format("label{} with {}", values(check), target(check.features));
      case Check::Kind::begins_sentence: return "first of a sentence";
      case Check::Kind::begins_paragraph: return "first of a paragraph";
    }
    return "";
  }

  void add(const Need& need) {
    const auto far = need.max == kNone ? "" : fmt::format("{}", need.max);
    out_ += fmt::format("needs     {} at {}-{}\n", target(need.check), need.min, far);
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
      const bool forbidden = argument.quantity.forbidden();
      out_ +=
          fmt::format("argument {} from h{}",
                      shown(forbidden ? "it" : program_.captures[argument.capture], argument.quantity), argument.entry);
      if (argument.shape == ast::Shape::stretch) {
        out_ += fmt::format(" as {} with {}", symbols_.text(argument.label), target(argument.features));
      } else if (!forbidden) {
        out_ += fmt::format(" as {}", name_of(argument.shape));
      }
      out_ += "\n";
    }
    for (std::size_t i = 0; i < paths.hops.size(); ++i) {
      const Hop& hop = paths.hops[i];
      constexpr std::array<std::string_view, 9> kNames = {"down",  "up",   "next", "previous", "stay",
                                                          "split", "look", "not",  "accept"};
      out_ += fmt::format("h{}  {}", i, kNames[static_cast<std::size_t>(hop.kind)]);
      if (hop.relation != Check::kHolds) out_ += fmt::format(" by {}", target(hop.relation));
      if (hop.check != Check::kHolds) out_ += fmt::format(" to {}", target(hop.check));
      const bool split = hop.kind == Hop::Kind::split;
      if (hop.other != kNone && !split) out_ += fmt::format(" h{}", hop.other);
      if (hop.next != kNone) out_ += fmt::format(" -> h{}", hop.next);
      if (hop.other != kNone && split) out_ += fmt::format(", h{}", hop.other);
      out_ += "\n";
    }
  }

  std::string show(const ValueOf& value) const {
    if (value.kind == ValueOf::Kind::field) return std::string(name_of(value.field));
    return fmt::format("{} {}", value.kind == ValueOf::Kind::feature ? "feature" : "feats", symbols_.text(value.name));
  }

  void add(std::size_t number, const Requirement& requirement) {
    constexpr std::array<std::string_view, 13> kNames = {
        "present",  "tested", "before",        "within",         "overlaps",       "distance",  "tokens",
        "compared", "agree",  "same sentence", "same paragraph", "same quotation", "same words"};
    out_ += fmt::format("w{}  {} {}", number, kNames[static_cast<std::size_t>(requirement.kind)],
                        program_.captures[requirement.left]);
    if (requirement.kind == Requirement::Kind::tested) out_ += " " + target(requirement.check);
    if (requirement.right != requirement.left) out_ += " " + program_.captures[requirement.right];
    if (requirement.kind == Requirement::Kind::compared) {
      out_ += fmt::format(": {} {} {}", show(requirement.left_value), spelling(requirement.comparison),
                          show(requirement.right_value));
    } else if (requirement.kind == Requirement::Kind::distance || requirement.kind == Requirement::Kind::tokens) {
      out_ += fmt::format(" {} {}", spelling(requirement.comparison), requirement.number);
    }
    out_ += fmt::format(" ? {} : {}\n", target(requirement.next[1], "w"), target(requirement.next[0], "w"));
  }

  const Program& program_;
  const Interner& symbols_;
  std::string out_;
};

}  // namespace

std::string dump(const Program& program, const Interner& symbols) { return Dump(program, symbols).run(); }

}  // namespace claimgraph::pattern
