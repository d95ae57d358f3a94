#include <array>

#include <fmt/format.h>

#include "pattern/ast.h"
#include "pattern/lexer.h"
#include "pattern/quantifier.h"

namespace claimgraph::pattern::ast {
namespace {

// How tightly a form binds; a part that binds less than its place wants is put in brackets.
enum class Binding { alternatives, sequence, repeat, atom };

std::string show(const Node& node, Binding wanted);
std::string show(const Expr& expr, Binding wanted);

std::string escaped_regex(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '/') out.push_back('\\');
    out.push_back(text[i]);
    if (text[i] == '\\' && i + 1 < text.size()) out.push_back(text[++i]);
  }
  return out;
}

std::string show(const Literal& literal) {
  switch (literal.kind) {
    case Literal::Kind::word: return literal.text;
    case Literal::Kind::string: return quoted(literal.text);
    case Literal::Kind::regex: return "/" + escaped_regex(literal.text) + "/";
    case Literal::Kind::regex_i: return "/" + escaped_regex(literal.text) + "/i";
  }
  return "";
}

std::string show_values(const Test& test) {
  if (!test.set) return show(test.values.front());
  std::string out = "{";
  for (const auto& value : test.values) out += (out.size() > 1 ? ", " : "") + show(value);
  return out + "}";
}

template <typename Part>
std::string join(const std::vector<Part>& parts, std::string_view between, Binding wanted) {
  std::string out = show(parts.front(), wanted);
  for (std::size_t i = 1; i < parts.size(); ++i) out += std::string(between) + show(parts[i], wanted);
  return out;
}

struct ShowExpr {
  std::string operator()(const Test& test) const {
    std::string out = test.name.text;
    if (test.feature) out += "." + test.feature->text;
    if (test.comparison) out += std::string(spelling(*test.comparison)) + show_values(test);
    if (test.features) out += "[" + show(*test.features, Binding::alternatives) + "]";
    return out;
  }
  std::string operator()(const Not& negation) const { return "!" + show(*negation.part, Binding::atom); }
  std::string operator()(const All& all) const { return join(all.parts, " & ", Binding::repeat); }
  std::string operator()(const Any& any) const { return join(any.parts, " | ", Binding::sequence); }
};

Binding binding_of(const Expr& expr) {
  constexpr std::array<Binding, 4> kBindings = {Binding::atom, Binding::atom, Binding::sequence, Binding::alternatives};
  return kBindings[expr.form.index()];
}

std::string show(const Expr& expr, Binding wanted) {
  std::string out = std::visit(ShowExpr{}, expr.form);
  return binding_of(expr) < wanted ? "(" + out + ")" : out;
}

struct ShowNode {
  std::string operator()(const TokenStep& step) const {
    return step.test ? "[" + show(*step.test, Binding::alternatives) + "]" : "[]";
  }
  std::string operator()(const WordStep& step) const { return show(step.literal); }
  std::string operator()(const LabelStep& step) const { return dump(step); }
  std::string operator()(const Sequence& sequence) const { return join(sequence.parts, " ", Binding::repeat); }
  std::string operator()(const Alternatives& either) const { return join(either.parts, " | ", Binding::sequence); }
  std::string operator()(const Repeat& repeat) const {
    return show(*repeat.body, Binding::atom) + pattern::dump(Count{.min = repeat.min, .max = repeat.max}) +
           (repeat.lazy ? "?" : "");
  }
  std::string operator()(const Capture& capture) const {
    return "(?<" + capture.name.text + "> " + show(*capture.body, Binding::alternatives) + ")";
  }
  std::string operator()(const Look& look) const {
    return std::string(look.ahead ? "(?" : "(?<") + (look.negated ? "! " : "= ") +
           show(*look.body, Binding::alternatives) + ")";
  }
  std::string operator()(const Anchor& anchor) const { return std::string(spelling(anchor.kind)); }
  std::string operator()(const Use& use) const { return "$" + use.name.text; }
};

Binding binding_of(const Node& node) {
  if (std::holds_alternative<Alternatives>(node.form)) return Binding::alternatives;
  if (std::holds_alternative<Sequence>(node.form)) return Binding::sequence;
  if (std::holds_alternative<Repeat>(node.form)) return Binding::repeat;
  return Binding::atom;
}

std::string show(const Node& node, Binding wanted) {
  std::string out = std::visit(ShowNode{}, node.form);
  return binding_of(node) < wanted ? "(" + out + ")" : out;
}

}  // namespace

std::string dump(const Node& node) { return show(node, Binding::alternatives); }

std::string dump(const LabelStep& step) { return "@" + step.label.text + (step.features ? dump(*step.features) : ""); }

std::string dump(const Expr& test) { return "[" + show(test, Binding::alternatives) + "]"; }

std::string_view spelling(Comparison comparison) {
  constexpr std::array<std::string_view, 6> kSpellings = {"=", "!=", "<", "<=", ">", ">="};
  return kSpellings[static_cast<std::size_t>(comparison)];
}

std::string_view spelling(Anchor::Kind kind) {
  constexpr std::array<std::string_view, 4> kSpellings = {"<s>", "</s>", "<p>", "</p>"};
  return kSpellings[static_cast<std::size_t>(kind)];
}

}  // namespace claimgraph::pattern::ast
