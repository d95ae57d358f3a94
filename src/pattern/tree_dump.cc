#include <array>

#include <fmt/format.h>

#include "pattern/lexer.h"
#include "pattern/tree_ast.h"

namespace claimgraph::pattern::ast {
namespace {

// Where a path stands, which decides whether it wants brackets.
enum class Place { whole, alternative, sequence, repeated };

std::string show(const Path& path, Place place);

std::string relation(const Literal& literal) { return is_word(literal.text) ? literal.text : quoted(literal.text); }

struct ShowPath {
  Place place;

  static std::string bracketed(bool brackets, std::string text) { return brackets ? "(" + text + ")" : text; }

  std::string operator()(const Hop& hop) const {
    std::string out(spelling(hop.way));
    if (hop.relations.size() == 1) out += relation(hop.relations.front());
    if (hop.relations.size() > 1) {
      out += "{";
      for (const auto& literal : hop.relations) out += (out.back() == '{' ? "" : ", ") + relation(literal);
      out += "}";
    }
    if (hop.test) out += dump(*hop.test);
    // A "{" behind a step without a relation would be read as a set of them.
    const bool bare = hop.relations.empty() && !hop.test && (hop.way == Way::down || hop.way == Way::up);
    return bracketed(bare && place == Place::repeated, out);
  }
  std::string operator()(const Stay& stay) const { return bracketed(place == Place::repeated, dump(stay.test)); }
  std::string operator()(const PathSequence& sequence) const {
    std::string out;
    for (std::size_t i = 0; i < sequence.parts.size(); ++i) {
      // A test behind a hop would become the hop's own.
      const bool before_test =
          i + 1 < sequence.parts.size() && std::holds_alternative<Stay>(sequence.parts[i + 1].form);
      const auto* hop = std::get_if<Hop>(&sequence.parts[i].form);
      out += (i == 0 ? "" : " ") +
             bracketed(before_test && hop != nullptr && !hop->test, show(sequence.parts[i], Place::sequence));
    }
    return bracketed(place > Place::alternative, out);
  }
  std::string operator()(const PathAlternatives& either) const {
    std::string out;
    for (const auto& part : either.parts) out += (out.empty() ? "" : " | ") + show(part, Place::alternative);
    return bracketed(place != Place::whole, out);
  }
  std::string operator()(const PathRepeat& repeat) const {
    return bracketed(place == Place::repeated, show(*repeat.body, Place::repeated) + pattern::dump(repeat.count));
  }
  std::string operator()(const PathLook& look) const {
    const std::string out = (look.negated ? "(?! " : "(?= ") + show(*look.body, Place::whole) + ")";
    return bracketed(place == Place::repeated, out);
  }
  std::string operator()(const Use& use) const { return "$" + use.name.text; }
};

std::string show(const Path& path, Place place) { return std::visit(ShowPath{place}, path.form); }

}  // namespace

std::string_view spelling(Way way) {
  constexpr std::array<std::string_view, 4> kSpellings = {">", "<", "next", "previous"};
  return kSpellings[static_cast<std::size_t>(way)];
}

std::string_view name_of(Shape shape) {
  constexpr std::array<std::string_view, 4> kNames = {"subtree", "rest", "phrase", "token"};
  return kNames[static_cast<std::size_t>(shape)];
}

std::string shown(const std::string& name, const Quantity& quantity) {
  if (quantity.forbidden()) return "not " + name;
  if (quantity.nearest) return name + (quantity.count.min == 0 ? "?" : "");
  return name + pattern::dump(quantity.count);
}

std::string dump(const Path& path) { return show(path, Place::whole); }

std::string dump(const Tree& tree) {
  std::string out = fmt::format("{} = {}\n", tree.trigger.text, dump(tree.pattern));
  for (const auto& argument : tree.arguments) {
    out += fmt::format("{} = {} as {}\n", shown(argument.name.text, argument.quantity), dump(argument.path),
                       argument.stretch ? dump(*argument.stretch) : name_of(argument.shape));
  }
  return out;
}

}  // namespace claimgraph::pattern::ast
