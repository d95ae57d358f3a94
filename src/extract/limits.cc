#include "claimgraph/extract/limits.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "claimgraph/pattern/pattern.h"

namespace claimgraph::extract {
namespace {

Diagnostic warning(const nlp::AnnotatedDocument& document, std::string message) {
  return {.severity = Severity::warning,
          .error = {.code = ErrorCode::limit,
                    .message = fmt::format("document '{}': {}", document.document.id, message),
                    .hint = "what has no full stop for so long is mostly a table or a list"}};
}

// "2 sentences of more than 1000 words, the first at byte 120, were".
std::string counted(std::size_t count, std::uint32_t first_byte) {
  return fmt::format("{} sentence{} of more than {} words, {}at byte {}, {}", count, count == 1 ? "" : "s",
                     pattern::kMostTreeTokens, count == 1 ? "" : "the first ", first_byte, count == 1 ? "was" : "were");
}

}  // namespace

std::vector<Diagnostic> limits_hit(const nlp::AnnotatedDocument& document) {
  std::vector<Diagnostic> out;
  if (const auto& cut = document.cut_sentences; !cut.empty()) {
    const std::uint32_t byte = document.bytes(document.sentences[cut.front()]).begin;
    out.push_back(warning(document, counted(cut.size(), byte) + " cut, and rules see the parts apart"));
  }
  const auto is_long = [&](TokenRange sentence) {
    return sentence.size() > pattern::kMostTreeTokens && document.has_syntax(sentence);
  };
  const auto& sentences = document.sentences;
  const auto first = std::find_if(sentences.begin(), sentences.end(), is_long);
  if (first == sentences.end()) return out;
  const auto count = static_cast<std::size_t>(std::count_if(first, sentences.end(), is_long));
  out.push_back(warning(document, counted(count, document.bytes(*first).begin) + " looked at by no tree pattern"));
  return out;
}

}  // namespace claimgraph::extract
