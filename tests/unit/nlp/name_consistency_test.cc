#include "nlp/name_consistency.h"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace claimgraph::nlp {
namespace {

// Words apart by spaces, sentences by " | "; a name is written PER(Ana Vela).
AnnotatedDocument document_of(std::string_view text) {
  AnnotatedDocument out;
  std::uint32_t sentence = 0;
  Symbol type{};
  std::uint32_t begin = 0;
  const auto close_sentence = [&] {
    const auto size = static_cast<std::uint32_t>(out.words.size());
    out.sentences.push_back({sentence, size});
    sentence = size;
  };
  while (!text.empty()) {
    std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (word == "|") {
      close_sentence();
      continue;
    }
    if (const auto open = word.find('('); open != std::string_view::npos) {
      type = out.symbols.intern(word.substr(0, open));
      begin = static_cast<std::uint32_t>(out.words.size());
      word.remove_prefix(open + 1);
    }
    const bool ends = word.ends_with(')');
    if (ends) word.remove_suffix(1);
    out.words.push_back(out.symbols.intern(word));
    out.spans.push_back({});
    if (ends) out.names.push_back({.tokens = {begin, static_cast<std::uint32_t>(out.words.size())}, .type = type});
  }
  close_sentence();
  return out;
}

std::string dumped(const AnnotatedDocument& document) {
  std::string out;
  for (const NamedSpan& name : document.names) {
    out += (out.empty() ? "" : " ") + std::string(document.symbols.text(name.type)) + "(";
    for (std::uint32_t i = name.tokens.begin; i < name.tokens.end; ++i) {
      out += (i == name.tokens.begin ? "" : " ") + std::string(document.word(i));
    }
    out += ")@" + std::to_string(name.tokens.begin);
  }
  return out;
}

TEST_CASE("make_names_consistent") {
  struct Row {
    const char* text;
    const char* want;
  };
  constexpr Row kRows[] = {
      {"", ""},
      {"no name here", ""},
      // The type that most have; where two are as common, each keeps its own.
      {"PER(Skerra) sank | LOC(Skerra) rose | LOC(Skerra) fell", "LOC(Skerra)@0 LOC(Skerra)@2 LOC(Skerra)@4"},
      {"PER(Skerra) sank | LOC(Skerra) rose", "PER(Skerra)@0 LOC(Skerra)@2"},
      // A surname alone is that person.
      {"PER(Ana Vela) left | LOC(Vela) said", "PER(Ana Vela)@0 LOC(Vela)@3"},
      {"PER(Ana Vela) left | PER(Ana Vela) wrote | LOC(Vela) said", "PER(Ana Vela)@0 PER(Ana Vela)@3 PER(Vela)@6"},
      {"ORG(Port of Vela) grew | ORG(Port of Vela) sold | LOC(Vela) said",
       "ORG(Port of Vela)@0 ORG(Port of Vela)@4 LOC(Vela)@8"},
      // What is a name at least as often as not is one everywhere.
      {"ORG(NHA) said | then NHA left", "ORG(NHA)@0 ORG(NHA)@3"},
      {"ORG(NHA) said | NHA left | NHA came back", "ORG(NHA)@0"},
      {"ORG(Nha) said | then nha left", "ORG(Nha)@0"},
      {"ORG(nha) said | then nha left", "ORG(nha)@0"},
      // The longest, within a sentence, and not into another name.
      {"ORG(NHA) and ORG(NHA Bank) met | NHA Bank sold", "ORG(NHA)@0 ORG(NHA Bank)@2 ORG(NHA Bank)@5"},
      {"ORG(NHA Bank) met | NHA | Bank sold", "ORG(NHA Bank)@0"},
      {"ORG(NHA Bank) met | NHA LOC(Bank) sold", "ORG(NHA Bank)@0 LOC(Bank)@4"},
  };
  for (const auto& row : kRows) {
    CAPTURE(row.text);
    auto document = document_of(row.text);
    make_names_consistent(document);
    CHECK(dumped(document) == row.want);
  }
}

}  // namespace
}  // namespace claimgraph::nlp
