#include "model/hand_document.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "claimgraph/nlp/lexicon.h"
#include "claimgraph/nlp/morphology.h"

namespace claimgraph::model {
namespace {

std::uint32_t size_of(const nlp::AnnotatedDocument& document) { return static_cast<std::uint32_t>(document.size()); }

void add_token(nlp::AnnotatedDocument& out, std::string_view written) {
  const auto parts = split(written, '/');
  const auto word = parts[0];
  const std::string norm = nlp::norm_of(word);
  std::string& text = out.document.text;
  if (!text.empty() && text.back() != '\n') text.push_back(' ');
  const auto begin = static_cast<std::uint32_t>(text.size());
  text += word;
  out.spans.push_back({begin, static_cast<std::uint32_t>(text.size())});
  out.words.push_back(out.symbols.intern(word));
  out.norms.push_back(out.symbols.intern(norm));
  out.lemmas.push_back(out.symbols.intern(parts.size() > 2 && !parts[2].empty() ? parts[2] : std::string_view(norm)));
  out.shapes.push_back(out.symbols.intern(nlp::shape_of(word)));
  out.upos.push_back(out.symbols.intern(parts.size() > 1 ? parts[1] : "X"));
}

std::string_view part(const std::vector<std::string_view>& parts, std::size_t number) {
  return number < parts.size() ? parts[number] : std::string_view();
}

// What the parts from the fourth on say of the last token, in a sentence that begins at `sentence`.
void add_syntax(nlp::AnnotatedDocument& out, const std::vector<std::string_view>& parts, std::uint32_t sentence) {
  const auto link = part(parts, 3);
  const std::size_t colon = std::min(link.find(':'), link.size());
  std::uint32_t head = 0;
  std::from_chars(link.data(), link.data() + colon, head);
  out.heads.push_back(head == 0 ? size_of(out) - 1 : sentence + head - 1);
  out.deprels.push_back(out.symbols.intern(colon < link.size() ? link.substr(colon + 1) : "root"));
  out.xpos.push_back(out.symbols.intern(part(parts, 4)));
  out.feats.push_back(out.symbols.intern(part(parts, 5).empty() ? "_" : part(parts, 5)));
}

void add_quotations(nlp::AnnotatedDocument& out) {
  std::optional<std::uint32_t> open;
  for (std::uint32_t token = 0; token < size_of(out); ++token) {
    if (out.norm(token) != "\"") continue;
    if (open) out.quotations.push_back({*open, token + 1});
    open = open ? std::nullopt : std::optional(token);
  }
}

}  // namespace

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> out;
  while (true) {
    const std::size_t end = text.find(separator);
    out.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
  }
}

nlp::AnnotatedDocument hand_document(std::string_view text, std::shared_ptr<const Interner> vocabulary) {
  nlp::AnnotatedDocument out{.document = {}, .symbols = Interner(std::move(vocabulary))};
  std::uint32_t paragraph = 0;
  bool parsed = false;
  const auto end_paragraph = [&] {
    if (paragraph < size_of(out)) out.paragraphs.push_back({paragraph, size_of(out)});
    paragraph = size_of(out);
  };
  for (const auto line : split(text, '\n')) {
    const std::uint32_t begin = size_of(out);
    for (const auto token : split(line, ' ')) {
      if (token.empty()) continue;
      add_token(out, token);
      const auto parts = split(token, '/');
      add_syntax(out, parts, begin);
      parsed = parsed || !part(parts, 3).empty();
    }
    out.document.text.push_back('\n');
    if (begin < size_of(out)) out.sentences.push_back({begin, size_of(out)});
    if (begin == size_of(out)) end_paragraph();
  }
  end_paragraph();
  add_quotations(out);
  if (!parsed) {
    for (auto* symbols : {&out.xpos, &out.feats, &out.deprels}) symbols->clear();
    out.heads.clear();
  }
  return out;
}

}  // namespace claimgraph::model
