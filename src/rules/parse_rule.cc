#include "rules/parse_rule.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "rules/emit_table.h"
#include "rules/examples.h"
#include "rules/keys.h"
#include "rules/mapping_reader.h"
#include "rules/spelling.h"

namespace claimgraph::rules {
namespace {

void parse_fields(const MappingReader& reader, const Node& node, const EmitSpec& spec, ParsedRule& rule) {
  for (const Node& child : node.children) {
    if (child.key == "kind") continue;
    const FieldSpec* field = find_field(spec, child.key);
    if (field != nullptr && field->values == Vocabulary::targets) {
      rule.of = reader.texts(&child);
      continue;
    }
    if (spec.takes_features) {
      reader.check_name({child.key, child.key_where}, "a feature", is_feature_name(child.key),
                        "lower-case letters, digits and '_', a letter first");
    }
    if (const auto value = reader.text(&child)) rule.fields.push_back({{child.key, child.key_where}, *value});
  }
}

void parse_emit(const Node& node, ParsedRule& rule, Diagnostics& out) {
  const MappingReader reader(node, "'emit'", out);
  rule.emit_where = node.where;
  if (!reader.is_mapping()) return;
  const auto kinds = emit_kinds();
  const auto kind = reader.choice(reader.required("kind", "kind: mention, attribution or stance"), kinds);
  if (!kind) return;
  const EmitSpec& spec = *find_emit_spec(kinds[*kind]);
  rule.emits = spec.emits;
  auto known = field_names(spec);
  known.emplace_back("kind");
  if (!spec.takes_features) reader.only(known);
  parse_fields(reader, node, spec, rule);
  for (const auto& field : spec.fields) {
    if (field.required) reader.required(field.name, fmt::format("an emitted {} needs one", spec.kind));
  }
}

void parse_pattern(const MappingReader& reader, const Source& source, ParsedRule& rule) {
  const Node* tree = reader.optional("tree");
  const Node* pattern = tree == nullptr ? reader.required("pattern", "pattern: '...', or tree: '...'") : tree;
  rule.tree = tree != nullptr;
  if (reader.text(pattern)) rule.pattern = pattern_text(*pattern, source);
  if (tree == nullptr || reader.optional("pattern") == nullptr) return;
  reader.finding(fmt::format("rule '{}' has both 'pattern' and 'tree'", rule.name.text), tree->key_where,
                 "make two rules of it");
}

// One condition, or a list of them.
void parse_conditions(const MappingReader& reader, const Node& node, const Source& source, ParsedRule& rule) {
  if (node.kind != NodeKind::list) {
    if (reader.text(&node)) rule.conditions.push_back(pattern_text(node, source));
    return;
  }
  for (const Node& child : node.children) {
    if (reader.text(&child)) rule.conditions.push_back(pattern_text(child, source));
  }
}

void parse_overlap(const MappingReader& reader, const KeyTable& keys, ParsedRule& rule) {
  const Node* node = reader.optional("overlap");
  const auto overlap = reader.choice(node, choices_of(key_of(keys, "overlap")));
  if (!overlap) return;
  rule.overlap = static_cast<Overlap>(*overlap);
  rule.overlap_where = node->where;
  if (rule.emits == Emits::mention || rule.emits == Emits::stance) return;
  reader.finding(fmt::format("'overlap' stands in a rule that emits kind '{}'", emit_spec(rule.emits).kind),
                 node->key_where, "it is for mentions and stances; of attributions the better one stays");
}

}  // namespace

std::optional<ParsedRule> parse_rule(const Node& node, const Source& source, Diagnostics& out) {
  const KeyTable& keys = key_table("rule");
  const Node* named = node.find("name");
  const bool nameable = named != nullptr && named->kind == NodeKind::scalar;
  const std::string what = nameable ? fmt::format("rule '{}'", named->text) : "a rule";
  const MappingReader reader(node, what, out);
  if (!reader.is_mapping()) return std::nullopt;
  reader.only(names_of(keys));
  ParsedRule rule;
  if (const auto name = reader.text(reader.required("name", "name: says-that"))) {
    rule.name = *name;
    reader.check_name(*name, "a rule", is_rule_name(name->text), "lower-case letters, digits, '-' and '_'");
  }
  const auto scope = reader.choice(reader.optional("scope"), choices_of(key_of(keys, "scope")));
  if (scope) rule.scope = static_cast<Scope>(*scope);
  rule.priority = reader.number(key_of(keys, "priority"), rule.priority);
  rule.confidence = reader.number(key_of(keys, "confidence"), rule.confidence);
  rule.weight = reader.number(key_of(keys, "weight"), rule.weight);
  if (const Node* when = reader.optional("when")) rule.when = parse_when(*when, out);
  if (const Node* emit = reader.required("emit", "emit: {kind: mention, label: Actor}")) parse_emit(*emit, rule, out);
  parse_overlap(reader, keys, rule);
  parse_pattern(reader, source, rule);
  if (const Node* where = reader.optional("where")) parse_conditions(reader, *where, source, rule);
  if (const Node* examples = reader.optional("examples")) rule.examples = parse_examples(*examples, out);
  if (!reader.ok()) return std::nullopt;
  return rule;
}

}  // namespace claimgraph::rules
