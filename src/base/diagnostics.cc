#include "claimgraph/base/diagnostics.h"

#include <utility>

namespace claimgraph {

std::string dump(const Diagnostic& diagnostic) {
  std::string out = dump(diagnostic.error);
  if (diagnostic.severity == Severity::warning) {
    const std::string place = diagnostic.error.where ? dump(*diagnostic.error.where) : "";
    const std::size_t at = place.empty() ? 0 : place.size() + 2;
    out.replace(at, std::string_view("error").size(), "warning");
  }
  return out;
}

void Diagnostics::error(Error error) {
  all_.push_back({.severity = Severity::error, .error = std::move(error)});
  ++errors_;
}

void Diagnostics::warning(Error error) { all_.push_back({.severity = Severity::warning, .error = std::move(error)}); }

void Diagnostics::append(const Diagnostics& other) {
  all_.insert(all_.end(), other.all_.begin(), other.all_.end());
  errors_ += other.errors_;
}

std::string dump(const Diagnostics& diagnostics) {
  std::string out;
  for (const auto& diagnostic : diagnostics.all()) out += dump(diagnostic) + "\n";
  return out;
}

}  // namespace claimgraph
