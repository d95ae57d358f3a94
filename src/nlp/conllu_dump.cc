#include <algorithm>

#include <fmt/format.h>

#include "claimgraph/base/utf8.h"
#include "claimgraph/nlp/conllu.h"
#include "nlp/visible.h"

namespace claimgraph::nlp {
namespace {

class Writer {
 public:
  explicit Writer(const AnnotatedDocument& document) : document_(document) {}

  std::string write() {
    for (const TokenRange sentence : document_.sentences) write_sentence(sentence);
    return std::move(out_);
  }

 private:
  void write_sentence(TokenRange sentence);
  void write_text(TokenRange sentence);
  void write_multiword(TokenRange word, TokenRange sentence);
  void write_word(std::uint32_t token, TokenRange sentence);
  void write_column(const std::vector<Symbol>& column, std::uint32_t token);
  void write_syntax(std::uint32_t token, TokenRange sentence);
  void write_name(std::uint32_t token);
  void write_place(Span bytes, std::uint32_t next);

  const AnnotatedDocument& document_;
  std::string out_;
  std::size_t sentences_ = 0;
  std::size_t paragraph_ = 0;  // the next to begin
  std::size_t multiword_ = 0;  // the next to be written
  std::size_t name_ = 0;       // the first that does not end before the token at hand
};

// An identifier of a sentence must hold no white space.
std::string without_spaces(std::string id) {
  std::replace(id.begin(), id.end(), ' ', '_');
  return id;
}

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

void Writer::write_sentence(TokenRange sentence) {
  const std::string id = visible(document_.document.id);
  if (sentences_++ == 0) out_ += fmt::format("# newdoc id = {}\n", id);
  if (paragraph_ < document_.paragraphs.size() && document_.paragraphs[paragraph_].begin <= sentence.begin) {
    out_ += "# newpar\n";
    ++paragraph_;
  }
  out_ += fmt::format("# sent_id = {}-{}\n", without_spaces(id), sentences_);
  write_text(sentence);
  for (std::uint32_t token = sentence.begin; token < sentence.end; ++token) {
    if (multiword_ < document_.multiword.size() && document_.multiword[multiword_].begin == token) {
      write_multiword(document_.multiword[multiword_++], sentence);
    }
    write_word(token, sentence);
  }
  out_ += '\n';
}

void Writer::write_text(TokenRange sentence) {
  const std::string_view text = document_.document.text;
  out_ += "# text = ";
  for (std::uint32_t token = sentence.begin; token < sentence.end; ++token) {
    const Span span = document_.spans[token];
    out_ += visible(text.substr(span.begin, span.size()));
    if (token + 1 == sentence.end) break;
    out_.append(characters_in(text.substr(span.end, document_.spans[token + 1].begin - span.end)), ' ');
  }
  out_ += '\n';
}

void Writer::write_multiword(TokenRange word, TokenRange sentence) {
  out_ += fmt::format("{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t", word.begin - sentence.begin + 1, word.end - sentence.begin,
                      visible(document_.text(word)));
  write_place(document_.bytes(word), word.end);
}

void Writer::write_word(std::uint32_t token, TokenRange sentence) {
  out_ += fmt::format("{}\t{}\t", token - sentence.begin + 1, visible(document_.word(token)));
  const std::string lemma = cased_lemma(document_, token, sentence);
  out_ += fmt::format("{}\t", lemma.empty() ? "_" : visible(lemma));
  for (const auto* column : {&document_.upos, &document_.xpos, &document_.feats}) {
    write_column(*column, token);
  }
  write_syntax(token, sentence);
  out_ += "_\t";
  write_name(token);
  const bool inside_word = multiword_ > 0 && document_.multiword[multiword_ - 1].contains(token);
  write_place(document_.spans[token], inside_word ? 0 : token + 1);
}

void Writer::write_column(const std::vector<Symbol>& column, std::uint32_t token) {
  const bool known = !column.empty() && column[token] != kEmptySymbol;
  out_ += known ? visible(document_.symbols.text(column[token])) : "_";
  out_ += '\t';
}

void Writer::write_syntax(std::uint32_t token, TokenRange sentence) {
  if (!document_.has_syntax(sentence)) {
    out_ += "_\t_\t";
    return;
  }
  const std::uint32_t head = document_.heads[token];
  out_ += fmt::format("{}\t", head == token ? 0 : head - sentence.begin + 1);
  write_column(document_.deprels, token);
}

void Writer::write_name(std::uint32_t token) {
  const auto& names = document_.names;
  while (name_ < names.size() && names[name_].tokens.end <= token) ++name_;
  if (name_ == names.size() || !names[name_].tokens.contains(token)) return;
  const char* place = names[name_].tokens.begin == token ? "B" : "I";
  out_ += fmt::format("Name={}-{}|", place, visible(document_.symbols.text(names[name_].type)));
}

// The end of MISC. `next` is the token that may touch; 0: none is looked at.
void Writer::write_place(Span bytes, std::uint32_t next) {
  if (next > 0 && next < document_.size() && document_.spans[next].begin == bytes.end) out_ += "SpaceAfter=No|";
  out_ += fmt::format("TokenRange={}:{}\n", bytes.begin, bytes.end);
}

}  // namespace

std::string dump_conllu(const AnnotatedDocument& document) { return Writer(document).write(); }

}  // namespace claimgraph::nlp
