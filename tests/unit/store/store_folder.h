#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "claimgraph/store/store.h"
#include "store/db.h"
#include "support/temp_folder.h"

namespace claimgraph::store {

// A place for one store, gone with everything in it when this goes. In memory where the system has a file system there:
// a store is durable, so on a disk a test waits for the disk and for nothing else.
class StoreFolder {
 public:
  StoreFolder();

  // The store's folder, which is not there at first.
  std::string path() const { return (base_.path() / "kg").string(); }
  // The store, made if need be. Fails the running test when it cannot be opened.
  Store write() const;
  Store read() const;
  // The file `name` of the store, or the only one whose name ends in `name`.
  std::filesystem::path file(const std::string& name) const;
  // The store's files as they are now, in another StoreFolder: what a kill at this moment would leave.
  void copy_to(const StoreFolder& other) const;

 private:
  test::TempFolder base_;
};

// Every row of a store as it lies on disk, but the number of changes that led to it. A reading error is a failure of
// the running test.
std::vector<Row> dump_rows(const std::string& path);

}  // namespace claimgraph::store
