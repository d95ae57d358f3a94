#include <filesystem>

#include <sys/stat.h>

#include <doctest/doctest.h>

#include "claimgraph/readers/reader.h"
#include "support/temp_folder.h"

namespace claimgraph::readers {
namespace {

// A folder of articles; names below are relative to it.
class Articles {
 public:
  Articles() {
    for (const char* name :
         {"a.txt", "a.yaml", "b.HTML", "c.jsonl", "notes.md", ".hidden.txt", "sub/d.txt", "sub/deep/e.htm",
          "sub/.git/f.txt", "zz/g.ndjson", "zz/odd[1].txt", "empty/readme.md", "b.txt", "b.meta.yaml"}) {
      folder_.write(name, "x");
    }
    mkfifo((folder_.path() / "sub" / "pipe.txt").c_str(), 0600);  // reading it would never end
    std::filesystem::create_directory_symlink(folder_.path(), folder_.path() / "sub" / "loop");
  }

  // find_inputs() of names below the folder, shown relative to it; its error where it fails.
  std::string find(std::vector<std::string> names) const {
    const std::string root = folder_.path().string() + "/";
    for (auto& name : names) {
      if (name != "-") name = root + name;
    }
    const auto found = find_inputs(names);
    std::string out;
    if (!found) {
      out = dump(found.error());
    } else {
      for (const auto& path : *found) out += (out.empty() ? "" : " ") + path;
    }
    for (std::size_t at = out.find(root); at != std::string::npos; at = out.find(root)) out.erase(at, root.size());
    return out;
  }

 private:
  test::TempFolder folder_;
};

TEST_CASE("find_inputs: files, folders, globs and standard input") {
  struct Case {
    std::vector<std::string> names;
    const char* want;
  };
  const Articles articles;
  const Case kCases[] = {
      {{}, ""},
      {{"c.jsonl", "a.txt"}, "c.jsonl a.txt"},
      {{"notes.md"}, "notes.md"},
      {{"-", "a.txt", "-"}, "- a.txt"},
      {{"a.txt", "./a.txt", "sub/../a.txt"}, "a.txt"},
      {{"."}, "a.txt b.HTML b.txt c.jsonl sub/d.txt sub/deep/e.htm zz/g.ndjson zz/odd[1].txt"},
      {{"zz", "sub/"}, "zz/g.ndjson zz/odd[1].txt sub/d.txt sub/deep/e.htm"},
      {{"*.txt"}, "a.txt b.txt"},
      {{"?.*"}, "a.txt b.HTML b.txt c.jsonl"},  // a sidecar is no article
      {{"[a-b].txt"}, "a.txt b.txt"},
      {{"[!a].txt"}, "b.txt"},
      {{".h*"}, ".hidden.txt"},
      {{"*/*.txt"}, "sub/d.txt zz/odd[1].txt"},
      {{"**/*.txt"}, "a.txt b.txt sub/d.txt zz/odd[1].txt"},
      {{"sub/**"}, "sub/d.txt sub/deep/e.htm"},
      {{"**/deep/*"}, "sub/deep/e.htm"},
      {{"s*"}, "sub/d.txt sub/deep/e.htm"},
      {{"zz/odd[1].txt"}, "zz/odd[1].txt"},  // a file of that name goes before the glob
      // Refusals.
      {{"a.tx"}, "error: no file or folder 'a.tx' (did you mean 'a.txt'?)"},
      {{"a.txt", "nothing-like-it"},
       "error: no file or folder 'nothing-like-it' (inputs are files, folders, globs, or - for standard input)"},
      {{"empty"},
       "error: folder 'empty' holds no article files (files below folders are found by their endings: .txt .html .htm "
       ".jsonl .ndjson)"},
      {{"*.pdf"}, "error: no file matches '*.pdf' ('*' stays within one folder; '**' goes through any number of them)"},
      {{"a.yam[l]"},
       "error: no file matches 'a.yam[l]' ('*' stays within one folder; '**' goes through any number of them)"},
      {{"no/**/*.txt"},
       "error: no file matches 'no/**/*.txt' ('*' stays within one folder; '**' goes through any number of them)"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.want);
    CHECK(articles.find(c.names) == c.want);
  }
}

}  // namespace
}  // namespace claimgraph::readers
