#include "nlp/training/sentence.h"

namespace claimgraph::nlp::training {
namespace {

std::vector<std::int32_t> encode_labels(const std::vector<std::string>& labels, const LabelSet& set, std::size_t size) {
  if (labels.empty()) return std::vector<std::int32_t>(size, kUnknownLabel);
  std::vector<std::int32_t> out;
  for (const auto& label : labels) out.push_back(set.find(label));
  return out;
}

}  // namespace

std::int32_t LabelSet::add(std::string_view name) {
  const auto [at, is_new] = numbers_.try_emplace(std::string(name), static_cast<std::int32_t>(names_.size()));
  if (is_new) names_.emplace_back(name);
  return at->second;
}

std::int32_t LabelSet::find(std::string_view name) const {
  const auto at = numbers_.find(std::string(name));
  return at == numbers_.end() ? kUnknownLabel : at->second;
}

EncodedSentence encode(const Sentence& sentence, const Inventory& inventory) {
  EncodedSentence out;
  const std::vector<std::string_view> views(sentence.words.begin(), sentence.words.end());
  const Capitals capitals = capitals_of(views);
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const std::string key = vocabulary_key(sentence.words[i]);
    const std::int32_t word = inventory.words.find(key);
    out.words.push_back(word == kUnknownLabel ? 0 : static_cast<std::uint32_t>(word));
    out.affixes.push_back(affix_rows(sentence.words[i], key));
    out.shapes.push_back(shape_row(sentence.words[i]));
    out.contexts.push_back(context_row(capitals, i == 0));
    const auto lists = inventory.gazetteers.find(key);
    out.gazetteers.push_back(gazetteer_row(lists == inventory.gazetteers.end() ? 0 : lists->second));
  }
  out.upos = encode_labels(sentence.upos, inventory.upos, sentence.size());
  out.xpos = encode_labels(sentence.xpos, inventory.xpos, sentence.size());
  out.feats = encode_labels(sentence.feats, inventory.feats, sentence.size());
  out.deprels = encode_labels(sentence.deprels, inventory.deprels, sentence.size());
  out.names = encode_labels(to_bilou(sentence.names), inventory.names, sentence.size());
  out.other_names = encode_labels(to_bilou(sentence.other_names), inventory.names, sentence.size());
  out.heads = sentence.heads;
  return out;
}

std::vector<std::string> to_bilou(const std::vector<std::string>& bio) {
  std::vector<std::string> out = bio;
  for (std::size_t i = 0; i < bio.size(); ++i) {
    if (bio[i] == "O") continue;
    const bool goes_on = i + 1 < bio.size() && bio[i + 1].starts_with("I-");
    const bool begins = bio[i].starts_with("B-");
    out[i][0] = begins ? (goes_on ? 'B' : 'U') : (goes_on ? 'I' : 'L');
  }
  return out;
}

std::vector<std::string> from_bilou(std::vector<std::string> bilou) {
  for (auto& label : bilou) {
    if (label[0] == 'U') label[0] = 'B';
    if (label[0] == 'L') label[0] = 'I';
  }
  return bilou;
}

}  // namespace claimgraph::nlp::training
