#include "readers/report.h"

#include <utility>

#include "readers/encoding.h"

namespace claimgraph::readers {

std::string Report::id() const {
  std::string id = file_;
  repair_utf8(id);
  return id;
}

void Report::send(Severity severity, Error error) const {
  if (!error.where) error.where = SourcePos{.file = file_};
  sink_.diagnostic({.severity = severity, .error = std::move(error)});
}

void Report::error(Error error) const { send(Severity::error, std::move(error)); }

void Report::error(ErrorCode code, std::string message, std::uint32_t line, std::string hint) const {
  error({.code = code,
         .message = std::move(message),
         .where = SourcePos{.file = file_, .line = line},
         .hint = std::move(hint)});
}

void Report::warning(Error error) const { send(Severity::warning, std::move(error)); }

void Report::warning(std::string message, std::uint32_t line, std::string hint) const {
  warning({.code = ErrorCode::invalid,
           .message = std::move(message),
           .where = SourcePos{.file = file_, .line = line},
           .hint = std::move(hint)});
}

}  // namespace claimgraph::readers
