#pragma once

#include <string>
#include <vector>

#include "claimgraph/pipeline/run.h"
#include "support/temp_folder.h"

namespace claimgraph::pipeline {

// Rules, a small model and a folder to write articles to. What runs said is kept in `said`.
class Newsroom {
 public:
  Newsroom();

  const Resources& resources() const { return resources_; }
  // A JSON Lines file with these lines; its path.
  std::string write(const std::string& name, const std::vector<std::string>& lines) const;
  std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
  store::Store open_store(store::Mode mode = store::Mode::read_write) const;
  Listener listener();

  std::vector<std::string> said;  // the diagnostics, a line each, without the folder

 private:
  test::TempFolder folder_;
  Resources resources_;
};

// A line of JSON Lines in which one person reports another's stance; different for every number.
std::string article(int number, const std::string& id);
std::vector<std::string> articles(int count);

// All counts, in words.
std::string dump(const Counts& counts);

}  // namespace claimgraph::pipeline
