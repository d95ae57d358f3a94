#include "cli/annotation_formats.h"

#include <fmt/format.h>

#include "claimgraph/kg/json.h"
#include "claimgraph/nlp/tree_drawing.h"

namespace claimgraph::cli {
namespace {

using nlp::AnnotatedDocument;

// What is not known is null.
std::string json_or_null(std::string_view text) { return text.empty() ? "null" : kg::json_string(text); }

std::string json_of(const AnnotatedDocument& document, const std::vector<Symbol>& column, std::uint32_t token) {
  return column.empty() ? "null" : json_or_null(document.symbols.text(column[token]));
}

// Writes the record of one document; walks its names and multiword tokens along with its tokens.
class Record {
 public:
  explicit Record(const AnnotatedDocument& document) : document_(document) {}

  std::string write() {
    const auto& from = document_.document;
    out_ = fmt::format(R"({{"id":{},"uri":{},"title":{},"language":{},"text":{},"sentences":[)",
                       kg::json_string(from.id), json_or_null(from.uri), json_or_null(from.title),
                       json_or_null(from.language), kg::json_string(from.text));
    for (std::size_t i = 0; i < document_.sentences.size(); ++i) {
      if (i > 0) out_ += ',';
      write_sentence(document_.sentences[i]);
    }
    return out_ + "]}\n";
  }

 private:
  void write_sentence(TokenRange sentence);
  void write_token(std::uint32_t token, TokenRange sentence);
  std::string name_of(std::uint32_t token);

  const AnnotatedDocument& document_;
  std::string out_;
  std::size_t paragraph_ = 0;  // paragraphs that have begun
  std::size_t multiword_ = 0;  // the next to be written
  std::size_t name_ = 0;       // the first that does not end before the token at hand
};

void Record::write_sentence(TokenRange sentence) {
  const auto& paragraphs = document_.paragraphs;
  if (paragraph_ < paragraphs.size() && paragraphs[paragraph_].begin <= sentence.begin) ++paragraph_;
  out_ += fmt::format(R"({{"paragraph":{},"tokens":[)", paragraph_);
  for (std::uint32_t token = sentence.begin; token < sentence.end; ++token) write_token(token, sentence);
  out_ += R"(],"multiword":[)";
  const auto& words = document_.multiword;
  for (bool first = true; multiword_ < words.size() && words[multiword_].end <= sentence.end; ++multiword_) {
    const TokenRange word = words[multiword_];
    if (!first) out_ += ',';
    first = false;
    out_ += fmt::format(R"({{"first":{},"last":{},"form":{}}})", word.begin - sentence.begin + 1,
                        word.end - sentence.begin, kg::json_string(document_.text(word)));
  }
  out_ += "]}";
}

void Record::write_token(std::uint32_t token, TokenRange sentence) {
  if (token > sentence.begin) out_ += ',';
  const Span bytes = document_.spans[token];
  const std::string lemma = nlp::cased_lemma(document_, token, sentence);
  out_ += fmt::format(R"({{"id":{},"form":{},"begin":{},"end":{},"lemma":{},"upos":{},"xpos":{},"feats":{})",
                      token - sentence.begin + 1, kg::json_string(document_.word(token)), bytes.begin, bytes.end,
                      lemma.empty() ? "null" : kg::json_string(lemma), json_of(document_, document_.upos, token),
                      json_of(document_, document_.xpos, token), json_of(document_, document_.feats, token));
  if (document_.has_syntax(sentence)) {
    const std::uint32_t head = document_.heads[token];
    out_ += fmt::format(R"(,"head":{},"deprel":{})", head == token ? 0 : head - sentence.begin + 1,
                        json_of(document_, document_.deprels, token));
  } else {
    out_ += R"(,"head":null,"deprel":null)";
  }
  out_ += fmt::format(R"(,"name":{}}})", name_of(token));
}

std::string Record::name_of(std::uint32_t token) {
  const auto& names = document_.names;
  while (name_ < names.size() && names[name_].tokens.end <= token) ++name_;
  if (name_ == names.size() || !names[name_].tokens.contains(token)) return "null";
  const char* place = names[name_].tokens.begin == token ? "B-" : "I-";
  return kg::json_string(place + std::string(document_.symbols.text(names[name_].type)));
}

}  // namespace

std::string annotation_record(const AnnotatedDocument& document) { return Record(document).write(); }

std::string tokens_in_lines(const AnnotatedDocument& document) {
  std::string out;
  std::size_t paragraph = 0;
  for (const TokenRange sentence : document.sentences) {
    for (std::uint32_t token = sentence.begin; token < sentence.end; ++token) {
      if (token > sentence.begin) out += ' ';
      out += document.word(token);
    }
    out += '\n';
    if (paragraph < document.paragraphs.size() && document.paragraphs[paragraph].end <= sentence.end) {
      out += '\n';
      ++paragraph;
    }
  }
  return out;
}

std::string drawn_trees(const AnnotatedDocument& document, std::size_t width) {
  std::string out;
  for (std::size_t i = 0; i < document.sentences.size(); ++i) {
    out += fmt::format("{}, sentence {}\n{}\n", document.document.id, i + 1,
                       nlp::draw_tree(document, document.sentences[i], width));
  }
  return out;
}

}  // namespace claimgraph::cli
