// Runs the files of the folders and files named on the command line through one fuzz target, so that every test run
// holds what fuzzing once found. A property that fails ends the program.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/format.h>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> inputs(const fs::path& named) {
  if (!fs::is_directory(named)) return {named};
  std::vector<fs::path> out;
  for (const auto& entry : fs::recursive_directory_iterator(named)) {
    if (entry.is_regular_file()) out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

// False when the file cannot be read.
bool replay(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in.good()) return false;
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  // Flushed before the run: if it aborts, this is the line that says which file it was.
  fmt::print("{}\n", path.string());
  std::fflush(stdout);
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t count = 0;
  for (int i = 1; i < argc; ++i) {
    for (const auto& path : inputs(argv[i])) {
      if (!replay(path)) {
        fmt::print(stderr, "error: cannot read '{}'\n", path.string());
        return 1;
      }
      ++count;
    }
  }
  if (count == 0) {
    fmt::print(stderr, "error: no inputs: a replay of nothing proves nothing\n");
    return 1;
  }
  fmt::print("{} inputs\n", count);
  return 0;
}
