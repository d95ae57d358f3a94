#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "claimgraph/base/diagnostics.h"

namespace claimgraph::rules {

// The text of one YAML file, without a byte order mark.
struct Source {
  std::string file;  // as findings name it
  std::string text;
};

// The bytes of a file; not_found, io, or limit when there are more than `most`.
Result<std::string> read_bytes(const std::filesystem::path& path, std::size_t most);

// The place of byte `offset`, which may be the end. O(offset).
SourcePos place_of(const Source& source, std::size_t offset);
// The inverse of place_of(). O(size).
std::size_t offset_of(const Source& source, const SourcePos& place);

// Takes off a byte order mark and says what yaml-cpp would take without a word or explain badly: nothing but white
// space, bytes that are no UTF-8, control characters (it ends the file at U+0004), tabs that indent.
// False when there was a finding: the file cannot be parsed then. O(n).
bool check_source(Source& source, Diagnostics& out);

}  // namespace claimgraph::rules
