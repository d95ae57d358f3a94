#include "rules/examples.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "claimgraph/kg/json.h"
#include "rules/emit_table.h"
#include "rules/keys.h"
#include "rules/mapping_reader.h"
#include "rules/spelling.h"

namespace claimgraph::rules {
namespace {

// The article that an example stands in, without its text.
text::Document parse_document(const Node& node, Diagnostics& out) {
  const MappingReader reader(node, "'document'", out);
  text::Document document{.id = "example"};
  if (!reader.is_mapping()) return document;
  reader.only(names_of(key_table("document")));
  const auto value_of = [&](const char* key) -> std::optional<Written> {
    const Node* value = reader.optional(key);
    return value == nullptr ? std::nullopt : reader.text(value);
  };
  if (const auto title = value_of("title")) document.title = title->text;
  if (const auto publisher = value_of("publisher")) document.publisher = publisher->text;
  if (const auto language = value_of("language")) document.language = language->text;
  if (const auto date = value_of("date")) {
    document.published = date->text;
    if (!is_date(date->text)) {
      reader.finding(fmt::format("'{}' is no date", date->text), date->where, "write it as \"2020-05-17\"");
    }
  }
  const auto add = [&](std::string name, const Written& value) {
    document.metadata.emplace_back(std::move(name), kg::json_string(value.text));
  };
  if (const auto section = value_of("section")) add("section", *section);
  const Node* metadata = reader.optional("metadata");
  if (metadata == nullptr || !reader.is_kind(*metadata, NodeKind::mapping)) return document;
  for (const Node& child : metadata->children) {
    if (const auto value = reader.text(&child)) add(child.key, *value);
  }
  return document;
}

std::optional<Example> parse_example(const Node& node, Diagnostics& out) {
  if (node.kind == NodeKind::scalar && !node.text.empty()) {
    return Example{.document = {.id = "example", .text = node.text}, .where = node.where};
  }
  if (node.kind != NodeKind::mapping) {
    out.error({.code = ErrorCode::parse,
               .message = fmt::format("an example is {}, not a text or a mapping",
                                      node.kind == NodeKind::scalar ? "empty" : describe(node)),
               .where = node.where,
               .hint = "write a sentence, or {text: \"Ana says no.\", source: Ana}"});
    return std::nullopt;
  }
  const MappingReader reader(node, "an example", out);
  const auto text = reader.text(reader.required("text", "{text: \"Ana says no.\", source: Ana}"));
  if (!text) return std::nullopt;
  const Node* article = reader.optional("document");
  Example example{.document = article == nullptr ? text::Document{.id = "example"} : parse_document(*article, out),
                  .where = text->where};
  example.document.text = text->text;
  for (const auto& child : node.children) {
    if (child.key == "text" || child.key == "document") continue;
    // Nothing at all is good too: the capture must hold nothing.
    const bool absent = child.kind == NodeKind::nothing || (child.kind == NodeKind::scalar && child.text.empty());
    const auto part = absent ? Written{"", child.where} : reader.text(&child);
    if (part) example.parts.push_back({.name = child.key, .text = part->text, .where = child.key_where});
  }
  return example;
}

// What an example may speak of beside the captures.
std::vector<std::string> fields_of(const CheckedRule& rule) {
  std::vector<std::string> out;
  for (const auto& checked : rule.fields) out.push_back(checked.field.name);
  if (rule.emits == Emits::mention) return out;
  for (const auto& name : field_names(emit_spec(rule.emits))) {
    if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
  }
  return out;
}

void check_part(const Example::Part& part, const CheckedRule& rule, const pattern::Pattern& pattern, Diagnostics& out) {
  if (pattern.capture(part.name)) return;
  auto known = fields_of(rule);
  if (std::find(known.begin(), known.end(), part.name) == known.end()) {
    for (const auto& capture : pattern.captures()) {
      if (std::find(known.begin(), known.end(), capture) == known.end()) known.push_back(capture);
    }
    out.error({.code = ErrorCode::invalid,
               .message = fmt::format("rule '{}' has no capture or field '{}'", rule.name, part.name),
               .where = part.where,
               .hint = suggest(part.name, known)});
    return;
  }
  const FieldSpec* spec = find_field(emit_spec(rule.emits), part.name);
  const auto wanted = spec == nullptr ? std::vector<std::string>() : spellings(spec->values);
  if (wanted.empty() || part.text.empty() || std::find(wanted.begin(), wanted.end(), part.text) != wanted.end()) return;
  out.error({.code = ErrorCode::invalid,
             .message = fmt::format("unknown {} '{}'", name_of(spec->values), part.text),
             .where = part.where,
             .hint = suggest(part.text, wanted)});
}

}  // namespace

std::vector<Example> parse_examples(const Node& node, Diagnostics& out) {
  const MappingReader reader(node, "'examples'", out);
  std::vector<Example> examples;
  if (!reader.is_mapping()) return examples;
  const auto keys = names_of(key_table("examples"));
  reader.only(keys);
  for (const auto& key : keys) {
    const Node* list = reader.optional(key);
    if (list == nullptr) continue;
    if (list->kind != NodeKind::list) {
      out.error({.code = ErrorCode::parse,
                 .message = fmt::format("'{}' is {}, not a list", key, describe(*list)),
                 .where = list->where,
                 .hint = "begin each example with '- '"});
      continue;
    }
    for (const auto& child : list->children) {
      auto example = parse_example(child, out);
      if (!example) continue;
      example->matches = key == "match";
      examples.push_back(std::move(*example));
    }
  }
  return examples;
}

void check_examples(const CheckedRule& rule, const pattern::Pattern& pattern, Diagnostics& out) {
  for (const auto& example : rule.examples) {
    for (const auto& part : example.parts) check_part(part, rule, pattern, out);
  }
}

}  // namespace claimgraph::rules
