#include "claimgraph/nlp/word_model.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>
#include <fmt/format.h>

#include "claimgraph/base/interner.h"
#include "claimgraph/base/utf8.h"

namespace claimgraph::nlp {
namespace {

constexpr std::array<std::string_view, kUposCount> kNames = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                             "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                             "PUNCT", "SCONJ", "SYM", "VERB", "X"};

std::size_t index(Upos upos) { return static_cast<std::size_t>(upos); }

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  while (true) {
    const auto tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

bool parse_count(std::string_view cell, std::uint32_t& count) {
  const char* const end = cell.data() + cell.size();
  const auto parsed = std::from_chars(cell.data(), end, count);
  return parsed.ec == std::errc() && parsed.ptr == end;
}

// Calls `take` with the cells of each line after the header; `take` says whether they make sense.
template <typename Take>
Status read_table(const std::filesystem::path& path, std::size_t columns, const Take& take) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    return fail({.code = ErrorCode::not_found,
                 .message = fmt::format("cannot read the word model '{}'", path.string()),
                 .hint = "is the models folder complete?"});
  }
  std::string line;
  std::getline(in, line);
  for (std::uint32_t number = 2; std::getline(in, line); ++number) {
    const auto cells = cells_of(line);
    std::uint32_t count = 0;
    if (cells.size() != columns || !parse_count(cells.back(), count) || !take(cells, count)) {
      return fail({.code = ErrorCode::parse,
                   .message = fmt::format("a line of the word model has not {} columns that end in a count", columns),
                   .where = SourcePos{path.string(), number, 0},
                   .hint = "make it again with tools/make-word-model"});
    }
  }
  return {};
}

}  // namespace

std::string_view name_of(Upos upos) { return kNames[index(upos)]; }

std::optional<Upos> parse_upos(std::string_view name) {
  const auto it = std::find(kNames.begin(), kNames.end(), name);
  if (it == kNames.end()) return std::nullopt;
  return static_cast<Upos>(it - kNames.begin());
}

struct WordModel::Impl {
  Interner strings;
  absl::flat_hash_map<Symbol, std::vector<Reading>> readings;
  absl::flat_hash_set<std::pair<std::uint32_t, Upos>> lemmas;

  bool take_word(const std::vector<std::string_view>& cells, std::uint32_t count) {
    const auto upos = parse_upos(cells[1]);
    if (!upos) return false;
    const auto lemma = static_cast<std::uint32_t>(strings.intern(cells[2]));
    readings[strings.intern(cells[0])].push_back({.upos = *upos, .lemma = lemma, .count = count});
    lemmas.insert({lemma, *upos});
    return true;
  }
};

WordModel::WordModel() : impl_(std::make_unique<Impl>()) {}
WordModel::WordModel(WordModel&&) noexcept = default;
WordModel& WordModel::operator=(WordModel&&) noexcept = default;
WordModel::~WordModel() = default;

Result<WordModel> WordModel::load(const std::filesystem::path& file) {
  WordModel model;
  Impl& impl = *model.impl_;
  const auto words =
      read_table(file, 4, [&](const auto& cells, std::uint32_t count) { return impl.take_word(cells, count); });
  if (!words) return fail(words.error());
  return model;
}

std::span<const WordModel::Reading> WordModel::readings(std::string_view form) const {
  const auto symbol = impl_->strings.find(form);
  if (!symbol) return {};
  const auto it = impl_->readings.find(*symbol);
  if (it == impl_->readings.end()) return {};
  return it->second;
}

std::string_view WordModel::lemma(const Reading& reading) const { return impl_->strings.text(Symbol{reading.lemma}); }

bool WordModel::is_lemma(std::string_view lemma, Upos upos) const {
  const auto symbol = impl_->strings.find(lemma);
  return symbol && impl_->lemmas.contains({static_cast<std::uint32_t>(*symbol), upos});
}

}  // namespace claimgraph::nlp
