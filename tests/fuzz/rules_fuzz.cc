// A rule file of any bytes: it loads or has findings, every place is in the file, and the same bytes give the same.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "claimgraph/rules/rule_set.h"
#include "support/temp_folder.h"

namespace {

// A folder with one lexicon, for as long as the program runs.
const claimgraph::test::TempFolder& folder() {
  static const claimgraph::test::TempFolder made;
  static const auto lexicon = made.write("cues.tsv", "term\tcertainty\nsay\tcertain\nmay\t\n");
  return made;
}

[[noreturn]] void broken(std::string_view property, const claimgraph::Diagnostics& findings) {
  fmt::print(stderr, "{}\n{}", property, claimgraph::dump(findings));
  std::abort();
}

std::vector<std::size_t> line_sizes(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<std::size_t> out(1, 0);
  for (const char c : text) {
    if (c == '\n') {
      out.push_back(0);
    } else {
      ++out.back();
    }
  }
  return out;
}

void check_places(std::string_view text, const claimgraph::Diagnostics& findings) {
  const auto lines = line_sizes(text);
  for (const auto& finding : findings.all()) {
    if (!finding.error.where) broken("a finding without a place", findings);
    const auto& where = *finding.error.where;
    if (!where.file.ends_with(".yaml") || where.line == 0) continue;
    if (where.line > lines.size()) broken("a finding below the last line", findings);
    if (where.column > lines[where.line - 1] + 1) broken("a finding behind the end of its line", findings);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  folder().write("rules.yaml", text);
  claimgraph::Diagnostics findings, again;
  const auto loaded = claimgraph::rules::load(folder().path(), findings);
  if (loaded.has_value() != findings.ok()) broken("a result and findings that disagree", findings);
  check_places(text, findings);
  const auto reloaded = claimgraph::rules::load(folder().path(), again);
  if (claimgraph::dump(findings) != claimgraph::dump(again)) broken("two loads with different findings", again);
  if (loaded && loaded->fingerprint != reloaded->fingerprint) broken("two fingerprints of the same bytes", findings);
  return 0;
}
