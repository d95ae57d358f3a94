#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "claimgraph/readers/reader.h"
#include "readers/report.h"
#include "readers/source.h"

namespace claimgraph::readers {

// What a file's name says about its article.
struct NamedArticle {
  std::string published;
  std::string title;

  friend bool operator==(const NamedArticle&, const NamedArticle&) = default;
};

// "2024-01-20-the-title.txt", "2024-01-20_the_title.txt" and "20240120-the-title.txt": the date and, with spaces for
// the marks between its words, the title. Empty for other names, which are mostly numbers and hashes.
NamedArticle parse_file_name(std::string_view path);

// The first line of `text` that is not blank, when it looks like a headline: short, and without a final full stop.
std::string headline_of(std::string_view text);

// Reads a .txt file as read_file() says. `sidecar` says whether one may lie beside it.
void read_plain_text(Source& source, bool sidecar, const ReadOptions& options, const Report& report);

}  // namespace claimgraph::readers
