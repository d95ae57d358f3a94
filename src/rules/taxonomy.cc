#include "rules/taxonomy.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "rules/spelling.h"

namespace claimgraph::rules {
namespace {

void add_new(std::vector<std::string>& to, const std::string& name) {
  if (std::find(to.begin(), to.end(), name) == to.end()) to.push_back(name);
}

}  // namespace

Taxonomy::Taxonomy(std::span<const ParsedFile> files, Diagnostics& out) {
  for (const ParsedFile& file : files) {
    for (const ParsedFamily& family : file.taxonomy) {
      families_.emplace(family.above.text, family.above.where);
      for (const Written& below : family.below) {
        const auto higher = above(family.above.text);
        const bool circle =
            below.text == family.above.text || std::find(higher.begin(), higher.end(), below.text) != higher.end();
        if (circle) {
          check_circle(family.above, below, out);
          continue;
        }
        edges_.push_back({.above = family.above.text, .below = below});
        add_new(parents_[below.text], family.above.text);
      }
    }
  }
}

// `below` is `above` or above it already: says by which way.
void Taxonomy::check_circle(const Written& above, const Written& below, Diagnostics& out) {
  std::string at = above.text;
  std::string chain = at + " -> " + below.text;
  std::set<std::string> met;
  while (at != below.text && met.insert(at).second) {
    for (const std::string& parent : parents_[at]) {
      const auto higher = this->above(parent);
      if (parent != below.text && std::find(higher.begin(), higher.end(), below.text) == higher.end()) continue;
      at = parent;
      chain = at + " -> " + chain;
      break;
    }
  }
  out.error({.code = ErrorCode::invalid,
             .message = fmt::format("label '{}' lies below itself: {}", below.text, chain),
             .where = below.where,
             .hint = "take it out of one of these lists"});
}

std::vector<std::string> Taxonomy::above(const std::string& label) const {
  std::vector<std::string> out;
  const auto add_parents = [&](const std::string& of) {
    const auto at = parents_.find(of);
    if (at == parents_.end()) return;
    for (const std::string& parent : at->second) add_new(out, parent);
  };
  add_parents(label);
  for (std::size_t i = 0; i < out.size(); ++i) add_parents(std::string(out[i]));
  return out;
}

void Taxonomy::check_known(const pattern::Scheme& scheme, Diagnostics& out) const {
  std::vector<std::string> known;
  for (const auto& [label, features] : scheme.labels) known.push_back(label);
  for (const auto& [label, where] : families_) known.push_back(label);
  for (const Edge& edge : edges_) {
    if (std::find(known.begin(), known.end(), edge.below.text) != known.end()) continue;
    const std::string near = suggest(edge.below.text, known);
    out.error({.code = ErrorCode::invalid,
               .message = fmt::format("no rule puts the label '{}'", edge.below.text),
               .where = edge.below.where,
               .hint = near.empty() ? "name a label of a mention rule or a lexicon" : near});
  }
}

void Taxonomy::add_to(pattern::Scheme& scheme) const {
  for (const auto& [label, where] : families_) scheme.labels[label];
  const auto labels = scheme.labels;
  for (const auto& [label, features] : labels) {
    for (const std::string& higher : above(label)) {
      auto& all = scheme.labels[higher];
      for (const std::string& feature : features) add_new(all, feature);
    }
  }
}

}  // namespace claimgraph::rules
