#include <optional>
#include <utility>

#include <fmt/format.h>

#include "rules/keys.h"
#include "rules/mapping_reader.h"
#include "rules/parse_rule.h"
#include "rules/parsed_file.h"
#include "rules/spelling.h"

namespace claimgraph::rules {
namespace {

constexpr std::string_view kIdentifier = "letters, digits and '_', no digit first";

// Reads one file: what all its parts need.
class FileParser {
 public:
  FileParser(const Source& source, Diagnostics& out) : source_(source), out_(out) {}

  ParsedFile parse(const Node& root, std::string_view prefix) const;

 private:
  void parse_section(const MappingReader& reader, const Node& section, ParsedFile& file) const;
  std::optional<ParsedLexicon> parse_lexicon(const Node& node) const;
  std::optional<ParsedDefinition> parse_definition(const Node& node) const;
  std::optional<ParsedImport> parse_import(const Node& node) const;
  std::optional<ParsedFamily> parse_family(const Node& node) const;

  const Source& source_;
  Diagnostics& out_;
};

std::optional<ParsedLexicon> FileParser::parse_lexicon(const Node& node) const {
  const KeyTable& keys = key_table("lexicon");
  const MappingReader reader(node, fmt::format("lexicon '{}'", node.key), out_);
  ParsedLexicon lexicon{.name = {node.key, node.key_where}};
  reader.check_name(lexicon.name, "a lexicon", is_identifier(node.key), kIdentifier);
  if (!reader.is_mapping()) return std::nullopt;
  reader.only(names_of(keys));
  const auto file = reader.text(reader.required("file", "file: lexicons/cues.tsv"));
  const auto unit =
      reader.choice(reader.required("match", "match: lemma, norm or word"), choices_of(key_of(keys, "match")));
  if (!reader.ok()) return std::nullopt;
  lexicon.file = *file;
  lexicon.unit = static_cast<nlp::TermUnit>(*unit);
  return lexicon;
}

std::optional<ParsedDefinition> FileParser::parse_definition(const Node& node) const {
  const MappingReader reader(node, "a definition", out_);
  const Written name{node.key, node.key_where};
  reader.check_name(name, "a definition", is_definition_name(node.key),
                    "letters, digits, '_' and '-', no digit first and no '-' at an end");
  const auto written = reader.text(&node);
  if (!reader.ok()) return std::nullopt;
  return ParsedDefinition{.name = name, .pattern = pattern_text(node, source_)};
}

std::optional<ParsedImport> FileParser::parse_import(const Node& node) const {
  const MappingReader reader(node, "an import", out_);
  if (!reader.is_mapping()) return std::nullopt;
  reader.only(names_of(key_table("import")));
  ParsedImport import{.where = node.where};
  if (const auto file = reader.text(reader.required("file", "file: template.yaml"))) import.file = *file;
  import.as = reader.text(reader.optional("as"));
  if (import.as) {
    reader.check_name(*import.as, "a namespace", is_namespace(import.as->text), "lower-case letters, digits, '-', '_'");
  }
  if (const Node* with = reader.optional("with"); with != nullptr && reader.is_kind(*with, NodeKind::mapping)) {
    for (const Node& child : with->children) {
      const bool one_line = child.kind == NodeKind::scalar && child.text.find('\n') == std::string::npos;
      if (one_line) {
        import.values.emplace_back(Written{child.key, child.key_where}, child.text);
      } else {
        reader.finding(fmt::format("the value of '{}' is {}, not a text of one line", child.key, describe(child)),
                       child.where, "quote a text that begins with '[' or '{'");
      }
    }
  }
  if (!reader.ok()) return std::nullopt;
  return import;
}

std::optional<ParsedFamily> FileParser::parse_family(const Node& node) const {
  const MappingReader reader(node, "'taxonomy'", out_);
  ParsedFamily family{.above = {node.key, node.key_where}, .below = reader.texts(&node)};
  reader.check_name(family.above, "a label", is_identifier(node.key), kIdentifier);
  if (!reader.ok()) return std::nullopt;
  return family;
}

void FileParser::parse_section(const MappingReader& reader, const Node& section, ParsedFile& file) const {
  const auto each = [&](NodeKind kind, auto parse, auto& to) {
    if (!reader.is_kind(section, kind)) return;
    for (const Node& child : section.children) {
      if (auto part = parse(child)) to.push_back(std::move(*part));
    }
  };
  if (section.key == "import") {
    each(
        NodeKind::list, [&](const Node& n) { return parse_import(n); }, file.imports);
  } else if (section.key == "taxonomy") {
    each(
        NodeKind::mapping, [&](const Node& n) { return parse_family(n); }, file.taxonomy);
  } else if (section.key == "lexicons") {
    each(
        NodeKind::mapping, [&](const Node& n) { return parse_lexicon(n); }, file.lexicons);
  } else if (section.key == "define") {
    each(
        NodeKind::mapping, [&](const Node& n) { return parse_definition(n); }, file.definitions);
  } else if (section.key == "rules") {
    each(
        NodeKind::list, [&](const Node& n) { return parse_rule(n, source_, out_); }, file.rules);
  }
}

ParsedFile FileParser::parse(const Node& root, std::string_view prefix) const {
  ParsedFile file{.prefix = std::string(prefix)};
  const MappingReader reader(root, "a rule file", out_);
  if (!reader.is_mapping()) return file;
  reader.only(names_of(key_table("file")));
  if (const auto written = reader.text(reader.optional("namespace"))) {
    reader.check_name(*written, "a namespace", is_namespace(written->text),
                      "rule names apart by '/', as in en/attribution");
    file.prefix = written->text;
  } else if (root.find("namespace") == nullptr && !is_namespace(prefix)) {
    reader.finding(fmt::format("'{}', the file's path, cannot be its namespace", prefix), SourcePos{source_.file},
                   "begin the file with 'namespace: ...', or name it in lower case");
  }
  for (const auto& section : root.children) parse_section(reader, section, file);
  return file;
}

}  // namespace

ParsedFile parse_file(const Node& root, const Source& source, std::string_view prefix, Diagnostics& out) {
  return FileParser(source, out).parse(root, prefix);
}

}  // namespace claimgraph::rules
