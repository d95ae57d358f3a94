// Any bytes: what is read lies where it says, and dump_conllu() and parse_conllu() are inverses from then on.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "claimgraph/nlp/conllu.h"
#include "claimgraph/nlp/tree_drawing.h"

namespace {

using namespace claimgraph;

void require(bool holds, std::string_view property) {
  if (holds) return;
  fmt::print(stderr, "{}\n", property);
  std::abort();
}

void check_places(const nlp::AnnotatedDocument& document) {
  std::uint32_t end = 0;
  for (const Span span : document.spans) {
    require(end <= span.begin && span.begin < span.end && span.end <= document.document.text.size(),
            "tokens are out of order, empty or not inside the text");
    end = span.end;
  }
  std::uint32_t next = 0;
  for (const TokenRange sentence : document.sentences) {
    require(sentence.begin == next && sentence.begin < sentence.end, "sentences leave a gap or overlap");
    next = sentence.end;
    if (!document.has_syntax(sentence)) continue;
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      require(sentence.contains(document.heads[i]), "a head is not in the sentence");
    }
  }
  require(next == document.size(), "sentences do not end with the tokens");
}

void check_round_trip(const nlp::AnnotatedDocument& document, const std::shared_ptr<const Interner>& vocabulary) {
  const std::string once = nlp::dump_conllu(document);
  Diagnostics findings;
  const auto again = nlp::parse_conllu(once, "again", vocabulary, findings);
  require(findings.all().empty(), "what was written is read with findings:\n" + dump(findings) + once);
  require(again.size() == 1, "what was written is not one document");
  require(nlp::dump_conllu(again.front()) == once, "what was read is written otherwise:\n" + once);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto vocabulary = std::make_shared<const Interner>();
  Diagnostics findings;
  const auto documents = nlp::parse_conllu({reinterpret_cast<const char*>(bytes), size}, "file", vocabulary, findings);
  for (const auto& document : documents) {
    check_places(document);
    check_round_trip(document, vocabulary);
    for (const TokenRange sentence : document.sentences) {
      require(!nlp::draw_tree(document, sentence, 60).empty(), "a sentence has no drawing");
    }
  }
  return 0;
}
