#include "claimgraph/rules/schema.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "rules/emit_table.h"
#include "rules/keys.h"

namespace claimgraph::rules {
namespace {

std::string json_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

template <typename Texts>
std::string list_of(const Texts& texts) {
  std::string out;
  for (const auto& text : texts) out += (out.empty() ? "" : ", ") + json_text(text);
  return "[" + out + "]";
}

std::string ref(std::string_view table) { return fmt::format(R"({{"$ref": "#/$defs/{}"}})", table); }

std::string any_of(std::initializer_list<std::string> parts) {
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : ", ") + part;
  return R"("anyOf": [)" + out + "]";
}

// What the value of a key must be, without its braces.
std::string form_of(const Key& key) {
  const auto named = [](const std::string& value) { return R"("type": "object", "additionalProperties": )" + value; };
  switch (key.form) {
    case Form::text:
    case Form::pattern: return R"("$ref": "#/$defs/text")";
    case Form::whole:
    case Form::number:
      return any_of({fmt::format(R"({{"type": "{}", "minimum": {}, "maximum": {}}})",
                                 key.form == Form::whole ? "integer" : "number", key.least, key.most),
                     ref("variable")});
    case Form::choice: return any_of({R"({"enum": )" + list_of(key.choices) + "}", ref("variable")});
    case Form::texts: return R"("$ref": "#/$defs/texts")";
    case Form::entry: return fmt::format(R"("$ref": "#/$defs/{}")", key.table);
    case Form::entries: return R"("type": "array", "items": )" + ref(key.table);
    case Form::named_entry: return named(ref(key.table));
    case Form::named_text: return named(ref("value"));
    case Form::named_texts: return named(ref("texts"));
    case Form::texts_or_entries:
      return R"("type": "array", "items": )" + fmt::format("{{{}}}", any_of({ref("text"), ref(key.table)}));
  }
  return {};
}

std::string property(std::string_view name, std::string_view about, const std::string& form) {
  return fmt::format("{}: {{\"description\": {}, {}}}", json_text(name), json_text(about), form);
}

// An object with these properties and, unless `open`, no others.
std::string object(std::string_view about, const std::vector<std::string>& properties,
                   const std::vector<std::string>& required, bool open, std::string_view indent) {
  std::string lines;
  for (const auto& each : properties) lines += fmt::format("{}{}    {}", lines.empty() ? "" : ",\n", indent, each);
  return fmt::format(
      "{{\n{0}  \"description\": {1},\n{0}  \"type\": \"object\",\n{0}  \"properties\": {{\n{2}\n{0}  }},\n"
      "{0}  \"required\": {3},\n{0}  \"additionalProperties\": {4}\n{0}}}",
      indent, json_text(about), lines, list_of(required), open ? ref("value") : "false");
}

std::string table_object(const KeyTable& table, std::string_view indent) {
  std::vector<std::string> properties, required;
  for (const Key& key : table.keys) {
    properties.push_back(property(key.name, key.about, form_of(key)));
    if (key.required) required.emplace_back(key.name);
  }
  return object(table.about, properties, required, table.open, indent);
}

// A literal of the vocabulary or, where it may be, "capture.feature".
std::string field_form(const FieldSpec& field) {
  if (field.values == Vocabulary::targets) return R"("$ref": "#/$defs/texts")";
  const auto words = spellings(field.values);
  if (words.empty()) return R"("$ref": "#/$defs/text")";
  const std::string literal = R"({"enum": )" + list_of(words) + "}";
  return field.literal_only ? any_of({literal, ref("variable")}) : any_of({literal, ref("feature"), ref("variable")});
}

std::string kind_object(const EmitSpec& spec, std::string_view indent) {
  std::vector<std::string> properties = {
      property("kind", "what a match becomes", R"("const": )" + json_text(spec.kind))};
  std::vector<std::string> required = {"kind"};
  for (const FieldSpec& field : spec.fields) {
    properties.push_back(property(field.name, field.about, field_form(field)));
    if (field.required) required.emplace_back(field.name);
  }
  return object(spec.noun, properties, required, spec.takes_features, indent);
}

std::string emit_definition() {
  std::string kinds;
  for (const auto& kind : emit_kinds()) {
    kinds += (kinds.empty() ? "" : ",\n        ") + kind_object(*find_emit_spec(kind), "        ");
  }
  return "{\n      \"type\": \"object\",\n      \"oneOf\": [\n        " + kinds + "\n      ]\n    }";
}

}  // namespace

std::string json_schema() {
  const KeyTable& file = key_tables().front();
  std::string out = "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"title\": \"" +
                    std::string(file.about) + "\",\n  \"$ref\": \"#/$defs/file\",\n  \"$defs\": {\n";
  for (const KeyTable& table : key_tables()) {
    out += fmt::format("    {}: {},\n", json_text(table.name), table_object(table, "    "));
  }
  out += "    \"emit\": " + emit_definition() + ",\n";
  out += R"(    "text": {"type": ["string", "number", "boolean"]},
    "value": {"type": ["string", "number", "boolean", "null"]},
    "texts": {"anyOf": [{"$ref": "#/$defs/text"}, {"type": "array", "items": {"$ref": "#/$defs/text"}, "minItems": 1}]},
    "variable": {"type": "string", "pattern": "\\$\\{"},
    "feature": {"type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*\\.[A-Za-z_][A-Za-z0-9_]*$"}
  }
}
)";
  return out;
}

}  // namespace claimgraph::rules
