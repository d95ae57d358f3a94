#include "extract/names.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "claimgraph/base/utf8.h"

namespace claimgraph::extract {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

bool is_acronym(std::string_view name) {
  constexpr std::size_t kShortest = 2, kLongest = 7;  // bytes, without full stops
  std::size_t letters = 0;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z')
      ++letters;
    else if (c != '.')
      return false;
  }
  return letters >= kShortest && letters <= kLongest;
}

// "Shanghai Cooperation Organisation" -> "sco". Words in lower case do not count.
std::string initials(std::string_view name) {
  std::string out;
  for (const auto& word : words_of(name)) {
    if (word.front() >= 'A' && word.front() <= 'Z') out.push_back(static_cast<char>(word.front() - 'A' + 'a'));
  }
  return out;
}

std::string letters_of(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') out.push_back(static_cast<char>(c - 'A' + 'a'));
  }
  return out;
}

std::string first_and_last(const std::vector<std::string>& words) { return words.front() + " " + words.back(); }

// Finds the cluster of a name among those of fuller names.
class Clusterer {
 public:
  Clusterer(const nlp::AnnotatedDocument& document, const std::vector<ReferringMention>& mentions)
      : document_(document), mentions_(mentions) {}

  void add(std::uint32_t number) {
    const ReferringMention& mention = mentions_[number];
    const bool canonical = !mention.canonical.empty();
    const std::string name = canonical ? mention.canonical : name_text(document_, mention.tokens);
    const std::string folded = fold(name);
    if (folded.find_first_not_of(' ') == std::string::npos) return;
    const auto known = by_name_.find(folded);
    const auto words = known == by_name_.end() ? words_of(folded) : std::vector<std::string>();
    auto place = known == by_name_.end() ? find(mention, name, words, number) : known->second;
    if (!place) {
      place = clusters_.size();
      clusters_.push_back({.name = name, .words = words, .canonical = canonical});
      begins_.emplace_back();
      if (words.size() > 1) index(name, words, *place);
    }
    by_name_.emplace(folded, *place);
    if (canonical) by_name_.emplace(fold(name_text(document_, mention.tokens)), *place);
    join(clusters_[*place], mention, number);
    begins_[*place].insert(mention.tokens.begin);
  }

  std::vector<NameCluster> finish() && { return std::move(clusters_); }

 private:
  using Places = std::vector<std::size_t>;

  void index(const std::string& name, const std::vector<std::string>& words, std::size_t place) {
    by_first_word_[words.front()].push_back(place);
    by_first_and_last_[first_and_last(words)].push_back(place);
    by_initials_[initials(name)].push_back(place);
    constexpr std::size_t kLongestShortForm = 8;  // words
    std::string ending;
    for (std::size_t size = 1; size < std::min(words.size(), kLongestShortForm + 1); ++size) {
      const std::string& word = words[words.size() - size];
      ending = size == 1 ? word : word + " " + ending;
      by_ending_[ending].push_back(place);
    }
  }

  static void join(NameCluster& cluster, const ReferringMention& mention, std::uint32_t number) {
    const bool better =
        cluster.type == kg::EntityType::other || (mention.type == kg::EntityType::person && !cluster.canonical);
    if (better && mention.type != kg::EntityType::other) cluster.type = mention.type;
    if (cluster.gender == Gender::unknown) cluster.gender = mention.gender;
    cluster.mentions.push_back(number);
  }

  bool may_be_person(const NameCluster& cluster) const {
    return cluster.type == kg::EntityType::person || cluster.type == kg::EntityType::other;
  }

  // That of a name nothing has been called by so far.
  std::optional<std::size_t> find(const ReferringMention& mention, const std::string& name,
                                  const std::vector<std::string>& words, std::uint32_t number) const {
    if (!mention.canonical.empty() || mention.given) return std::nullopt;
    if (is_acronym(name)) {
      if (const auto it = by_initials_.find(letters_of(name)); it != by_initials_.end()) return it->second.front();
    }
    const bool person = mention.type == kg::EntityType::person || mention.type == kg::EntityType::other;
    Places fitting = places(by_ending_, joined(words));
    if (words.size() > 1 && person) {
      for (const std::size_t place : places(by_first_and_last_, first_and_last(words))) {
        if (may_be_person(clusters_[place])) fitting.push_back(place);
      }
    }
    if (fitting.empty() && words.size() == 1 && person) {
      for (const std::size_t place : places(by_first_word_, words.front())) {
        if (clusters_[place].type == kg::EntityType::person) fitting.push_back(place);
      }
    }
    return nearest(fitting, number);
  }

  static const Places& places(const std::map<std::string, Places>& index, const std::string& word) {
    static const Places kNone;
    const auto it = index.find(word);
    return it == index.end() ? kNone : it->second;
  }

  // The cluster that was named last before the mention, else the one named first after it.
  std::optional<std::size_t> nearest(const Places& fitting, std::uint32_t number) const {
    const std::uint32_t at = mentions_[number].tokens.begin;
    std::optional<std::size_t> before, after;
    std::uint32_t last = 0, first = UINT32_MAX;
    for (const std::size_t place : fitting) {
      const auto next = begins_[place].lower_bound(at);
      if (next != begins_[place].begin() && (!before || *std::prev(next) > last))
        before = place, last = *std::prev(next);
      if (next != begins_[place].end() && *next < first) after = place, first = *next;
    }
    return before ? before : after;
  }

  const nlp::AnnotatedDocument& document_;
  const std::vector<ReferringMention>& mentions_;
  std::vector<NameCluster> clusters_;
  std::vector<std::set<std::uint32_t>> begins_;  // of each cluster: where its mentions begin
  std::map<std::string, std::size_t> by_name_;   // folded
  std::map<std::string, Places> by_ending_;      // the last words of longer names
  std::map<std::string, Places> by_first_word_, by_first_and_last_, by_initials_;
};

}  // namespace

std::string name_text(const nlp::AnnotatedDocument& document, TokenRange tokens) {
  while (tokens.size() > 1 && (document.norm(tokens.end - 1) == "'s" || document.norm(tokens.end - 1) == "'"))
    --tokens.end;
  while (tokens.size() > 1 && document.pos(tokens.begin) == "DET") ++tokens.begin;
  std::string out;
  bool space = false;
  for (const char c : document.text(tokens)) {
    const bool white = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!white && space && !out.empty()) out.push_back(' ');
    if (!white) out.push_back(c);
    space = white;
  }
  return out;
}

std::vector<NameCluster> cluster_names(const nlp::AnnotatedDocument& document,
                                       const std::vector<ReferringMention>& mentions) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t number = 0; number < mentions.size(); ++number) {
    if (mentions[number].kind == kg::MentionKind::name) order.push_back(number);
  }
  const auto rank = [&](std::uint32_t number) {
    const ReferringMention& mention = mentions[number];
    return std::tuple(!mention.given, mention.canonical.empty(), ~mention.tokens.size(), mention.tokens.begin);
  };
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return rank(a) < rank(b); });
  Clusterer clusterer(document, mentions);
  for (const std::uint32_t number : order) clusterer.add(number);
  return std::move(clusterer).finish();
}

}  // namespace claimgraph::extract
