#include "claimgraph/exporters/graphviz.h"

#include <doctest/doctest.h>

#include "claimgraph/exporters/dot.h"
#include "debate.h"
#include "support/temp_folder.h"

namespace claimgraph::exporters {
namespace {

// A program in GraphViz's place that runs `script`.
class FakeProgram {
 public:
  explicit FakeProgram(const std::string& script) : path_(folder_.write("program", "#!/bin/sh\n" + script + "\n")) {
    std::filesystem::permissions(path_, std::filesystem::perms::owner_all);
  }
  Result<std::string> draw(std::string_view dot, std::chrono::milliseconds timeout = std::chrono::seconds(20)) const {
    return exporters::draw(dot, {.program = path_.string(), .timeout = timeout});
  }
  std::string name() const { return path_.string(); }

 private:
  test::TempFolder folder_;
  std::filesystem::path path_;
};

TEST_CASE("draw: input and output of any size pass") {
  std::string big;
  while (big.size() < 3'000'000) big += "n1 -> n2 [label=\"a long enough line\"];\n";
  const auto same = FakeProgram("exec cat").draw(big);
  REQUIRE(same.has_value());
  CHECK(*same == big);
}

TEST_CASE("draw: a program that does not read its input does no harm") {
  const std::string big(1'000'000, 'x');
  CHECK(FakeProgram("echo picture").draw(big) == std::string("picture\n"));
  CHECK(FakeProgram("echo picture").draw("") == std::string("picture\n"));
}

TEST_CASE("draw: the format is passed on") { CHECK(FakeProgram("echo \"$*\"").draw("") == std::string("-Tsvg\n")); }

TEST_CASE("draw: what goes wrong is said") {
  struct Case {
    const char* script;
    const char* want;
  };
  constexpr Case kCases[] = {
      {"echo 'Error: syntax error in line 1' >&2; echo more >&2; exit 1",
       "error: GraphViz failed with status 1: Error: syntax error in line 1"},
      {"exit 3", "error: GraphViz failed with status 3"},
      {"kill -9 $$", "error: GraphViz failed with status 137"},
      {"exit 0", "error: GraphViz failed with status 0"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.script);
    const auto got = FakeProgram(c.script).draw("digraph {}");
    REQUIRE_FALSE(got.has_value());
    CHECK(got.error().code == ErrorCode::unavailable);
    CHECK(dump(got.error()) == c.want);
  }
}

TEST_CASE("draw: a program that is late is ended") {
  const auto got = FakeProgram("exec sleep 60").draw("digraph {}", std::chrono::milliseconds(50));
  REQUIRE_FALSE(got.has_value());
  CHECK(dump(got.error()) ==
        "error: GraphViz did not finish in 0.05 s (draw fewer edges, or export the format dot and draw it with another "
        "layout)");
}

TEST_CASE("draw: a missing program is named with its package") {
  const auto got = draw("digraph {}", {.program = "no-such-graphviz"});
  REQUIRE_FALSE(got.has_value());
  CHECK(dump(got.error()) ==
        "error: cannot draw: cannot run 'no-such-graphviz': No such file or directory (install the Debian package "
        "'graphviz', or export the format dot and draw it elsewhere)");
}

TEST_CASE("draw: GraphViz takes our diagrams") {
  const auto picture = draw(dot(debate(), {.title = "A & <B>"}), {});
  if (!picture && dump(picture.error()).find("No such file") != std::string::npos) {
    MESSAGE("GraphViz is not installed; skipped");
    return;
  }
  REQUIRE(picture.has_value());
  for (const char* text :
       {"C:\\New\\Notes", "dockers &amp; their", "&quot;union&quot;", "&lt;Harbour&gt;", "A &amp; &lt;B&gt;"}) {
    CAPTURE(text);
    CHECK(picture->find(text) != std::string::npos);
  }
}

}  // namespace
}  // namespace claimgraph::exporters
