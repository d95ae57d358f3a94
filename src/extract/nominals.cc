#include "extract/nominals.h"

#include <algorithm>

#include "claimgraph/base/utf8.h"
#include "extract/names.h"

namespace claimgraph::extract {
namespace {

constexpr std::size_t kRoleReach = 200;  // mentions that "the minister" looks back

// `word` has a space before and behind it.
bool name_has_word(const KnownEntity& known, std::string_view word) {
  return known.type != kg::EntityType::person && known.folded.find(word) != std::string::npos;
}

}  // namespace

Nominals::Nominals(const nlp::AnnotatedDocument& document, const pattern::Layer& layer)
    : document_(document), layer_(layer), sentence_of_(sentence_numbers(document)) {
  read_gazetteer_names();
}

// The labels of the gazetteers, also where a wider mention covers them.
void Nominals::read_gazetteer_names() {
  const auto name = document_.symbols.find("name");
  for (std::uint32_t i = 0; name && i < layer_.size(); ++i) {
    const auto value = layer_.feature(layer_[i], *name);
    if (value && layer_[i].tokens.size() == 1) {
      gazetteer_name_.try_emplace(layer_[i].tokens.begin, fold(document_.symbols.text(*value)));
    }
  }
}

// A word as roles are compared: "Russian" and "Russia" are one, by the gazetteer.
std::string Nominals::role_word(std::uint32_t token) const {
  const auto it = gazetteer_name_.find(token);
  return it != gazetteer_name_.end() ? it->second : std::string(document_.norm(token));
}

void Nominals::add_words(TokenRange tokens, RoleWords& roles) const {
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (document_.pos(t) == "NOUN" || document_.pos(t) == "PROPN" || document_.pos(t) == "ADJ")
      roles.emplace(role_word(t));
  }
}

void Nominals::collect_roles(TokenRange name, RoleWords& roles) const {
  const auto label = document_.symbols.find("NP");
  if (!label) return;
  for (const std::uint32_t number : layer_.covering(name.begin)) {
    const auto& stretch = layer_[number];
    if (stretch.label == *label && stretch.tokens.end == name.end) add_words({stretch.tokens.begin, name.begin}, roles);
  }
  if (name.end + 1 >= document_.size() || document_.norm(name.end) != ",") return;
  if (sentence_of_[name.end + 1] != sentence_of_[name.begin]) return;
  for (const std::uint32_t number : layer_.starting_at(name.end + 1)) {
    const auto& stretch = layer_[number];
    const bool ends_in_noun = document_.pos(stretch.tokens.end - 1) == "NOUN";
    if (stretch.label == *label && ends_in_noun) add_words(stretch.tokens, roles);
  }
}

std::optional<std::uint32_t> Nominals::apposed_to(TokenRange name) const {
  if (!document_.has_syntax(name)) return std::nullopt;
  for (std::uint32_t token = name.begin; token < name.end; ++token) {
    const std::uint32_t above = document_.heads[token];
    if (above >= name.begin || document_.symbols.text(document_.deprels[token]) != "appos") continue;
    return above;
  }
  return std::nullopt;
}

bool Nominals::is_labelled(std::uint32_t token, std::string_view label) const {
  const auto symbol = document_.symbols.find(label);
  return symbol && layer_.is_within(token, *symbol);
}

bool Nominals::is_definite(TokenRange tokens) const { return is_labelled(tokens.begin, "Definite"); }

std::optional<std::size_t> Nominals::find_by_role(const ReferringMention& mention, const std::vector<PastMention>& past,
                                                  const std::vector<KnownEntity>& known) const {
  const std::string_view role = document_.norm(mention.tokens.end - 1);
  const std::string word = " " + std::string(role) + " ";
  const auto end = past.size() > kRoleReach ? past.rbegin() + kRoleReach : past.rend();
  for (auto it = past.rbegin(); it != end; ++it) {
    const KnownEntity& each = known[it->entity];
    if (!each.named) continue;
    if (!mention.plural && each.roles.contains(role)) return it->entity;
    if (mention.type != kg::EntityType::person && name_has_word(each, word)) return it->entity;
  }
  if (mention.type != kg::EntityType::person || mention.plural) return std::nullopt;
  for (auto it = past.rbegin(); it != end; ++it) {
    const KnownEntity& each = known[it->entity];
    if (each.type == kg::EntityType::person && shares_modifier(mention.tokens, each)) return it->entity;
  }
  return std::nullopt;
}

bool Nominals::shares_modifier(TokenRange tokens, const KnownEntity& known) const {
  for (std::uint32_t t = tokens.begin; t + 1 < tokens.end; ++t) {
    if (known.roles.contains(role_word(t))) return true;
  }
  return false;
}

std::string Nominals::concept_name(TokenRange tokens) const {
  for (std::uint32_t t = tokens.begin; t + 1 < tokens.end; ++t) {
    if (document_.norm(t) == "'s" || document_.norm(t) == "'") tokens.begin = t + 1;
  }
  const auto loose = [&](std::uint32_t t) {
    return document_.pos(t) == "DET" || document_.pos(t) == "PRON" || is_labelled(t, "judgements");
  };
  while (tokens.size() > 1 && loose(tokens.begin)) ++tokens.begin;
  std::string name = name_text(document_, tokens);
  const std::uint32_t head = tokens.end - 1;
  const auto written = document_.word(head);
  if (document_.pos(head) == "NOUN" && document_.norm(head) == written && name.ends_with(written)) {
    name.replace(name.size() - written.size(), written.size(), document_.lemma(head));
  }
  return name;
}

}  // namespace claimgraph::extract
