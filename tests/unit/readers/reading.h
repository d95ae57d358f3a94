#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "claimgraph/readers/reader.h"

namespace claimgraph::test {

// What a reader gave.
struct Reading {
  std::vector<text::Document> documents;
  Diagnostics diagnostics;
};

inline readers::Sink into(Reading& reading) {
  return {.document = [&reading](text::Document document) { reading.documents.push_back(std::move(document)); },
          .diagnostic =
              [&reading](Diagnostic finding) {
                if (finding.severity == Severity::error) {
                  reading.diagnostics.error(std::move(finding.error));
                } else {
                  reading.diagnostics.warning(std::move(finding.error));
                }
              }};
}

inline Reading read_bytes(const std::string& bytes, const std::string& name, const readers::ReadOptions& options = {}) {
  Reading reading;
  std::istringstream in(bytes);
  readers::read_stream(in, name, options, into(reading));
  return reading;
}

inline Reading read_path(const std::string& path, const readers::ReadOptions& options = {}) {
  Reading reading;
  readers::read_file(path, options, into(reading));
  return reading;
}

}  // namespace claimgraph::test
