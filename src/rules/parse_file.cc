#include <charconv>
#include <optional>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "rules/examples.h"
#include "rules/mapping_reader.h"
#include "rules/parsed_file.h"
#include "rules/spelling.h"

namespace claimgraph::rules {
namespace {

const std::vector<std::string> kFileKeys = {"namespace", "lexicons", "define", "rules"};
const std::vector<std::string> kLexiconKeys = {"file", "match"};
const std::vector<std::string> kRuleKeys = {"name", "scope",   "priority", "confidence",
                                            "emit", "pattern", "tree",     "examples"};

// In the order of their enumerations.
const std::vector<std::string> kUnits = {"lemma", "norm", "word"};
const std::vector<std::string> kScopes = {"sentence", "paragraph", "document"};

constexpr std::int32_t kMostPriority = 1'000'000;

// Reads one file: what all its parts need.
class FileParser {
 public:
  FileParser(const Source& source, Diagnostics& out) : source_(source), out_(out) {}

  ParsedFile parse(const Node& root, std::string_view prefix) const;

 private:
  void parse_section(const Node& section, ParsedFile& file) const;
  std::optional<ParsedLexicon> parse_lexicon(const Node& node) const;
  std::optional<ParsedDefinition> parse_definition(const Node& node) const;
  std::optional<ParsedRule> parse_rule(const Node& node) const;
  void parse_emit(const Node& node, ParsedRule& rule) const;
  void parse_pattern(const MappingReader& reader, ParsedRule& rule) const;
  void parse_numbers(const MappingReader& reader, ParsedRule& rule) const;

  // A finding unless `spelled_right`.
  void check_name(const Written& name, std::string_view what, bool spelled_right, std::string_view wanted) const;
  // A finding unless it is.
  bool is_kind(const Node& section, NodeKind wanted) const;

  const Source& source_;
  Diagnostics& out_;
};

void FileParser::check_name(const Written& name, std::string_view what, bool spelled_right,
                            std::string_view wanted) const {
  if (spelled_right) return;
  out_.error({.code = ErrorCode::parse,
              .message = fmt::format("'{}' is no name for {}", name.text, what),
              .where = name.where,
              .hint = std::string(wanted)});
}

bool FileParser::is_kind(const Node& section, NodeKind wanted) const {
  if (section.kind == wanted) return true;
  const bool list = wanted == NodeKind::list;
  out_.error({.code = ErrorCode::parse,
              .message = fmt::format("'{}' is {}, not a {}", section.key, describe(section), list ? "list" : "mapping"),
              .where = section.where,
              .hint = list ? "begin each item with '- '" : "write 'name: ...' lines below it"});
  return false;
}

std::optional<ParsedLexicon> FileParser::parse_lexicon(const Node& node) const {
  const MappingReader reader(node, fmt::format("lexicon '{}'", node.key), out_);
  ParsedLexicon lexicon{.name = {node.key, node.key_where}};
  check_name(lexicon.name, "a lexicon", is_identifier(node.key), "letters, digits and '_', no digit first");
  if (!reader.is_mapping()) return std::nullopt;
  reader.only(kLexiconKeys);
  const auto file = reader.text(reader.required("file", "file: lexicons/cues.tsv"));
  const auto unit = reader.choice(reader.required("match", "match: lemma, norm or word"), kUnits);
  if (!reader.ok()) return std::nullopt;
  lexicon.file = *file;
  lexicon.unit = static_cast<nlp::TermUnit>(*unit);
  return lexicon;
}

std::optional<ParsedDefinition> FileParser::parse_definition(const Node& node) const {
  const MappingReader reader(node, "a definition", out_);
  const Written name{node.key, node.key_where};
  check_name(name, "a definition", is_definition_name(node.key),
             "letters, digits, '_' and '-', no digit first and no '-' at an end");
  const auto written = reader.text(&node);
  if (!reader.ok()) return std::nullopt;
  return ParsedDefinition{.name = name, .pattern = pattern_text(node, source_)};
}

void FileParser::parse_numbers(const MappingReader& reader, ParsedRule& rule) const {
  const auto read = [&](const char* key, auto& value, auto least, auto most, std::string_view wanted) {
    const auto written = reader.text(reader.optional(key));
    if (!written) return;
    const char* end = written->text.data() + written->text.size();
    const auto [stop, failed] = std::from_chars(written->text.data(), end, value);
    if (failed == std::errc() && stop == end && value >= least && value <= most) return;
    out_.error({.code = ErrorCode::parse,
                .message = fmt::format("'{}' is '{}', not {}", key, written->text, wanted),
                .where = written->where,
                .hint = fmt::format("leave it out for {}", key == std::string_view("priority") ? "100" : "0.5")});
  };
  read("priority", rule.priority, -kMostPriority, kMostPriority, "a whole number from -1000000 to 1000000");
  read("confidence", rule.confidence, 0.0, 1.0, "a number from 0 to 1");
}

void FileParser::parse_emit(const Node& node, ParsedRule& rule) const {
  const MappingReader reader(node, "'emit'", out_);
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
  for (const auto& child : node.children) {
    if (child.key == "kind") continue;
    if (spec.takes_features) {
      check_name({child.key, child.key_where}, "a feature", is_feature_name(child.key),
                 "lower-case letters, digits and '_', a letter first");
    }
    if (const auto value = reader.text(&child)) rule.fields.push_back({{child.key, child.key_where}, *value});
  }
  for (const auto& field : spec.fields) {
    if (field.required) reader.required(field.name, fmt::format("an emitted {} needs one", spec.kind));
  }
}

void FileParser::parse_pattern(const MappingReader& reader, ParsedRule& rule) const {
  const Node* tree = reader.optional("tree");
  const Node* pattern = tree == nullptr ? reader.required("pattern", "pattern: '...', or tree: '...'") : tree;
  rule.tree = tree != nullptr;
  if (reader.text(pattern)) rule.pattern = pattern_text(*pattern, source_);
  if (tree == nullptr || reader.optional("pattern") == nullptr) return;
  out_.error({.code = ErrorCode::parse,
              .message = fmt::format("rule '{}' has both 'pattern' and 'tree'", rule.name.text),
              .where = tree->key_where,
              .hint = "make two rules of it"});
}

std::optional<ParsedRule> FileParser::parse_rule(const Node& node) const {
  const Node* named = node.find("name");
  const bool nameable = named != nullptr && named->kind == NodeKind::scalar;
  const std::string what = nameable ? fmt::format("rule '{}'", named->text) : "a rule";
  const MappingReader reader(node, what, out_);
  if (!reader.is_mapping()) return std::nullopt;
  reader.only(kRuleKeys);
  ParsedRule rule;
  if (const auto name = reader.text(reader.required("name", "name: says-that"))) {
    rule.name = *name;
    check_name(*name, "a rule", is_rule_name(name->text), "lower-case letters, digits, '-' and '_'");
  }
  if (const auto scope = reader.choice(reader.optional("scope"), kScopes)) rule.scope = static_cast<Scope>(*scope);
  parse_numbers(reader, rule);
  if (const Node* emit = reader.required("emit", "emit: {kind: mention, label: Actor}")) parse_emit(*emit, rule);
  parse_pattern(reader, rule);
  if (const Node* examples = reader.optional("examples")) rule.examples = parse_examples(*examples, out_);
  if (!reader.ok()) return std::nullopt;
  return rule;
}

void FileParser::parse_section(const Node& section, ParsedFile& file) const {
  if (section.key == "lexicons" && is_kind(section, NodeKind::mapping)) {
    for (const auto& child : section.children) {
      if (auto lexicon = parse_lexicon(child)) file.lexicons.push_back(std::move(*lexicon));
    }
  } else if (section.key == "define" && is_kind(section, NodeKind::mapping)) {
    for (const auto& child : section.children) {
      if (auto definition = parse_definition(child)) file.definitions.push_back(std::move(*definition));
    }
  } else if (section.key == "rules" && is_kind(section, NodeKind::list)) {
    for (const auto& child : section.children) {
      if (auto rule = parse_rule(child)) file.rules.push_back(std::move(*rule));
    }
  }
}

ParsedFile FileParser::parse(const Node& root, std::string_view prefix) const {
  ParsedFile file{.prefix = std::string(prefix)};
  const MappingReader reader(root, "a rule file", out_);
  if (!reader.is_mapping()) return file;
  reader.only(kFileKeys);
  if (const auto written = reader.text(reader.optional("namespace"))) {
    check_name(*written, "a namespace", is_namespace(written->text), "rule names apart by '/', as in en/attribution");
    file.prefix = written->text;
  } else if (root.find("namespace") == nullptr && !is_namespace(prefix)) {
    out_.error({.code = ErrorCode::parse,
                .message = fmt::format("'{}', the file's path, cannot be its namespace", prefix),
                .where = SourcePos{source_.file},
                .hint = "begin the file with 'namespace: ...', or name it in lower case"});
  }
  for (const auto& section : root.children) parse_section(section, file);
  return file;
}

}  // namespace

ParsedFile parse_file(const Node& root, const Source& source, std::string_view prefix, Diagnostics& out) {
  return FileParser(source, out).parse(root, prefix);
}

}  // namespace claimgraph::rules
