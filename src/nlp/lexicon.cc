#include "claimgraph/nlp/lexicon.h"

#include <algorithm>
#include <utility>

#include <absl/container/flat_hash_map.h>
#include <fmt/format.h>

#include "claimgraph/base/utf8.h"
#include "claimgraph/text/segmenter.h"
#include "nlp/straight.h"

namespace claimgraph::nlp {
namespace {

// The feature under which a match finds its term; no column may take it.
constexpr std::string_view kTermFeature = "term";

struct Cell {
  std::string_view text;     // without the white space around it
  std::uint32_t column = 0;  // bytes, from 1
};

std::vector<Cell> cells_of(std::string_view line) {
  constexpr std::string_view kBlank = " \r";
  std::vector<Cell> cells;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    const auto whole = line.substr(begin, end - begin);
    const std::size_t first = std::min(whole.find_first_not_of(kBlank), whole.size());
    const std::size_t last = whole.find_last_not_of(kBlank) + 1;  // 0 when all is blank
    const std::size_t skip = last == 0 ? 0 : first;
    cells.push_back({.text = whole.substr(skip, last - skip), .column = static_cast<std::uint32_t>(begin + skip + 1)});
    begin = end + 1;
  }
  return cells;
}

// A lower-case word is added behind, so that the last token is cut as it would be within a sentence: "Inc." stays one.
std::vector<std::string> words_of(std::string_view term) {
  const std::string sentence = std::string(term) + " said";
  std::vector<std::string> words;
  for (const Span token : text::segment(sentence).tokens) {
    if (token.end <= term.size()) words.push_back(sentence.substr(token.begin, token.size()));
  }
  return words;
}

class LexiconParser {
 public:
  LexiconParser(Lexicon& lexicon, const std::string& file, Diagnostics& out)
      : lexicon_(lexicon), file_(file), out_(out) {}

  void run(std::string_view text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) text.remove_prefix(kByteOrderMark.size());
    while (!text.empty()) {
      const std::size_t size = std::min(text.find('\n'), text.size());
      ++line_;
      line(text.substr(0, size));
      text.remove_prefix(std::min(size + 1, text.size()));
    }
    if (columns_ == 0) {
      out_.error({.code = ErrorCode::parse,
                  .message = fmt::format("lexicon '{}' is empty: no line names its columns", lexicon_.name),
                  .where = SourcePos{.file = file_},
                  .hint = "the first line names the columns, apart by tabs"});
    }
  }

 private:
  void error(std::uint32_t column, std::string message, std::string hint, ErrorCode code = ErrorCode::invalid) {
    out_.error({.code = code,
                .message = std::move(message),
                .where = SourcePos{.file = file_, .line = line_, .column = column},
                .hint = std::move(hint)});
  }

  void line(std::string_view text) {
    if (text.find_first_not_of(" \t\r") == std::string_view::npos || text.front() == '#') return;
    if (const auto bad = first_bad_utf8(text)) {
      error(static_cast<std::uint32_t>(*bad + 1), "this byte is not UTF-8", "save the file as UTF-8", ErrorCode::parse);
      return;
    }
    const auto cells = cells_of(text);
    if (columns_ == 0) {
      header(cells);
    } else {
      row(cells);
    }
  }

  void header(const std::vector<Cell>& cells) {
    columns_ = cells.size();
    for (std::size_t i = 1; i < cells.size(); ++i) {
      const auto [text, column] = cells[i];
      if (text.empty()) {
        error(column, fmt::format("column {} has no name", i + 1), "remove the tab before it, or name it");
      } else if (text == kTermFeature) {
        error(column, "a feature column cannot be called 'term'", "that is the feature that holds the term itself");
      } else if (lexicon_.column(text)) {
        error(column, fmt::format("column '{}' stands twice", text), "name it otherwise");
      }
      lexicon_.columns.emplace_back(text);
    }
  }

  void row(const std::vector<Cell>& cells) {
    if (cells.size() > columns_) {
      error(cells[columns_].column,
            fmt::format("this row has {} cells, but there are {} columns", cells.size(), columns_),
            "name the column in the first line, or remove the tab");
      return;
    }
    Lexicon::Entry entry{.term = std::string(cells.front().text), .words = words_of(cells.front().text), .line = line_};
    if (entry.words.empty()) {
      error(cells.front().column, "this row has no term", "write it before the first tab, or start the line with '#'");
      return;
    }
    for (std::size_t i = 1; i < columns_; ++i) entry.cells.emplace_back(i < cells.size() ? cells[i].text : "");
    if (is_new(entry, cells.front().column)) lexicon_.entries.push_back(std::move(entry));
  }

  bool is_new(const Lexicon::Entry& entry, std::uint32_t column) {
    std::string key;
    for (const auto& word : entry.words) key += (lexicon_.unit == TermUnit::word ? word : norm_of(word)) + ' ';
    for (const auto& cell : entry.cells) key += '\t' + cell;
    const auto [first, fresh] = lines_.try_emplace(std::move(key), line_);
    if (!fresh) {
      error(column, fmt::format("term '{}' stands in line {} with the same features", entry.term, first->second),
            "remove one of the two");
    }
    return fresh;
  }

  Lexicon& lexicon_;
  const std::string& file_;
  Diagnostics& out_;
  std::uint32_t line_ = 0;
  std::size_t columns_ = 0;                                // with that of the terms; 0 before the header
  absl::flat_hash_map<std::string, std::uint32_t> lines_;  // of words and cells
};

}  // namespace

std::string norm_of(std::string_view word) { return to_lower(straight(word)); }

std::optional<std::size_t> Lexicon::column(std::string_view wanted) const {
  const auto found = std::find(columns.begin(), columns.end(), wanted);
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

Lexicon parse_lexicon(std::string_view text, std::string name, TermUnit unit, const std::string& file,
                      Diagnostics& out) {
  Lexicon lexicon{.name = std::move(name), .file = file, .unit = unit};
  LexiconParser(lexicon, file, out).run(text);
  return lexicon;
}

}  // namespace claimgraph::nlp
