#include "claimgraph/extract/limits.h"

#include <memory>
#include <string>

#include <doctest/doctest.h>

#include "claimgraph/base/interner.h"
#include "claimgraph/pattern/pattern.h"
#include "model/hand_document.h"

namespace claimgraph::extract {
namespace {

// `words` words in one sentence, behind a short one.
nlp::AnnotatedDocument document_of(std::uint32_t words, bool parsed) {
  std::string text = parsed ? "no/INTJ//0:root\n" : "no/INTJ\n";
  for (std::uint32_t i = 1; i <= words; ++i) {
    text += parsed ? "a/NOUN//" + std::to_string(i - 1) + (i == 1 ? ":root " : ":dep ") : "a/NOUN ";
  }
  return model::hand_document(text, std::make_shared<Interner>());
}

TEST_CASE("limits_hit: a warning for each limit, with the first place") {
  CHECK(limits_hit(document_of(pattern::kMostTreeTokens, true)).empty());
  CHECK(limits_hit(document_of(pattern::kMostTreeTokens + 1, false)).empty());
  const auto found = limits_hit(document_of(pattern::kMostTreeTokens + 1, true));
  REQUIRE(found.size() == 1);
  CHECK(dump(found[0]).find(": 1 sentence of more than 1000 words, at byte 3, was looked at by no tree pattern") !=
        std::string::npos);
  auto cut = document_of(3, true);
  cut.cut_sentences = {0, 1};
  const auto told = limits_hit(cut);
  REQUIRE(told.size() == 1);
  CHECK(told[0].severity == Severity::warning);
  CHECK(told[0].error.code == ErrorCode::limit);
  CHECK(dump(told[0]).find(": 2 sentences of more than 1000 words, the first at byte 0, were cut") !=
        std::string::npos);
}

}  // namespace
}  // namespace claimgraph::extract
