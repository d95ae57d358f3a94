#include "claimgraph/base/diagnostics.h"

#include <doctest/doctest.h>

namespace claimgraph {
namespace {

TEST_CASE("dump(Error): place, message and hint, each only when there is one") {
  struct Case {
    Error error;
    const char* want;
  };
  const Case kCases[] = {
      {{.message = "no such thing 'x'"}, "error: no such thing 'x'"},
      {{.message = "no such thing 'x'", .hint = "leave it out"}, "error: no such thing 'x' (leave it out)"},
      {{.message = "bad", .where = SourcePos{"a.yaml", 12, 13}}, "a.yaml:12:13: error: bad"},
      {{.message = "bad", .where = SourcePos{"a.yaml", 12, 0}}, "a.yaml:12: error: bad"},
      {{.message = "bad", .where = SourcePos{"a.yaml", 0, 0}}, "a.yaml: error: bad"},
  };
  for (const auto& c : kCases) CHECK(dump(c.error) == c.want);
}

TEST_CASE("Diagnostics: keeps the order and counts the severities apart") {
  Diagnostics found;
  CHECK(found.ok());
  found.warning({.message = "odd", .where = SourcePos{"b.yaml", 1, 2}});
  CHECK(found.ok());
  found.error({.message = "wrong"});
  Diagnostics more;
  more.error({.message = "worse"});
  found.append(more);
  CHECK(found.errors() == 2);
  CHECK(found.warnings() == 1);
  CHECK(!found.ok());
  CHECK(dump(found) == "b.yaml:1:2: warning: odd\nerror: wrong\nerror: worse\n");
}

}  // namespace
}  // namespace claimgraph
