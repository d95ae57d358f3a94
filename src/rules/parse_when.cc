#include <utility>

#include <fmt/format.h>

#include "rules/keys.h"
#include "rules/mapping_reader.h"
#include "rules/parse_rule.h"

namespace claimgraph::rules {
namespace {

// "opinion", or "!opinion" for anything else.
DocumentTest document_test(std::string field, const std::vector<Written>& values) {
  DocumentTest out{.field = std::move(field)};
  for (const Written& value : values) {
    if (value.text.starts_with('!')) {
      out.none_of.push_back(value.text.substr(1));
    } else {
      out.any_of.push_back(value.text);
    }
  }
  return out;
}

void add_dates(const MappingReader& reader, ParsedWhen& when) {
  for (const Written& written : reader.texts(reader.optional("date"))) {
    DateBound bound;
    if (parse_date_bound(written.text, bound)) {
      when.dates.push_back(std::move(bound));
    } else {
      reader.finding(fmt::format("'{}' is no condition on a date", written.text), written.where,
                     "write \">=2020-01-01\", \"<2021\" or \"2020-05\"");
    }
  }
}

void add_metadata(const MappingReader& reader, ParsedWhen& when) {
  const Node* section = reader.optional("metadata");
  if (section == nullptr || !reader.is_kind(*section, NodeKind::mapping)) return;
  for (const Node& child : section->children) {
    if (auto values = reader.texts(&child); !values.empty()) when.tests.push_back(document_test(child.key, values));
  }
}

}  // namespace

ParsedWhen parse_when(const Node& node, Diagnostics& out) {
  const MappingReader reader(node, "'when'", out);
  ParsedWhen when;
  if (!reader.is_mapping()) return when;
  reader.only(names_of(key_table("when")));
  when.inside = reader.texts(reader.optional("inside"));
  when.outside = reader.texts(reader.optional("outside"));
  add_dates(reader, when);
  for (const char* field : {"publisher", "section", "language"}) {
    const auto values = reader.texts(reader.optional(field));
    if (!values.empty()) when.tests.push_back(document_test(field, values));
  }
  add_metadata(reader, when);
  return when;
}

}  // namespace claimgraph::rules
