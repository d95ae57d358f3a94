#include "model/naive_tree.h"

#include <map>
#include <string_view>

namespace claimgraph::model {
namespace {

using pattern::ast::Expr;
using pattern::ast::Path;
// Tokens that may be reached, and by how many steps at least.
using Reached = std::map<std::uint32_t, std::size_t>;

class Walker {
 public:
  Walker(const nlp::AnnotatedDocument& document, TokenRange tokens) : document_(document), tokens_(tokens) {}

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
        const std::uint32_t above = hop.down ? token : other;
        const std::uint32_t below = hop.down ? other : token;
        if (above == below || document_.heads[below] != above || !related(hop, below)) continue;
        if (!hop.test || holds(*hop.test, other)) add(out, other, steps + 1);
      }
    }
    return out;
  }
  Reached walk(const pattern::ast::Stay& stay, const Reached& from) const {
    Reached out;
    for (const auto& [token, steps] : from) {
      if (holds(stay.test, token)) out.emplace(token, steps);
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
    Reached out = repeat.optional ? from : Reached();
    Reached round = from;
    for (std::size_t i = 0; i < (repeat.unlimited ? tokens_.size() + 1 : 1); ++i) {
      round = walk(*repeat.body, round);
      for (const auto& [token, steps] : round) add(out, token, steps);
    }
    return out;
  }

  bool related(const pattern::ast::Hop& hop, std::uint32_t token) const {
    if (hop.relations.empty()) return true;
    const std::string_view relation = document_.symbols.text(document_.deprels[token]);
    for (const auto& wanted : hop.relations) {
      if (relation == wanted.text || relation.starts_with(wanted.text + ":")) return true;
    }
    return false;
  }
  bool holds(const Expr& expr, std::uint32_t token) const {
    const auto& test = std::get<pattern::ast::Test>(expr.form);
    return (document_.norm(token) == test.values.front().text) == (test.comparison == pattern::ast::Comparison::equal);
  }

  const nlp::AnnotatedDocument& document_;
  TokenRange tokens_;
};

}  // namespace

std::set<std::uint32_t> naive_reach(const pattern::ast::Argument& argument, const nlp::AnnotatedDocument& document,
                                    TokenRange tokens, std::uint32_t anchor, TokenRange trigger) {
  const auto reached = Walker(document, tokens).walk(argument.path, {{anchor, 0}});
  std::set<std::uint32_t> all;
  std::optional<std::uint32_t> best;
  for (const auto& [token, steps] : reached) {
    if (trigger.contains(token)) continue;
    all.insert(token);
    if (!best || steps < reached.at(*best)) best = token;
  }
  if (argument.presence == pattern::ast::Presence::all || argument.presence == pattern::ast::Presence::forbidden) {
    return all;
  }
  return best ? std::set<std::uint32_t>{*best} : std::set<std::uint32_t>();
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
