#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>

#include "claimgraph/base/utf8.h"
#include "claimgraph/readers/reader.h"

namespace {

void must(bool holds, const char* property) {
  if (holds) return;
  std::fprintf(stderr, "jsonl_fuzz: broken: %s\n", property);
  std::abort();
}

void check(const claimgraph::text::Document& document) {
  must(!document.text.empty() && !document.id.empty(), "a document has a text and an id");
  must(!claimgraph::first_bad_utf8(dump(document)), "strings are well-formed UTF-8");
  must(document.text.find('\0') == std::string::npos, "the text has no zero bytes");
  must(document.published.empty() || document.published.size() == 10, "a date is YYYY-MM-DD");
  for (const auto& mention : document.mentions) {
    must(mention.span.begin < mention.span.end && mention.span.end <= document.text.size(), "mentions lie in the text");
    const auto part = document.text.substr(mention.span.begin, mention.span.size());
    must(!claimgraph::first_bad_utf8(part), "mentions cut no character");
  }
}

}  // namespace

// Whatever the lines, each gives at most one document or one error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  std::istringstream in(text);
  std::ptrdiff_t given = 0;
  const claimgraph::readers::Sink sink = {.document =
                                              [&](const claimgraph::text::Document& document) {
                                                ++given;
                                                check(document);
                                              },
                                          .diagnostic =
                                              [&](const claimgraph::Diagnostic& finding) {
                                                given += finding.severity == claimgraph::Severity::error ? 1 : 0;
                                              }};
  claimgraph::readers::read_stream(in, "lines.jsonl", {.max_document_bytes = 4096}, sink);
  must(given <= std::count(text.begin(), text.end(), '\n') + 1, "a line gives at most one document or error");
  return 0;
}
