#include "extract/attributions.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "reading_rules.h"

namespace claimgraph::extract {
namespace {

TEST_CASE("Attribution: extent() goes from its first part to its last, but not to a source it took over") {
  Attribution attribution{.source = TokenRange{9, 10}, .cue = TokenRange{5, 6}, .contents = {{2, 4}, {7, 8}}};
  CHECK(attribution.extent() == TokenRange{2, 10});
  attribution.same_source_as_last = true;
  CHECK(attribution.extent() == TokenRange{2, 8});
  CHECK(attribution.content_contains({2, 4}));
  CHECK(attribution.content_contains({7, 8}));
  CHECK(!attribution.content_contains({3, 8}));
}

// Each attribution as "source|cue|content".
std::string attributions_of(std::string_view tokens) {
  const auto extraction = extracted(tokens);
  std::string out;
  for (const auto& claim : extraction.claims) {
    for (const auto* spans : {&claim.source_spans, &claim.cue_spans, &claim.content_spans}) {
      if (spans != &claim.source_spans) out += "|";
      for (const Span span : *spans) out += "[" + extraction.source.text.substr(span.begin, span.size()) + "]";
    }
    out += "\n";
  }
  return out;
}

TEST_CASE("find_attributions: contents lose marks at their edges, not those of a quotation") {
  struct Case {
    const char* tokens;
    const char* want;
  };
  constexpr Case kCases[] = {
      {"Keller/PROPN said/VERB/say : ships came .", "[Keller]|[said :]|[ships came]\n"},
      {"Keller/PROPN said/VERB/say that \" ships came . \"", "[Keller]|[said]|[that \" ships came . \"]\n"},
      {"Keller/PROPN said/VERB/say , ; .", ""},
      {"Keller/PROPN , the/DET master/NOUN , said/VERB/say that ships came",
       "[Keller , the master ,]|[said]|[that ships came]\n"},
      {"According to Keller/PROPN , ships came .", "[Keller]|[According to]|[ships came]\n"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.tokens);
    CHECK(attributions_of(c.tokens) == c.want);
  }
}

TEST_CASE("find_attributions: an adverb behind the cue that hangs on it, a possessive's ending, a quotation's rest") {
  struct Case {
    const char* tokens;
    const char* want;
  };
  constexpr Case kCases[] = {
      {"ships/NOUN/ship/2:nsubj came/VERB/come/0:root ,/PUNCT/,/2:punct Keller/PROPN/keller/5:nsubj "
       "said/VERB/say/2:parataxis flatly/ADV/flatly/5:advmod ./PUNCT/./2:punct",
       "[Keller]|[said flatly]|[ships came]\n"},
      {"ships/NOUN/ship/2:nsubj came/VERB/come/0:root ,/PUNCT/,/2:punct Keller/PROPN/keller/5:nsubj "
       "said/VERB/say/2:parataxis then/ADV/then/2:advmod ./PUNCT/./2:punct",
       "[Keller]|[said]|[ships came][then]\n"},
      {"ships/NOUN/ship/2:nsubj came/VERB/come/0:root ,/PUNCT/,/2:punct Keller/PROPN/keller/6:nsubj/NNP "
       "'s/PART/'s/4:case/POS said/VERB/say/2:parataxis ./PUNCT/./2:punct",
       "[Keller 's]|[said]|[ships came]\n"},
      {"\"/PUNCT/\"/3:punct ships/NOUN/ship/3:nsubj came/VERB/come/0:root ;/PUNCT/;/5:punct left/VERB/leave/0:root "
       "\"/PUNCT/\"/5:punct Keller/PROPN/keller/8:nsubj said/VERB/say/3:parataxis ./PUNCT/./3:punct",
       "[Keller]|[said]|[\" ships came ; left \"]\n"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.tokens);
    CHECK(attributions_of(c.tokens) == c.want);
  }
}

}  // namespace
}  // namespace claimgraph::extract
