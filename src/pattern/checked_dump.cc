#include <array>

#include <fmt/format.h>

#include "pattern/checked.h"
#include "pattern/lexer.h"

namespace claimgraph::pattern::checked {
namespace {

std::string show(const Condition& condition, const Interner& symbols);

struct ShowCondition {
  const Interner& symbols;

  std::string text(Symbol symbol) const { return std::string(symbols.text(symbol)); }
  std::string all_of(const std::vector<Symbol>& values) const {
    std::string out;
    for (const Symbol value : values) out += " " + quoted(symbols.text(value));
    return out;
  }
  static std::string pattern(const Regex& regex) {
    return fmt::format("/{}/{}", regex->pattern(), regex->options().case_sensitive() ? "" : "i");
  }
  std::string parts(std::string_view name, const std::vector<Condition>& conditions) const {
    std::string out = fmt::format("({}", name);
    for (const auto& condition : conditions) out += " " + show(condition, symbols);
    return out + ")";
  }

  std::string operator()(const FieldIs& is) const {
    return fmt::format("({} is{})", name_of(is.field), all_of(is.values));
  }
  std::string operator()(const FieldMatches& matches) const {
    return fmt::format("({} matches {})", name_of(matches.field), pattern(matches.regex));
  }
  std::string operator()(const Length& length) const { return fmt::format("({})", dump(length)); }
  std::string operator()(const Quoted&) const { return "(quoted)"; }
  std::string operator()(const OnSide& side) const { return side.right ? "(right of its head)" : "(left of its head)"; }
  std::string operator()(const Named& named) const { return fmt::format("(name{})", all_of(named.types)); }
  std::string operator()(const Inside& inside) const {
    return fmt::format("(in{}{})", all_of(inside.labels), inside.features ? " " + show(*inside.features, symbols) : "");
  }
  std::string operator()(const FeatureIs& is) const {
    return fmt::format("(feature {} is{})", text(is.name), all_of(is.values));
  }
  std::string operator()(const FeatureMatches& matches) const {
    return fmt::format("(feature {} matches {})", text(matches.name), pattern(matches.regex));
  }
  std::string operator()(const FeatureCompared& compared) const {
    return fmt::format("(feature {} {} {})", text(compared.name), spelling(compared.comparison), compared.number);
  }
  std::string operator()(const FeaturePresent& present) const {
    return fmt::format("(feature {} present)", text(present.name));
  }
  std::string operator()(const Not& negation) const { return fmt::format("(not {})", show(*negation.part, symbols)); }
  std::string operator()(const All& all) const { return parts("all", all.parts); }
  std::string operator()(const Any& any) const { return parts("any", any.parts); }
};

std::string show(const Condition& condition, const Interner& symbols) {
  return std::visit(ShowCondition{symbols}, condition.form);
}

std::string show(const std::vector<NodeId>& parts) {
  std::string out;
  for (const NodeId part : parts) out += fmt::format(" {}", static_cast<std::uint32_t>(part));
  return out;
}

struct ShowNode {
  const Tree& tree;
  const Interner& symbols;

  std::string operator()(const Token& token) const {
    return "token" + (token.condition ? " " + show(*token.condition, symbols) : "");
  }
  std::string operator()(const Label& label) const {
    return fmt::format("label {}{}", symbols.text(label.label),
                       label.features ? " " + show(*label.features, symbols) : "");
  }
  std::string operator()(const Sequence& sequence) const { return "sequence" + show(sequence.parts); }
  std::string operator()(const Alternatives& either) const { return "alternatives" + show(either.parts); }
  std::string operator()(const Repeat& repeat) const {
    return fmt::format("repeat{} {} to {}:{}", repeat.lazy ? " lazily" : "", repeat.min,
                       repeat.max ? std::to_string(*repeat.max) : "any", show(std::vector{repeat.body}));
  }
  std::string operator()(const Capture& capture) const {
    return fmt::format("capture {}:{}", tree.captures[capture.number], show(std::vector{capture.body}));
  }
  std::string operator()(const Look& look) const {
    return fmt::format("look {}{}:{}", look.ahead ? "ahead" : "behind", look.negated ? " negated" : "",
                       show(std::vector{look.body}));
  }
  std::string operator()(const Anchor& anchor) const { return fmt::format("anchor {}", spelling(anchor.kind)); }
};

}  // namespace

std::string_view name_of(Field field) {
  constexpr std::array<std::string_view, kColumnCount> kNames = {"word", "norm",  "lemma",  "shape",   "upos",
                                                                 "xpos", "feats", "deprel", "relation"};
  return kNames[static_cast<std::size_t>(field)];
}

std::string dump(const Length& length) {
  if (length.max == Length{}.max) return fmt::format("len {} or more", length.min);
  return fmt::format("len {} to {}", length.min, length.max);
}

std::string dump(const Condition& condition, const Interner& symbols) { return show(condition, symbols); }

std::string dump(const Tree& tree, const Interner& symbols) {
  std::string out;
  for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
    out += fmt::format("{}  {}\n", i, std::visit(ShowNode{tree, symbols}, tree.nodes[i].form));
  }
  return out;
}

}  // namespace claimgraph::pattern::checked
