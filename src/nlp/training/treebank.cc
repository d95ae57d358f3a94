#include "nlp/training/treebank.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <zlib.h>

#include "claimgraph/base/utf8.h"

namespace claimgraph::nlp::training {
namespace {

Result<std::string> load_text(const std::filesystem::path& path) {
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) {
    return fail({.code = ErrorCode::io, .message = fmt::format("cannot open '{}'", path.string())});
  }
  std::string out;
  std::vector<char> part(1U << 16U);
  int size = 0;
  while ((size = gzread(file, part.data(), static_cast<unsigned>(part.size()))) > 0) {
    out.append(part.data(), static_cast<std::size_t>(size));
  }
  if (gzclose(file) != Z_OK || size < 0)
    return fail({.code = ErrorCode::io, .message = fmt::format("cannot read '{}'", path.string())});
  return out;
}

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> out;
  while (true) {
    const std::size_t at = text.find(by);
    out.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return out;
    text.remove_prefix(at + 1);
  }
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

constexpr std::uint32_t kNoHead = 0xFFFFFFFF;  // no number

std::uint32_t head_of(std::string_view cell) {
  std::uint32_t head = kNoHead;
  const auto parsed = std::from_chars(cell.data(), cell.data() + cell.size(), head);
  return parsed.ec == std::errc() && parsed.ptr == cell.data() + cell.size() ? head : kNoHead;
}

// Whether every word is one and has a head in the sentence that is another word, or the root.
bool is_tree_like(const Sentence& sentence) {
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const std::uint32_t head = sentence.heads[i];
    if (sentence.words[i].empty() || head > sentence.size() || head == i + 1) return false;
  }
  return true;
}

// The words of a sentence as one string.
std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += word, out += '\n';
  return out;
}

constexpr std::string_view kNameTypes[] = {"PER", "ORG", "LOC", "MISC"};

// The label with its type, or MISC where that is none of ours: what a treebank names besides (works, products, events)
// helps to tell what is no person, organisation or place.
std::string known_label(std::string_view label) {
  if (label == "O") return "O";
  const auto type = label.substr(std::min<std::size_t>(label.size(), 2));
  const bool is_known = std::find(std::begin(kNameTypes), std::end(kNameTypes), type) != std::end(kNameTypes);
  return std::string(label.substr(0, 2)) + std::string(is_known ? type : "MISC");
}

}  // namespace

Result<std::vector<Sentence>> load_treebank(const std::filesystem::path& path) {
  const auto text = load_text(path);
  if (!text) return fail(text.error());
  std::vector<Sentence> out(1);
  for (std::string_view line : split(*text, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() && out.back().size() > 0) out.emplace_back();
    const auto cells = split(line, '\t');
    if (cells.size() != 10 || !is_number(cells[0])) continue;
    Sentence& s = out.back();
    s.words.emplace_back(cells[1]);
    s.upos.emplace_back(cells[3]);
    s.xpos.emplace_back(cells[4]);
    s.feats.emplace_back(cells[5]);
    s.deprels.emplace_back(cells[7]);
    s.heads.push_back(head_of(cells[6]));
  }
  if (out.back().size() == 0) out.pop_back();
  for (std::size_t n = 0; n < out.size(); ++n) {
    if (is_tree_like(out[n])) continue;
    return fail({.code = ErrorCode::parse,
                 .message = fmt::format("sentence {} of '{}' has an empty word, or a head that is not in it", n + 1,
                                        path.string()),
                 .hint = "training wants whole parses"});
  }
  return out;
}

Result<std::size_t> add_names(const std::filesystem::path& path, std::span<Sentence> sentences, Names kind) {
  const auto text = load_text(path);
  if (!text) return fail(text.error());
  std::map<std::string, std::vector<std::string>> labels_of;
  std::vector<std::string> words, labels;
  for (const std::string_view line : split(*text, '\n')) {
    const auto cells = split(line, '\t');
    if (cells.size() >= 2) {
      words.emplace_back(cells[0]);
      labels.push_back(known_label(cells[1]));
    } else if (!words.empty()) {
      labels_of[joined(words)] = labels;
      words.clear(), labels.clear();
    }
  }
  if (!words.empty()) labels_of[joined(words)] = labels;
  std::size_t matched = 0;
  for (Sentence& sentence : sentences) {
    const auto at = labels_of.find(joined(sentence.words));
    if (at == labels_of.end()) continue;
    sentence.*kind = at->second;
    ++matched;
  }
  return matched;
}

Inventory take_inventory(std::span<const Sentence> gold, std::span<const Sentence> silver,
                         const VocabularyOptions& options) {
  Inventory out;
  out.words.add("");
  std::map<std::string, std::pair<std::uint32_t, std::uint32_t>> counts;
  for (const auto& sentence : gold) {
    for (const auto& word : sentence.words) ++counts[vocabulary_key(word)].first;
  }
  for (const auto& sentence : silver) {
    for (const auto& word : sentence.words) ++counts[vocabulary_key(word)].second;
  }
  for (const auto& [word, count] : counts) {
    if (count.first >= options.gold_count || count.second >= options.silver_count) out.words.add(word);
  }
  out.trained_words = out.words.size();
  out.vectors = std::make_shared<const Matrix>(out.words.size(), 0);
  out.names.add("O");
  for (const std::string_view type : kNameTypes) {
    for (const char* place : {"B-", "I-", "L-", "U-"}) out.names.add(std::string(place) + std::string(type));
  }
  std::set<std::string> upos, xpos, feats, deprels;  // sorted: the order of files changes nothing
  for (const auto& sentence : gold) {
    upos.insert(sentence.upos.begin(), sentence.upos.end());
    xpos.insert(sentence.xpos.begin(), sentence.xpos.end());
    feats.insert(sentence.feats.begin(), sentence.feats.end());
    deprels.insert(sentence.deprels.begin(), sentence.deprels.end());
  }
  for (const auto& label : upos) out.upos.add(label);
  for (const auto& label : xpos) out.xpos.add(label);
  for (const auto& label : feats) out.feats.add(label);
  for (const auto& label : deprels) out.deprels.add(label);
  return out;
}

std::set<std::string> ordinary_words(std::span<const Sentence> sentences) {
  std::set<std::string> once, out;
  for (const auto& sentence : sentences) {
    for (const auto& word : sentence.words) {
      if (word != to_lower(word)) continue;
      const std::string key = vocabulary_key(word);
      if (!once.insert(key).second) out.insert(key);
    }
  }
  return out;
}

Status add_gazetteer(const std::filesystem::path& path, Gazetteer gazetteer, const std::set<std::string>& ordinary,
                     Inventory& inventory) {
  const auto text = load_text(path);
  if (!text) return fail(text.error());
  bool is_header = true;
  for (const std::string_view line : split(*text, '\n')) {
    if (line.empty() || line.starts_with('#')) continue;
    if (std::exchange(is_header, false)) continue;
    const auto words = split(split(line, '\t')[0], ' ');
    const bool only_last = gazetteer.taken == WordsTaken::last || words.size() == 1;
    for (std::size_t i = only_last ? words.size() - 1 : 0; i < words.size(); ++i) {
      const std::string key = vocabulary_key(words[i]);
      if (only_last || !ordinary.contains(key)) inventory.gazetteers[key] |= 1U << gazetteer.which;
    }
  }
  return {};
}

std::vector<std::uint32_t> count_words(const Inventory& inventory, std::span<const Sentence> sentences) {
  std::vector<std::uint32_t> out(inventory.words.size(), 1);
  for (const auto& sentence : sentences) {
    for (const auto& word : sentence.words) {
      const auto at = inventory.words.find(vocabulary_key(word));
      if (at != kUnknownLabel) ++out[static_cast<std::size_t>(at)];
    }
  }
  return out;
}

}  // namespace claimgraph::nlp::training
