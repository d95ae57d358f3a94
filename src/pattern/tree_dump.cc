#include <array>

#include <fmt/format.h>

#include "pattern/lexer.h"
#include "pattern/tree_ast.h"

namespace claimgraph::pattern::ast {
namespace {

// Where a path stands, which decides whether it wants brackets.
enum class Place { alternative, sequence, repeated };

std::string show(const Path& path, Place place);

std::string relation(const Literal& literal) { return is_word(literal.text) ? literal.text : quoted(literal.text); }

struct ShowPath {
  Place place;

  static std::string bracketed(bool brackets, std::string text) { return brackets ? "(" + text + ")" : text; }

  std::string operator()(const Hop& hop) const {
    std::string out = hop.down ? ">" : "<";
    if (hop.relations.size() == 1) out += relation(hop.relations.front());
    if (hop.relations.size() > 1) {
      out += "{";
      for (const auto& literal : hop.relations) out += (out.back() == '{' ? "" : ", ") + relation(literal);
      out += "}";
    }
    return hop.test ? out + dump(*hop.test) : out;
  }
  std::string operator()(const Stay& stay) const { return dump(stay.test); }
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
    return bracketed(place != Place::alternative, out);
  }
  std::string operator()(const PathAlternatives& either) const {
    std::string out;
    for (const auto& part : either.parts) out += (out.empty() ? "" : " | ") + show(part, Place::alternative);
    return bracketed(place != Place::alternative, out);
  }
  std::string operator()(const PathRepeat& repeat) const {
    const char* sign = !repeat.unlimited ? "?" : repeat.optional ? "*" : "+";
    return bracketed(place == Place::repeated, show(*repeat.body, Place::repeated) + sign);
  }
};

std::string show(const Path& path, Place place) { return std::visit(ShowPath{place}, path.form); }

}  // namespace

std::string_view name_of(Shape shape) {
  constexpr std::array<std::string_view, 4> kNames = {"subtree", "rest", "phrase", "token"};
  return kNames[static_cast<std::size_t>(shape)];
}

std::string dump(const Hop& hop) { return ShowPath{Place::sequence}(hop); }

std::string dump(const Path& path) { return show(path, Place::alternative); }

std::string dump(const Tree& tree) {
  std::string out = fmt::format("{} = {}\n", tree.trigger.text, dump(tree.pattern));
  for (const auto& argument : tree.arguments) {
    const bool forbidden = argument.presence == Presence::forbidden;
    const char* mark = argument.presence == Presence::optional ? "?" : argument.presence == Presence::all ? "*" : "";
    out += fmt::format("{}{}{} = {} as {}\n", forbidden ? "not " : "", argument.name.text, mark,
                       show(argument.path, Place::alternative), name_of(argument.shape));
  }
  return out;
}

}  // namespace claimgraph::pattern::ast
