#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "claimgraph/base/utf8.h"
#include "claimgraph/nlp/conllu.h"
#include "nlp/conllu_sentence.h"

namespace claimgraph::nlp {
namespace {

// What stands as one in the text: a word, or a multiword token.
struct Surface {
  std::string_view form;
  std::string_view misc;
  TokenRange words;        // of the sentence, from 0
  std::size_t spaces = 0;  // before it; not counted for the first
};

std::vector<Surface> surfaces_of(const ConlluSentence& sentence) {
  std::vector<Surface> out;
  std::size_t range = 0;
  for (std::uint32_t i = 0; i < sentence.words.size();) {
    if (range < sentence.ranges.size() && sentence.ranges[range].begin == i) {
      const ConlluRange& word = sentence.ranges[range++];
      out.push_back({.form = word.form, .misc = word.misc, .words = {word.begin, word.end}});
    } else {
      out.push_back({.form = sentence.words[i].form, .misc = sentence.words[i].misc, .words = {i, i + 1}});
    }
    i = out.back().words.end;
  }
  return out;
}

bool space_after(const Surface& surface) { return misc_value(surface.misc, "SpaceAfter") != "No"; }

bool is_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

// Counts the spaces before each surface in `text`. False when they do not spell it.
bool spell(std::string_view text, std::vector<Surface>& surfaces) {
  for (Surface& surface : surfaces) {
    while (!text.starts_with(surface.form)) {
      if (text.empty()) return false;
      const CodePoint c = code_point_at(text, 0);
      if (!is_space(c.value)) return false;
      text.remove_prefix(c.size);
      ++surface.spaces;
    }
    text.remove_prefix(surface.form.size());
  }
  return true;
}

// As many bytes of `form` as its first `characters` take.
std::size_t bytes_of(std::string_view form, std::size_t characters) {
  std::size_t at = 0;
  while (characters-- > 0 && at < form.size()) at += code_point_at(form, at).size;
  return at;
}

std::size_t characters_in(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) at += code_point_at(text, at).size;
  return count;
}

// Makes one document from its sentences.
class Builder {
 public:
  Builder(std::string id, const std::shared_ptr<const Interner>& vocabulary)
      : out_{.document = {.id = std::move(id)}, .symbols = Interner(vocabulary)} {}

  void add(const ConlluSentence& sentence, std::vector<Surface> surfaces);
  AnnotatedDocument finish();

 private:
  void add_surface(const Surface& surface, const ConlluSentence& sentence);
  void add_column(std::vector<Symbol>& column, std::string_view ConlluWord::*cell, const ConlluSentence& sentence,
                  bool given);
  void add_heads(const ConlluSentence& sentence);
  void add_names(const ConlluSentence& sentence);

  AnnotatedDocument out_;
  bool touches_ = false;  // the last sentence says that the next one touches it
};

void Builder::add(const ConlluSentence& sentence, std::vector<Surface> surfaces) {
  auto& text = out_.document.text;
  const auto begin = static_cast<std::uint32_t>(out_.size());
  const bool opens = begin == 0 || sentence.new_paragraph;
  if (begin > 0 && opens) text += "\n\n";
  if (begin > 0 && !opens && !touches_) text += ' ';
  surfaces.front().spaces = 0;
  for (const Surface& surface : surfaces) add_surface(surface, sentence);
  touches_ = !space_after(surfaces.back());

  const auto end = static_cast<std::uint32_t>(out_.size());
  out_.sentences.push_back({begin, end});
  if (opens) out_.paragraphs.push_back({begin, end});
  out_.paragraphs.back().end = end;
  const auto any = [&](std::string_view ConlluWord::*cell) {
    return std::any_of(sentence.words.begin(), sentence.words.end(),
                       [cell](const ConlluWord& word) { return word.*cell != "_"; });
  };
  add_column(out_.lemmas, &ConlluWord::lemma, sentence, any(&ConlluWord::lemma));
  add_column(out_.upos, &ConlluWord::upos, sentence, any(&ConlluWord::upos));
  add_column(out_.xpos, &ConlluWord::xpos, sentence, any(&ConlluWord::xpos));
  add_column(out_.feats, &ConlluWord::feats, sentence, any(&ConlluWord::feats));
  add_column(out_.deprels, &ConlluWord::deprel, sentence, sentence.words.front().head.has_value());
  add_heads(sentence);
  add_names(sentence);
}

void Builder::add_surface(const Surface& surface, const ConlluSentence& sentence) {
  auto& text = out_.document.text;
  text.append(surface.spaces, ' ');
  const auto first = static_cast<std::uint32_t>(out_.size());
  std::string_view left = surface.form;
  for (std::uint32_t i = surface.words.begin; i < surface.words.end; ++i) {
    // Words need not spell the token ("its" for "it" "'s"): then each takes as many characters as it has, and leaves
    // one at least to each of the others.
    const std::size_t others = surface.words.end - i - 1;
    const std::size_t wanted = characters_in(sentence.words[i].form);
    const std::size_t most = others == 0 ? wanted : characters_in(left) - others;
    const std::size_t bytes = others == 0 ? left.size() : bytes_of(left, std::min(wanted, most));
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += left.substr(0, bytes);
    left.remove_prefix(bytes);
    out_.spans.push_back({begin, static_cast<std::uint32_t>(text.size())});
    out_.words.push_back(out_.symbols.intern(sentence.words[i].form));
  }
  if (surface.words.size() > 1) out_.multiword.push_back({first, static_cast<std::uint32_t>(out_.size())});
}

// Adds a place a word to `column`: what stands in `cell` when `given`.
void Builder::add_column(std::vector<Symbol>& column, std::string_view ConlluWord::*cell,
                         const ConlluSentence& sentence, bool given) {
  for (const ConlluWord& word : sentence.words) {
    column.push_back(given ? out_.symbols.intern(word.*cell) : kEmptySymbol);
  }
}

void Builder::add_heads(const ConlluSentence& sentence) {
  const auto begin = static_cast<std::uint32_t>(out_.heads.size());
  for (std::uint32_t i = 0; i < sentence.words.size(); ++i) {
    const std::uint32_t head = sentence.words[i].head.value_or(0);
    out_.heads.push_back(begin + (head == 0 ? i : head - 1));
  }
}

void Builder::add_names(const ConlluSentence& sentence) {
  const auto begin = static_cast<std::uint32_t>(out_.size() - sentence.words.size());
  Symbol open = kEmptySymbol;  // the type of the name that the next word may go on with
  for (std::uint32_t i = 0; i < sentence.words.size(); ++i) {
    const auto name = misc_value(sentence.words[i].misc, "Name");
    if (!name || name->size() < 3 || !(name->starts_with("B-") || name->starts_with("I-"))) {
      open = kEmptySymbol;
      continue;
    }
    const Symbol type = out_.symbols.intern(name->substr(2));
    if (name->front() == 'I' && type == open) {
      ++out_.names.back().tokens.end;
    } else {
      out_.names.push_back({.tokens = {begin + i, begin + i + 1}, .type = type});
    }
    open = type;
  }
}

AnnotatedDocument Builder::finish() {
  const auto unknown = [](const std::vector<Symbol>& column) {
    return std::all_of(column.begin(), column.end(), [](Symbol symbol) { return symbol == kEmptySymbol; });
  };
  if (unknown(out_.deprels)) out_.heads.clear();
  for (auto* column : {&out_.lemmas, &out_.upos, &out_.xpos, &out_.feats, &out_.deprels}) {
    if (unknown(*column)) column->clear();
  }
  return std::move(out_);
}

}  // namespace

std::vector<AnnotatedDocument> parse_conllu(std::string_view text, const std::string& file,
                                            const std::shared_ptr<const Interner>& vocabulary, Diagnostics& out) {
  std::vector<AnnotatedDocument> documents;
  std::optional<Builder> builder;
  bool begun = false;   // the first document
  bool faulty = false;  // the document at hand
  const auto finish = [&] {
    if (builder && !faulty) documents.push_back(builder->finish());
    builder.reset();
    faulty = false;
  };
  ConlluReader reader(text, file);
  while (const auto sentence = reader.next(out)) {
    if (sentence->new_document) finish();
    faulty = faulty || sentence->faulty;
    if (!builder && !faulty) {
      const bool unnamed_again = sentence->document_id.empty() && begun;
      const std::string id = unnamed_again ? fmt::format("{}:{}", file, sentence->words.front().line) : file;
      builder.emplace(sentence->document_id.empty() ? id : std::string(sentence->document_id), vocabulary);
    }
    begun = true;
    if (faulty) continue;
    auto surfaces = surfaces_of(*sentence);
    if (!sentence->text || !spell(*sentence->text, surfaces)) {
      if (sentence->text) {
        out.warning({.code = ErrorCode::invalid,
                     .message = "the words do not spell '# text'",
                     .where = SourcePos{.file = file, .line = sentence->text_line},
                     .hint = "the text is made from the words and SpaceAfter"});
      }
      for (std::size_t i = 1; i < surfaces.size(); ++i) surfaces[i].spaces = space_after(surfaces[i - 1]) ? 1 : 0;
    }
    builder->add(*sentence, std::move(surfaces));
  }
  finish();
  return documents;
}

}  // namespace claimgraph::nlp
