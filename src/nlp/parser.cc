#include "claimgraph/nlp/parser.h"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <span>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <absl/container/flat_hash_map.h>
#include <fmt/format.h>

#include "nlp/model_file.h"
#include "nlp/name_consistency.h"
#include "nlp/network.h"
#include "nlp/word_features.h"

namespace claimgraph::nlp {

struct Parser::Impl {
  Network network;
  absl::flat_hash_map<std::string, std::uint32_t> words, gazetteers;  // by vocabulary key
  std::uint32_t trained_words = 0;  // they come first; of the others only the vector is known
  std::vector<std::string> upos, xpos, feats, deprels, names;
};

namespace {

// Labels as symbols of one document, each looked up when it is first wanted.
class LabelSymbols {
 public:
  explicit LabelSymbols(const std::vector<std::string>& labels) : labels_(labels), symbols_(labels.size()) {}

  Symbol operator()(std::uint16_t label, Interner& symbols) {
    Symbol& symbol = symbols_[label];
    if (symbol == kEmptySymbol) symbol = symbols.intern(labels_[label]);
    return symbol;
  }

 private:
  const std::vector<std::string>& labels_;
  std::vector<Symbol> symbols_;
};

bool lacks(const std::vector<Symbol>& column, TokenRange sentence) { return column[sentence.begin] == kEmptySymbol; }

}  // namespace

// One document on its way through the network.
class DocumentParse {
 public:
  DocumentParse(const Parser::Impl& impl, AnnotatedDocument& document);
  void run();

 private:
  void look_up_words(TokenRange sentence);
  const WordRows& rows_of(Symbol word);
  void run_batch(std::span<const TokenRange> sentences);
  void take(TokenRange sentence);
  void take_names(TokenRange sentence);

  const Parser::Impl& impl_;
  AnnotatedDocument& document_;
  const bool wants_names_;
  std::vector<TokenRange> sentences_;  // those that lack something, longest first
  absl::flat_hash_map<Symbol, WordRows> known_;
  std::vector<WordRows> words_;
  std::vector<WordAnalysis> analyses_;
  NetworkBuffers buffers_;
  LabelSymbols upos_, xpos_, feats_, deprels_;
};

DocumentParse::DocumentParse(const Parser::Impl& impl, AnnotatedDocument& document)
    : impl_(impl),
      document_(document),
      wants_names_(document.names.empty()),
      words_(document.size()),
      analyses_(document.size()),
      upos_(impl.upos),
      xpos_(impl.xpos),
      feats_(impl.feats),
      deprels_(impl.deprels) {
  for (auto* column : {&document.upos, &document.xpos, &document.feats, &document.deprels}) {
    column->resize(document.size(), kEmptySymbol);
  }
  for (auto i = static_cast<std::uint32_t>(document.heads.size()); i < document.size(); ++i) {
    document.heads.push_back(i);
  }
  for (const TokenRange sentence : document.sentences) {
    const bool given = !lacks(document.upos, sentence) && !lacks(document.xpos, sentence) &&
                       !lacks(document.feats, sentence) && !lacks(document.deprels, sentence);
    if (!given || wants_names_) sentences_.push_back(sentence);
  }
  // Sentences of like length waste least in a batch.
  std::stable_sort(sentences_.begin(), sentences_.end(), [](auto a, auto b) { return a.size() > b.size(); });
}

const WordRows& DocumentParse::rows_of(Symbol word) {
  const auto [at, is_new] = known_.try_emplace(word);
  if (is_new) {
    const std::string_view text = document_.symbols.text(word);
    const std::string key = vocabulary_key(text);
    const auto row = impl_.words.find(key);
    const auto lists = impl_.gazetteers.find(key);
    const std::uint32_t number = row == impl_.words.end() ? 0 : row->second;
    at->second = {.word = number < impl_.trained_words ? number : 0,
                  .vector = number,
                  .affixes = affix_rows(text, key),
                  .shape = shape_row(text),
                  .gazetteer = gazetteer_row(lists == impl_.gazetteers.end() ? 0 : lists->second)};
  }
  return at->second;
}

void DocumentParse::look_up_words(TokenRange sentence) {
  std::vector<std::string_view> words;
  words.reserve(sentence.size());
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) words.push_back(document_.word(i));
  const Capitals capitals = capitals_of(words);
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    words_[i] = rows_of(document_.words[i]);
    words_[i].context = context_row(capitals, i == sentence.begin);
  }
}

void DocumentParse::take_names(TokenRange sentence) {
  std::uint32_t begin = sentence.begin;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const std::string& label = impl_.names[analyses_[i].name];
    if (label.size() < 2) continue;  // "O"
    if (label[0] == 'B' || label[0] == 'U') begin = i;
    if (label[0] != 'L' && label[0] != 'U') continue;
    document_.names.push_back(
        {.tokens = {begin, i + 1}, .type = document_.symbols.intern(std::string_view(label).substr(2))});
  }
}

void DocumentParse::take(TokenRange sentence) {
  AnnotatedDocument& out = document_;
  const bool upos = lacks(out.upos, sentence), xpos = lacks(out.xpos, sentence), feats = lacks(out.feats, sentence);
  const bool heads = lacks(out.deprels, sentence);
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const WordAnalysis& word = analyses_[i];
    if (upos) out.upos[i] = upos_(word.upos, out.symbols);
    if (xpos) out.xpos[i] = xpos_(word.xpos, out.symbols);
    if (feats) out.feats[i] = feats_(word.feats, out.symbols);
    if (!heads) continue;
    out.heads[i] = word.head == 0 ? i : sentence.begin + word.head - 1;
    out.deprels[i] = deprels_(word.deprel, out.symbols);
  }
}

void DocumentParse::run_batch(std::span<const TokenRange> sentences) {
  std::vector<SentenceRows> in;
  std::vector<std::span<WordAnalysis>> out;
  for (const TokenRange sentence : sentences) {
    look_up_words(sentence);
    in.emplace_back(words_.data() + sentence.begin, sentence.size());
    out.emplace_back(analyses_.data() + sentence.begin, sentence.size());
  }
  impl_.network.run(in, out, buffers_);
  for (const TokenRange sentence : sentences) take(sentence);
}

void DocumentParse::run() {
  const std::span<const TokenRange> sentences = sentences_;
  for (std::size_t i = 0; i < sentences.size(); i += Network::kBatch) {
    run_batch(sentences.subspan(i, std::min(Network::kBatch, sentences.size() - i)));
  }
  if (!wants_names_) return;
  for (const TokenRange sentence : document_.sentences) take_names(sentence);
  make_names_consistent(document_);
}

namespace {

absl::flat_hash_map<std::string, std::uint32_t> numbered(const std::vector<std::string>& labels) {
  absl::flat_hash_map<std::string, std::uint32_t> out;
  out.reserve(labels.size());
  for (std::uint32_t i = 0; i < labels.size(); ++i) out.emplace(labels[i], i);
  return out;
}

}  // namespace

Result<Parser> Parser::parse(std::string_view encoded) {
  auto file = parse_model(encoded);
  if (!file) return fail(file.error());
  auto network = Network::from(*file, best_instructions());
  if (!network) return fail(network.error());
  auto impl = std::make_unique<Impl>(Impl{.network = *std::move(network)});
  impl->words = numbered(file->labels["words"]);
  impl->trained_words = file->bytes["words"].rows;
  for (std::size_t list = 0; list < kGazetteers.size(); ++list) {
    for (const auto& word : file->labels[fmt::format("gazetteer.{}", kGazetteers[list])]) {
      impl->gazetteers[word] |= 1U << list;
    }
  }
  impl->upos = file->labels["upos"];
  impl->xpos = file->labels["xpos"];
  impl->feats = file->labels["feats"];
  impl->deprels = file->labels["deprels"];
  impl->names = file->labels["names"];
  return Parser(std::move(impl));
}

Result<Parser> Parser::load(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    return fail({.code = ErrorCode::not_found,
                 .message = fmt::format("cannot open the model '{}'", file.string()),
                 .hint = "--model names the folder that holds it"});
  }
  std::error_code error_code;
  const auto size = std::filesystem::file_size(file, error_code);
  std::string bytes(error_code ? 0 : size, '\0');
  if (error_code || !in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) {
    return fail({.code = ErrorCode::io, .message = fmt::format("cannot read the model '{}'", file.string())});
  }
  auto parser = parse(bytes);
  if (parser) return parser;
  Error error = parser.error();
  error.where = SourcePos{.file = file.string()};
  return fail(std::move(error));
}

Parser::Parser(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
Parser::Parser(Parser&&) noexcept = default;
Parser& Parser::operator=(Parser&&) noexcept = default;
Parser::~Parser() = default;

void Parser::annotate(AnnotatedDocument& document) const { DocumentParse(*impl_, document).run(); }

}  // namespace claimgraph::nlp
