#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/text/document.h"

namespace claimgraph::readers {

struct ReadOptions {
  std::size_t max_document_bytes = std::size_t{64} << 20;  // a larger document is refused, not cut
};

// What a reader met in one input. Every document that was refused has a diagnostic of severity error that says where it
// stood; what was read with a repair (a wrong byte, an unknown date) has a warning.
struct Sink {
  std::function<void(text::Document)> document;  // in input order
  std::function<void(Diagnostic)> diagnostic;
};

// Paths of the article files that `inputs` name, in a stable order without duplicates: files as they are, the supported
// files below folders (.txt .html .htm .jsonl .ndjson) by path, globs (* ? [ ] **) expanded by us. "-" stays. Names
// that match nothing give an error.
Result<std::vector<std::string>> find_inputs(const std::vector<std::string>& inputs);

// Reads every document of the file at `path` ("-": JSON Lines or plain text on standard input, told by its first
// byte) into `sink`. The format is told by the ending, else by the first bytes. Never throws, never stops at a bad
// document.
void read_file(const std::string& path, const ReadOptions& options, const Sink& sink);

}  // namespace claimgraph::readers
