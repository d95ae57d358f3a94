#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "rules/check.h"
#include "rules/fingerprint.h"
#include "rules/parsed_file.h"

namespace claimgraph::rules {

// Reads rule files, the templates that they import and the lexicons of both. Findings go to one place, bytes into one
// fingerprint.
class Reader {
 public:
  // Paths in fingerprints and namespaces are relative to `directory`. Both must outlive the reader.
  Reader(const std::filesystem::path& directory, Diagnostics& out) : directory_(directory), out_(out) {}

  // Reads a file of the folder; of a template only that it is there.
  void read_file(const std::filesystem::path& path);
  // A warning for each template that no file imports.
  void finish();

  const std::vector<ParsedFile>& files() const { return files_; }  // in the order read, imports behind their importer
  std::vector<LoadedLexicon>& lexicons() { return lexicons_; }
  const Fingerprint& fingerprint() const { return fingerprint_; }

 private:
  // A file on its way to being imported.
  struct Importing {
    const ParsedImport* import = nullptr;
    std::string prefix;                        // the namespace of the importer
    std::vector<std::filesystem::path> chain;  // the files that import one another, the first first
    std::string places;                        // of those imports
  };

  void read(const std::filesystem::path& path, const Importing* importing);
  void read_parts(const Node& root, const Source& source, const std::filesystem::path& path,
                  const Importing* importing);
  void import(const ParsedImport& import, const ParsedFile& file, const std::filesystem::path& path,
              const Importing* importing);
  void read_lexicon(const ParsedLexicon& named, const ParsedFile& file, const std::filesystem::path& folder);
  void refuse_lexicon(const ParsedLexicon& named, const ParsedFile& file, const std::filesystem::path& path,
                      Error error);
  void refuse(Error error, const std::string& imported_at);
  std::string relative(const std::filesystem::path& path) const;

  const std::filesystem::path& directory_;
  Diagnostics& out_;
  Fingerprint fingerprint_;
  std::vector<ParsedFile> files_;
  std::vector<LoadedLexicon> lexicons_;
  std::set<std::pair<std::string, std::string>> known_lexicons_;  // name, and file with unit
  std::map<std::filesystem::path, SourcePos> templates_;          // of the folder; where they say what they are
  std::set<std::filesystem::path> imported_;
  std::size_t imports_ = 0;
  std::size_t imported_bytes_ = 0;
  bool too_many_ = false;
};

}  // namespace claimgraph::rules
