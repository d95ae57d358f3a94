#include "support/golden.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>

namespace claimgraph::test {

std::filesystem::path data_folder() {
  // Set by tests/unit/meson.build for every test.
  const char* folder = std::getenv("CLAIMGRAPH_TEST_DATA");
  REQUIRE_MESSAGE(folder != nullptr, "CLAIMGRAPH_TEST_DATA is not set; run the tests with `meson test`");
  return folder;
}

std::filesystem::path model_folder() { return data_folder().parent_path().parent_path() / "models/en"; }

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE_MESSAGE(in.good(), "cannot read ", path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::filesystem::path> golden_inputs(const std::filesystem::path& folder, std::string_view ending) {
  std::vector<std::filesystem::path> out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().string().ends_with(ending)) out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  REQUIRE_MESSAGE(!out.empty(), "no golden inputs in ", folder.string());
  return out;
}

void check_golden(const std::filesystem::path& input, std::string_view got) {
  const std::filesystem::path golden = input.string() + ".golden";
  const char* accept = std::getenv("CLAIMGRAPH_ACCEPT");
  if (accept != nullptr && std::string_view(accept) == "1") {
    std::ofstream(golden, std::ios::binary).write(got.data(), static_cast<std::streamsize>(got.size()));
    return;
  }
  INFO("CLAIMGRAPH_ACCEPT=1 rewrites ", golden.string());
  CHECK(read_file(golden) == got);
}

}  // namespace claimgraph::test
