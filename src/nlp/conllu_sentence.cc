#include "nlp/conllu_sentence.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "claimgraph/base/utf8.h"

namespace claimgraph::nlp {
namespace {

constexpr std::array<std::string_view, 10> kColumns = {"ID",    "FORM", "LEMMA",  "UPOS", "XPOS",
                                                       "FEATS", "HEAD", "DEPREL", "DEPS", "MISC"};
enum Column : std::size_t { kId, kForm, kLemma, kUpos, kXpos, kFeats, kHead, kDeprel, kMisc = 9 };

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::optional<std::uint32_t> number_in(std::string_view text) {
  std::uint32_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return out;
}

// The numbers of "4-5" and of "8.1"; nothing when it is no such pair.
struct Pair {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
};
std::optional<Pair> pair_in(std::string_view text, char mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos) return std::nullopt;
  const auto first = number_in(text.substr(0, at)), second = number_in(text.substr(at + 1));
  if (!first || !second) return std::nullopt;
  return Pair{*first, *second};
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

// The byte of the first control character, if there is one.
std::optional<std::size_t> control_in(std::string_view cell) {
  for (std::size_t at = 0; at < cell.size();) {
    const CodePoint c = code_point_at(cell, at);
    if (is_control(c.value)) return at;
    at += c.size;
  }
  return std::nullopt;
}

}  // namespace

// A line cut at its tabs.
struct ConlluReader::Cells {
  std::array<std::string_view, kColumns.size()> cell;
  std::size_t count = 0;  // may be more

  explicit Cells(std::string_view line) : start_(line.data()) {
    for (std::size_t begin = 0; begin <= line.size(); ++count) {
      const std::size_t end = std::min(line.find('\t', begin), line.size());
      if (count < cell.size()) cell[count] = line.substr(begin, end - begin);
      begin = end + 1;
    }
  }
  std::size_t place(std::size_t column) const {  // byte, from 1
    return static_cast<std::size_t>(cell[column].data() - start_) + 1;
  }

 private:
  const char* start_;
};

std::optional<std::string_view> misc_value(std::string_view misc, std::string_view key) {
  while (!misc.empty()) {
    const std::string_view part = misc.substr(0, misc.find('|'));
    misc.remove_prefix(std::min(misc.size(), part.size() + 1));
    if (part.size() > key.size() && part.starts_with(key) && part[key.size()] == '=') {
      return part.substr(key.size() + 1);
    }
  }
  return std::nullopt;
}

ConlluReader::ConlluReader(std::string_view text, const std::string& file) : text_(text), file_(file) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text_.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
}

std::string_view ConlluReader::next_line() {
  const std::size_t end = std::min(text_.find('\n', at_), text_.size());
  std::string_view line = text_.substr(at_, end - at_);
  at_ = std::min(end + 1, text_.size());
  ++line_;
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::optional<ConlluSentence> ConlluReader::next(Diagnostics& out) {
  ConlluSentence sentence;
  const auto check = [&](const std::optional<Fault>& fault) {
    if (!fault || sentence.faulty) return;
    sentence.faulty = true;
    report(*fault, out);
  };
  bool any = false;  // a word, well formed or not
  while (at_ < text_.size()) {
    const std::string_view line = next_line();
    if (trimmed(line).empty()) {
      if (any) break;
      sentence.text.reset();  // comments that stand alone
    } else if (const auto bad = first_bad_utf8(line)) {
      any = true;
      check(Fault{.message = fmt::format("byte 0x{:02X} is not UTF-8", static_cast<unsigned char>(line[*bad])),
                  .hint = "convert the file to UTF-8",
                  .column = *bad + 1});
    } else if (line.front() == '#') {
      read_comment(line, sentence);
    } else {
      any = true;
      if (!sentence.faulty) check(read_row(line, sentence));
    }
  }
  if (!any) return std::nullopt;
  if (!sentence.faulty) check(fault_of(sentence));
  return sentence;
}

void ConlluReader::read_comment(std::string_view line, ConlluSentence& sentence) const {
  const std::size_t equals = line.find('=');
  const std::string_view key = trimmed(line.substr(1, std::min(equals, line.size()) - 1));
  const std::string_view value = equals == std::string_view::npos ? "" : trimmed(line.substr(equals + 1));
  if (key == "newdoc" || key == "newdoc id") {
    sentence.new_document = true;
    sentence.document_id = value;
  } else if (key == "newpar" || key == "newpar id") {
    sentence.new_paragraph = true;
  } else if (key == "text") {
    sentence.text = value;
    sentence.text_line = line_;
  }
}

std::optional<ConlluReader::Fault> ConlluReader::read_row(std::string_view line, ConlluSentence& sentence) const {
  const Cells cells(line);
  if (cells.count != kColumns.size()) {
    return Fault{.message = fmt::format("the line has {} columns, not the {} of CoNLL-U", cells.count, kColumns.size()),
                 .hint = "columns stand apart by one tab; '_' is for what is not known"};
  }
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    if (cells.cell[i].empty()) {
      return Fault{.message = fmt::format("column {} is empty", kColumns[i]),
                   .hint = "write '_' for what is not known",
                   .column = cells.place(i)};
    }
    if (const auto at = control_in(cells.cell[i])) {
      return Fault{.message = fmt::format("column {} holds the control character U+{:04X}", kColumns[i],
                                          static_cast<std::uint32_t>(code_point_at(cells.cell[i], *at).value)),
                   .hint = "leave it out",
                   .column = cells.place(i) + *at};
    }
  }
  if (trimmed(cells.cell[kForm]).size() != cells.cell[kForm].size()) {
    return Fault{.message = fmt::format("word '{}' begins or ends with a space", cells.cell[kForm]),
                 .hint = "only SpaceAfter tells of spaces around a word",
                 .column = cells.place(kForm)};
  }
  const std::string_view id = cells.cell[kId];
  if (id.find('-') != std::string_view::npos) return read_range(cells, sentence);
  if (pair_in(id, '.')) return std::nullopt;
  return read_word(cells, sentence);
}

std::optional<ConlluReader::Fault> ConlluReader::read_word(const Cells& cells, ConlluSentence& sentence) const {
  const auto id = number_in(cells.cell[kId]);
  if (!id || *id != sentence.words.size() + 1) {
    return Fault{.message = fmt::format("word ID '{}' where {} is due", cells.cell[kId], sentence.words.size() + 1),
                 .hint = "words count from 1 in each sentence; sentences end with an empty line",
                 .column = cells.place(kId)};
  }
  const std::string_view head = cells.cell[kHead];
  const auto number = number_in(head);
  if (!number && head != "_") {
    return Fault{.message = fmt::format("HEAD '{}' is no number", head),
                 .hint = "it is the ID of a word, 0 for the root, or '_'",
                 .column = cells.place(kHead)};
  }
  sentence.words.push_back({.form = cells.cell[kForm],
                            .lemma = cells.cell[kLemma],
                            .upos = cells.cell[kUpos],
                            .xpos = cells.cell[kXpos],
                            .feats = cells.cell[kFeats],
                            .head = number,
                            .deprel = cells.cell[kDeprel],
                            .misc = cells.cell[kMisc],
                            .line = line_});
  return std::nullopt;
}

std::optional<ConlluReader::Fault> ConlluReader::read_range(const Cells& cells, ConlluSentence& sentence) const {
  const auto ids = pair_in(cells.cell[kId], '-');
  if (!ids || ids->first >= ids->second) {
    return Fault{.message = fmt::format("'{}' is no range of words", cells.cell[kId]),
                 .hint = "a multiword token is written as its first and last word: 4-5",
                 .column = cells.place(kId)};
  }
  const std::size_t due = sentence.words.size() + 1;
  const std::uint32_t free = sentence.ranges.empty() ? 0 : sentence.ranges.back().end;
  if (ids->first != due || ids->first <= free) {
    return Fault{.message = fmt::format("multiword token {} where word {} is due", cells.cell[kId], due),
                 .hint = "it stands just before its first word, and no word is in two of them",
                 .column = cells.place(kId)};
  }
  const auto characters =
      static_cast<std::size_t>(std::count_if(cells.cell[kForm].begin(), cells.cell[kForm].end(),
                                             [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  if (characters < ids->second - ids->first + 1) {
    return Fault{.message = fmt::format("multiword token '{}' has fewer characters than words", cells.cell[kForm]),
                 .hint = "every word needs a place of its own in the text",
                 .column = cells.place(kForm)};
  }
  sentence.ranges.push_back({.begin = ids->first - 1,
                             .end = ids->second,
                             .form = cells.cell[kForm],
                             .misc = cells.cell[kMisc],
                             .line = line_});
  return std::nullopt;
}

// What can be told only at the end of the sentence.
std::optional<ConlluReader::Fault> ConlluReader::fault_of(const ConlluSentence& sentence) {
  const std::size_t count = sentence.words.size();
  if (!sentence.ranges.empty() && sentence.ranges.back().end > count) {
    const ConlluRange& range = sentence.ranges.back();
    return Fault{
        .message = fmt::format("multiword token {}-{} ends after the last word, {}", range.begin + 1, range.end, count),
        .hint = "its words follow it, a line each",
        .column = 1,
        .line = range.line};
  }
  // The parser's memory grows with the square of a sentence.
  constexpr std::size_t kMostWords = 5000;
  if (count > kMostWords) {
    return Fault{.message = fmt::format("the sentence has {} words, more than {}", count, kMostWords),
                 .hint = "sentences end at an empty line"};
  }
  return count == 0 ? std::optional<Fault>(
                          {.message = "the sentence has no words", .hint = "empty nodes alone are no sentence"})
                    : fault_of_heads(sentence);
}

std::optional<ConlluReader::Fault> ConlluReader::fault_of_heads(const ConlluSentence& sentence) {
  const auto& words = sentence.words;
  const auto known = static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [](const ConlluWord& word) { return word.head.has_value(); }));
  if (known == 0) return std::nullopt;
  enum class Mark : std::uint8_t { fresh, on_way, rooted };
  std::vector<Mark> marks(words.size() + 1, Mark::fresh);
  marks[0] = Mark::rooted;
  bool rooted = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto fault = [&](std::string message, std::string hint) {
      return Fault{.message = std::move(message), .hint = std::move(hint), .line = words[i].line};
    };
    if (!words[i].head) {
      return fault(fmt::format("word {} has no HEAD, but others of its sentence have", i + 1),
                   "give the heads of all words or of none");
    }
    if (*words[i].head > words.size()) {
      return fault(fmt::format("HEAD {} of word {} is not in the sentence, which has {} words", *words[i].head, i + 1,
                               words.size()),
                   "it is the ID of a word, or 0 for the root");
    }
    rooted = rooted || *words[i].head == 0;
  }
  if (!rooted) {
    return Fault{
        .message = "no word of the sentence has HEAD 0", .hint = "one word is the root", .line = words.front().line};
  }
  for (std::uint32_t start = 1; start <= words.size(); ++start) {
    std::uint32_t at = start;
    for (; marks[at] == Mark::fresh; at = *words[at - 1].head) marks[at] = Mark::on_way;
    if (marks[at] == Mark::on_way) {
      return Fault{.message = fmt::format("the heads above word {} lead back to it", at),
                   .hint = "from every word the heads lead to the root",
                   .line = words[at - 1].line};
    }
    for (at = start; marks[at] == Mark::on_way; at = *words[at - 1].head) marks[at] = Mark::rooted;
  }
  return std::nullopt;
}

void ConlluReader::report(const Fault& fault, Diagnostics& out) const {
  out.error({.code = ErrorCode::parse,
             .message = fault.message,
             .where = SourcePos{.file = file_,
                                .line = fault.line != 0 ? fault.line : line_,
                                .column = static_cast<std::uint32_t>(fault.column)},
             .hint = fault.hint});
}

}  // namespace claimgraph::nlp
