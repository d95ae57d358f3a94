#pragma once

#include <optional>

#include "claimgraph/base/diagnostics.h"
#include "rules/parsed_file.h"
#include "rules/source.h"
#include "rules/yaml_tree.h"

namespace claimgraph::rules {

// Reads one entry of `rules`. Nothing after a finding.
std::optional<ParsedRule> parse_rule(const Node& node, const Source& source, Diagnostics& out);

// Reads the value of `when`. What has a finding is left out.
ParsedWhen parse_when(const Node& node, Diagnostics& out);

}  // namespace claimgraph::rules
