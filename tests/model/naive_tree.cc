#include "model/naive_tree.h"

#include <string_view>

#include "model/naive_matcher.h"

namespace claimgraph::model {
namespace {

using pattern::ast::Path;
// Tokens that may be reached, and by how many steps at least.
using Reached = std::map<std::uint32_t, std::size_t>;

class Walker {
 public:
  Walker(const std::map<std::string, Path>& definitions, const nlp::AnnotatedDocument& document,
         const pattern::Layer& layer, TokenRange tokens)
      : definitions_(definitions), document_(document), layer_(layer), tokens_(tokens) {}

  Reached walk(const Path& path, const Reached& from) const {
    return std::visit([&](const auto& form) { return walk(form, from); }, path.form);
  }

 private:
  static void add(Reached& out, std::uint32_t token, std::size_t steps) {
    const auto [place, fresh] = out.emplace(token, steps);
    if (!fresh && steps < place->second) place->second = steps;
  }

  Reached walk(const pattern::ast::Hop& hop, const Reached& from) const {
    Reached out;
    for (const auto& [token, steps] : from) {
      for (std::uint32_t other = tokens_.begin; other < tokens_.end; ++other) {
        if (!leads(hop, token, other)) continue;
        if (!hop.test || naive_holds(*hop.test, document_, layer_, other)) add(out, other, steps + 1);
      }
    }
    return out;
  }
  bool leads(const pattern::ast::Hop& hop, std::uint32_t token, std::uint32_t other) const {
    if (hop.way == pattern::ast::Way::next) return other == token + 1;
    if (hop.way == pattern::ast::Way::previous) return other + 1 == token;
    const bool down = hop.way == pattern::ast::Way::down;
    const std::uint32_t above = down ? token : other;
    const std::uint32_t below = down ? other : token;
    return above != below && document_.heads[below] == above && related(hop, below);
  }
  Reached walk(const pattern::ast::Stay& stay, const Reached& from) const {
    Reached out;
    for (const auto& [token, steps] : from) {
      if (naive_holds(stay.test, document_, layer_, token)) out.emplace(token, steps);
    }
    return out;
  }
  Reached walk(const pattern::ast::PathSequence& sequence, Reached from) const {
    for (const auto& part : sequence.parts) from = walk(part, from);
    return from;
  }
  Reached walk(const pattern::ast::PathAlternatives& either, const Reached& from) const {
    Reached out;
    for (const auto& part : either.parts) {
      for (const auto& [token, steps] : walk(part, from)) add(out, token, steps);
    }
    return out;
  }
  Reached walk(const pattern::ast::PathRepeat& repeat, const Reached& from) const {
    Reached out;
    Reached round = from;
    // Beyond as many rounds as there are tokens, nothing new is reached.
    const std::uint32_t most = repeat.count.max.value_or(repeat.count.min + tokens_.size() + 1);
    for (std::uint32_t i = 0; i <= most; ++i) {
      for (const auto& [token, steps] : round) {
        if (i >= repeat.count.min) add(out, token, steps);
      }
      round = walk(*repeat.body, round);
    }
    return out;
  }
  Reached walk(const pattern::ast::PathLook& look, const Reached& from) const {
    Reached out;
    for (const auto& [token, steps] : from) {
      if (walk(*look.body, {{token, 0}}).empty() == look.negated) add(out, token, steps);
    }
    return out;
  }
  Reached walk(const pattern::ast::Use& use, const Reached& from) const {
    return walk(definitions_.at(use.name.text), from);
  }

  bool related(const pattern::ast::Hop& hop, std::uint32_t token) const {
    if (hop.relations.empty()) return true;
    const std::string_view relation = document_.symbols.text(document_.deprels[token]);
    for (const auto& wanted : hop.relations) {
      if (relation == wanted.text || relation.starts_with(wanted.text + ":")) return true;
    }
    return false;
  }

  const std::map<std::string, Path>& definitions_;
  const nlp::AnnotatedDocument& document_;
  const pattern::Layer& layer_;
  TokenRange tokens_;
};

}  // namespace

std::optional<std::set<std::uint32_t>> naive_reach(const pattern::ast::Argument& argument,
                                                   const std::map<std::string, Path>& definitions,
                                                   const nlp::AnnotatedDocument& document, const pattern::Layer& layer,
                                                   TokenRange tokens, std::uint32_t anchor, TokenRange trigger) {
  const auto reached = Walker(definitions, document, layer, tokens).walk(argument.path, {{anchor, 0}});
  std::set<std::uint32_t> found;
  std::optional<std::uint32_t> best;
  for (const auto& [token, steps] : reached) {
    if (trigger.contains(token)) continue;
    if (argument.stretch && !naive_stretch(argument, document, layer, tokens, token, trigger)) continue;
    found.insert(token);
    if (!best || steps < reached.at(*best)) best = token;
  }
  if (argument.quantity.nearest && best) found = {*best};
  const auto& count = argument.quantity.count;
  if (found.size() < count.min || (count.max && found.size() > *count.max)) return std::nullopt;
  return found;
}

std::optional<TokenRange> naive_stretch(const pattern::ast::Argument& argument, const nlp::AnnotatedDocument& document,
                                        const pattern::Layer& layer, TokenRange tokens, std::uint32_t token,
                                        TokenRange trigger) {
  std::optional<TokenRange> best;
  for (std::uint32_t i = 0; i < layer.size(); ++i) {
    const TokenRange found = layer[i].tokens;
    const bool labelled = document.symbols.text(layer[i].label) == argument.stretch->label.text;
    if (!labelled || !found.contains(token) || !tokens.contains(found) || found.overlaps(trigger)) continue;
    if (argument.stretch->features && !naive_holds(*argument.stretch->features, document, layer, layer[i])) continue;
    if (!best || found.size() > best->size() || (found.size() == best->size() && found.begin < best->begin))
      best = found;
  }
  return best;
}

std::set<std::uint32_t> naive_subtree(const nlp::AnnotatedDocument& document, TokenRange tokens, std::uint32_t top,
                                      const std::set<std::uint32_t>& without) {
  std::set<std::uint32_t> out;
  for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
    bool cut = false;
    std::uint32_t at = token;
    while (at != top && document.heads[at] != at) {
      const std::string_view relation = document.symbols.text(document.deprels[at]);
      const bool link = document.heads[at] == top && (relation == "case" || relation == "cc");
      cut = cut || link || without.contains(at);
      at = document.heads[at];
    }
    if (at == top && !cut) out.insert(token);
  }
  return out;
}

}  // namespace claimgraph::model
