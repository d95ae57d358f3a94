#include "newsroom.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/golden.h"

namespace claimgraph::pipeline {

Newsroom::Newsroom() {
  folder_.write("model/words.tsv",
                "form\tupos\tlemma\tcount\nsaid\tVERB\tsay\t90\nthat\tSCONJ\tthat\t90\nbacks\tVERB\tback\t90\n"
                "rejects\tVERB\treject\t90\nHe\tPRON\the\t90\n");
  std::filesystem::create_symlink(test::model_folder() / "parser.model", folder_.path() / "model/parser.model");
  Diagnostics findings;
  auto resources = load_resources(test::data_folder() / "extract/rules", folder_.path() / "model", findings);
  REQUIRE_MESSAGE(resources.has_value(), claimgraph::dump(findings));
  resources_ = *std::move(resources);
}

std::string Newsroom::write(const std::string& name, const std::vector<std::string>& lines) const {
  std::string text;
  for (const auto& line : lines) text += line + "\n";
  return folder_.write(name, text).string();
}

store::Store Newsroom::open_store(store::Mode mode) const {
  const bool writes = mode == store::Mode::read_write;
  auto store = store::Store::open(path("kg"), {.mode = mode, .create = writes});
  REQUIRE_MESSAGE(store.has_value(), (store ? "" : claimgraph::dump(store.error())));
  return *std::move(store);
}

Listener Newsroom::listener() {
  return {.diagnostic = [this](const Diagnostic& diagnostic) {
    std::string line = claimgraph::dump(diagnostic);
    const std::string folder = folder_.path().string() + "/";
    if (const auto at = line.find(folder); at != std::string::npos) line.erase(at, folder.size());
    said.push_back(line);
  }};
}

std::string article(int number, const std::string& id) {
  constexpr const char* kNames[] = {"Orlova", "Keller", "Brandt", "Marsh", "Lind"};
  const char* who = kNames[number % 5];
  const char* whom = kNames[(number / 5 + number + 1) % 5];
  std::string text =
      fmt::format("In Albion Anna {} said that Josef {} {} Albion.", who, whom, number % 2 == 0 ? "backs" : "rejects");
  for (int i = 0; i < number % 7; ++i) text += fmt::format(" He said that ship {} won.", i + number);
  return fmt::format(R"({{"id":"{}","title":"No. {}","text":"{}"}})", id, number, text);
}

std::vector<std::string> articles(int count) {
  std::vector<std::string> out;
  for (int i = 0; i < count; ++i) out.push_back(article(i, fmt::format("d{}", i)));
  return out;
}

std::string dump(const Counts& counts) {
  return fmt::format("documents {}, unchanged {}, skipped {}, warnings {} ({} of limits), removed {}", counts.documents,
                     counts.unchanged, counts.skipped, counts.warnings, counts.limited, counts.removed);
}

}  // namespace claimgraph::pipeline
