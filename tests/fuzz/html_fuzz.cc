#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>

#include "claimgraph/base/utf8.h"
#include "claimgraph/readers/reader.h"

namespace {

void must(bool holds, const char* property) {
  if (holds) return;
  std::fprintf(stderr, "html_fuzz: broken: %s\n", property);
  std::abort();
}

void check(const claimgraph::text::Document& document) {
  must(!document.text.empty() && !document.id.empty(), "a document has a text and an id");
  must(!claimgraph::first_bad_utf8(dump(document)), "strings are well-formed UTF-8");
  must(document.text.find_first_of(std::string_view("\0\t\r\x1B\x7F", 5)) == std::string::npos,
       "the text has no control characters but line ends");
  must(document.text.find("\n\n\n") == std::string::npos, "paragraphs are parted by one empty line");
  must(document.published.empty() || document.published.size() == 10, "a date is YYYY-MM-DD");
}

}  // namespace

// Whatever the page, there is one document or one error, and all strings of the document are well-formed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  std::istringstream in(std::string(reinterpret_cast<const char*>(bytes), size));
  int documents = 0;
  int errors = 0;
  const claimgraph::readers::Sink sink = {.document =
                                              [&](const claimgraph::text::Document& document) {
                                                ++documents;
                                                check(document);
                                              },
                                          .diagnostic =
                                              [&](const claimgraph::Diagnostic& finding) {
                                                errors += finding.severity == claimgraph::Severity::error ? 1 : 0;
                                              }};
  claimgraph::readers::read_stream(in, "page.html", {}, sink);
  must(documents + errors == 1, "a page gives one document or one error");
  return 0;
}
