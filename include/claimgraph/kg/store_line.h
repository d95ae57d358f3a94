#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "claimgraph/base/error.h"
#include "claimgraph/kg/extraction.h"
#include "claimgraph/kg/link.h"

// The lines of a dumped store (doc/FORMATS.md): documents and the links between entities.
namespace claimgraph::kg {

struct StoredRecord {
  Extraction extraction;
  std::string fingerprint;  // bytes

  friend bool operator==(const StoredRecord&, const StoredRecord&) = default;
};

using StoreLine = std::variant<StoredRecord, Link>;

// One JSON object without line breaks. REQUIRES: all strings but the fingerprint are well-formed UTF-8.
std::string dump(const StoredRecord& record);
std::string dump(const Link& link);

// The inverse of both; an extraction record is taken as one without a fingerprint. Fails as parse_record() does.
Result<StoreLine> parse_store_line(std::string_view json);

}  // namespace claimgraph::kg
