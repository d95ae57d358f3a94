#include "claimgraph/base/error.h"

#include <fmt/format.h>

namespace claimgraph {

std::string_view name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage: return "usage";
    case ErrorCode::parse: return "parse";
    case ErrorCode::invalid: return "invalid";
    case ErrorCode::not_found: return "not_found";
    case ErrorCode::ambiguous: return "ambiguous";
    case ErrorCode::io: return "io";
    case ErrorCode::locked: return "locked";
    case ErrorCode::version: return "version";
    case ErrorCode::corruption: return "corruption";
    case ErrorCode::limit: return "limit";
    case ErrorCode::unavailable: return "unavailable";
  }
  return "unknown";
}

std::string dump(const SourcePos& where) {
  std::string out = where.file;
  if (where.line != 0) out += fmt::format(":{}", where.line);
  if (where.line != 0 && where.column != 0) out += fmt::format(":{}", where.column);
  return out;
}

std::string dump(const Error& error) {
  std::string out;
  if (error.where && !error.where->file.empty()) out = dump(*error.where) + ": ";
  out += "error: " + error.message;
  if (!error.hint.empty()) out += " (" + error.hint + ")";
  return out;
}

}  // namespace claimgraph
