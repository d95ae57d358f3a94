#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/pattern/pattern.h"
#include "rules/parsed_file.h"

namespace claimgraph::rules {

// Which labels lie below which. A label may lie below several. Immutable.
class Taxonomy {
 public:
  // The taxonomies of all files together. A finding for a label that lies below itself; what closes the circle is left
  // out.
  Taxonomy(std::span<const ParsedFile> files, Diagnostics& out);

  // All labels above `label`, nearest first.
  std::vector<std::string> above(const std::string& label) const;
  // A finding for every label below that nobody puts: it is not in `scheme` and has no labels below it.
  void check_known(const pattern::Scheme& scheme, Diagnostics& out) const;
  // Adds the labels above others to `scheme`, with the features of those below them.
  void add_to(pattern::Scheme& scheme) const;
  const std::map<std::string, SourcePos>& families() const { return families_; }

 private:
  struct Edge {
    std::string above;
    Written below;
  };
  void check_circle(const Written& above, const Written& below, Diagnostics& out);

  std::vector<Edge> edges_;                                  // in the order of the files
  std::map<std::string, std::vector<std::string>> parents_;  // directly above
  std::map<std::string, SourcePos> families_;                // labels with others below them, where they first stand
};

}  // namespace claimgraph::rules
