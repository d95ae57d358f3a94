#include "claimgraph/workbench/rule_names.h"

#include <doctest/doctest.h>

#include "good_rules.h"

namespace claimgraph::workbench {
namespace {

TEST_CASE("find_rule: a whole name, or the end of one") {
  struct Case {
    const char* name;
    const char* want;
  };
  constexpr Case kCases[] = {
      {"en/attribution/says-that", "en/attribution/says-that"},
      {"attribution/says-that", "en/attribution/says-that"},
      {"condemn", "stances/condemn"},
      {"demn", "error: no rule is called 'demn' (`claimgraph rules list` lists the rules)"},
      {"condem", "error: no rule is called 'condem' (did you mean 'condemn'?)"},
      {"people", "error: no rule is called 'people' (with these words in it: people/titled, people/plain)"},
  };
  const auto rules = loaded();
  for (const auto& c : kCases) {
    CAPTURE(c.name);
    const auto rule = find_rule(rules, c.name);
    CHECK((rule ? (*rule)->name : dump(rule.error())) == c.want);
  }
}

TEST_CASE("find_rules: namespaces too, each rule once, in the order of files and lines") {
  const auto rules = loaded();
  const auto names = [&](const std::vector<std::string>& wanted) {
    const auto found = find_rules(rules, wanted);
    std::string out;
    if (!found) return dump(found.error());
    for (const auto* rule : *found) out += rule->name + " ";
    return out;
  };
  CHECK(names({}) ==
        "en/attribution/says-that en/attribution/according-to people/plain people/titled stances/condemn ");
  CHECK(names({"people", "plain", "condemn"}) == "people/plain people/titled stances/condemn ");
  CHECK(names({"en"}) == "en/attribution/says-that en/attribution/according-to ");
  CHECK(names({"nobody"}) == "error: no rule is called 'nobody' (`claimgraph rules list` lists the rules)");
}

}  // namespace
}  // namespace claimgraph::workbench
