#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/base/error.h"
#include "claimgraph/text/document.h"

namespace claimgraph::readers {

struct ReadOptions {
  // Bytes of a text or HTML file or of a line of JSON Lines. A larger document is refused, not cut, and never held in
  // memory as a whole. More than 1 GiB counts as 1 GiB.
  std::size_t max_document_bytes = std::size_t{64} << 20;
};

// What a reader met in one input. Every document that was refused has one diagnostic of severity error that says where
// it stood; what was read with a repair (a wrong byte, an unknown date) has a warning, which comes before its document.
struct Sink {
  std::function<void(text::Document)> document;  // in input order
  std::function<void(Diagnostic)> diagnostic;
};

// Paths of the article files that `inputs` name, in the order of `inputs`, lexically normal ("./a//b.txt" is
// "a/b.txt") and without duplicates:
//   a file      as it is, whatever its ending
//   a folder    the files below it that end in .txt .html .htm .jsonl .ndjson, by path
//   a glob      what it matches, by path; `*` `?` `[a-z]` `[!a-z]` stand for characters but "/", `**` for any folders
//   "-"         standard input, stays
// Names that begin with a dot are found below folders and by globs only where the glob spells the dot; linked folders
// are not entered, and the .yaml file beside a .txt file is its sidecar and no article. A name that matches nothing
// gives an error not_found.
Result<std::vector<std::string>> find_inputs(const std::vector<std::string>& inputs);

// Reads every document of the file at `path` ("-": standard input) into `sink`. Never throws (unless `sink` does),
// never stops at a bad document. The format is told by the ending, else by the first bytes: "{" begins JSON Lines, a
// tag or doctype HTML, all else is plain text.
//
//   plain text   One document. `text` is the file's bytes as they are (byte order mark, CRLF and all), so
//                offsets are those of the file; a byte that is not UTF-8 is read as '?', which keeps them so. UTF-16
//                with a byte order mark is converted, and offsets are then those of the UTF-8. What else is known comes
//                from a sidecar beside the file, `<stem>.meta.yaml` or `<stem>.yaml` (flat lines "key: value"), else
//                from a name such as 2024-01-20-the-title.txt, else from the first line.
//   JSON Lines   A document a line. Its fields are, the first that is there and not empty: `text` or `maintext` (one
//                must be), `id` (string or number), `url` or `uri`, `title`, `publisher` or `source_domain`, `authors`
//                or `author` (string or list), `date_publish`, `published` or `date` (parse_date() in
//                src/readers/date.h lists the forms), `language`, `mentions` (a list of {"span": [begin, end],
//                "name", "type"}, in bytes of the text). All others become metadata.
//   HTML         One document: the article without the menus, advertisements and comments around it; paragraphs are
//                parted by an empty line. What else is known comes from JSON-LD, Open Graph and <meta>.
//
// `published` is the calendar date as written, in whatever zone it was written. `id` is the one given, else the URI,
// else `path` (with ":line" in JSON Lines). Thread-safe, but for one standard input.
void read_file(const std::string& path, const ReadOptions& options, const Sink& sink);

// As read_file(), from an open stream; `path` tells the format by its ending and names the input in diagnostics and
// ids. No sidecar is looked for.
void read_stream(std::istream& in, const std::string& path, const ReadOptions& options, const Sink& sink);

}  // namespace claimgraph::readers
