#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "claimgraph/base/error.h"

namespace claimgraph {

enum class Severity { warning, error };

// A finding in a user's file. The work goes on after it.
struct Diagnostic {
  Severity severity = Severity::error;
  Error error;

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

// "[where: ]warning|error: message[ (hint)]".
std::string dump(const Diagnostic& diagnostic);

// Findings in the order they were met. Thread-compatible.
class Diagnostics {
 public:
  void error(Error error);
  void warning(Error error);
  void append(const Diagnostics& other);

  const std::vector<Diagnostic>& all() const { return all_; }
  std::size_t errors() const { return errors_; }
  std::size_t warnings() const { return all_.size() - errors_; }
  bool ok() const { return errors_ == 0; }

 private:
  std::vector<Diagnostic> all_;
  std::size_t errors_ = 0;
};

// One line a finding.
std::string dump(const Diagnostics& diagnostics);

}  // namespace claimgraph
