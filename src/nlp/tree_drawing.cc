#include "claimgraph/nlp/tree_drawing.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <vector>

#include "claimgraph/base/utf8.h"
#include "nlp/tree_lines.h"
#include "nlp/visible.h"

namespace claimgraph::nlp {
namespace {

// Columns.
constexpr std::size_t kGap = 2;
constexpr std::size_t kWidestBranch = 3;
constexpr std::size_t kWidestLabel = 16;
constexpr std::size_t kWordRoom = 16;      // what a branch leaves to words, as long as it can be narrower
constexpr std::size_t kLeastWordRoom = 8;  // what it leaves at any rate
constexpr std::size_t kLeastWidth = 40;

std::string cut(const std::string& text, std::size_t width) {
  if (display_width(text) <= width) return text;
  std::size_t at = 0;
  for (std::size_t used = 0; at < text.size();) {
    const std::size_t size = code_point_at(text, at).size;
    used += display_width(std::string_view(text).substr(at, size));
    if (used >= width) break;  // a column is for the mark
    at += size;
  }
  return text.substr(0, at) + "…";
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t used = display_width(text);
  if (used < width) text.append(width - used, ' ');
  return text;
}

std::string padded_left(const std::string& text, std::size_t width) {
  return std::string(width - std::min(width, text.size()), ' ') + text;
}

std::size_t widest(const std::vector<std::string>& cells) {
  std::size_t out = 0;
  for (const auto& cell : cells) out = std::max(out, display_width(cell));
  return out;
}

class Drawing {
 public:
  Drawing(const AnnotatedDocument& document, TokenRange sentence, std::size_t width);
  std::string draw() const;

 private:
  std::string symbol(const std::vector<Symbol>& column, std::uint32_t token) const;
  std::string name_of(std::uint32_t token) const;
  void add_lines();
  void fit(std::size_t width);
  std::string branches_of(const TreeLine& line) const;
  std::size_t most_levels() const { return (room_ - kLeastWordRoom) / step_; }

  const AnnotatedDocument& document_;
  TokenRange sentence_;
  std::vector<TreeLine> lines_;
  std::vector<std::string> numbers_, words_, labels_, tags_, names_;  // one a line
  std::size_t room_ = 0;                                              // columns for branches and words
  std::size_t step_ = kWidestBranch;                                  // columns of a level
};

Drawing::Drawing(const AnnotatedDocument& document, TokenRange sentence, std::size_t width)
    : document_(document), sentence_(sentence) {
  add_lines();
  for (const TreeLine& line : lines_) {
    numbers_.push_back(std::to_string(line.token - sentence_.begin + 1));
    words_.push_back(visible(document_.word(line.token)));
    const auto& labels = document_.has_syntax(sentence_) ? document_.deprels : document_.lemmas;
    labels_.push_back(cut(symbol(labels, line.token), kWidestLabel));
    tags_.push_back(cut(symbol(document_.upos, line.token), kWidestLabel));
    names_.push_back(name_of(line.token));
  }
  fit(width == 0 ? std::numeric_limits<std::size_t>::max() : std::max(width, kLeastWidth));
}

std::string Drawing::symbol(const std::vector<Symbol>& column, std::uint32_t token) const {
  return column.empty() ? std::string() : visible(document_.symbols.text(column[token]));
}

std::string Drawing::name_of(std::uint32_t token) const {
  const auto& names = document_.names;
  const auto found = std::partition_point(names.begin(), names.end(),
                                          [token](const NamedSpan& name) { return name.tokens.end <= token; });
  if (found == names.end() || !found->tokens.contains(token)) return {};
  return cut(visible(document_.symbols.text(found->type)), kWidestLabel);
}

void Drawing::add_lines() {
  if (document_.has_syntax(sentence_)) {
    lines_ = tree_lines(document_.heads, sentence_);
    return;
  }
  for (std::uint32_t i = sentence_.begin; i < sentence_.end; ++i) lines_.push_back({.token = i});
}

// Decides how wide branches and words may be.
void Drawing::fit(std::size_t width) {
  std::size_t others = widest(numbers_) + 1 + kGap + widest(labels_) + kGap + widest(tags_);
  if (const std::size_t names = widest(names_); names > 0) others += kGap + names;
  room_ = width > others + kLeastWordRoom + kWidestBranch ? width - others : kLeastWordRoom + kWidestBranch;
  const auto fits = [this](std::size_t step) {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].depth * step + std::min(display_width(words_[i]), kWordRoom) > room_) return false;
    }
    return true;
  };
  while (step_ > 1 && !fits(step_)) --step_;
}

// The branches that lead to the word of `line`.
std::string Drawing::branches_of(const TreeLine& line) const {
  const std::size_t levels = std::min({line.depth, line.branches.size(), most_levels()});
  std::string out;
  for (std::size_t i = line.branches.size() - levels; i < line.branches.size(); ++i) {
    const bool left_out = levels < line.depth && i + levels == line.branches.size() && levels > 1;
    const bool own = i + 1 == line.branches.size();
    switch (line.branches[i]) {
      case Branch::none: out += left_out ? "…" : " "; break;
      case Branch::passing: out += left_out ? "…" : "│"; break;
      case Branch::first: out += "┌"; break;
      case Branch::between: out += "├"; break;
      case Branch::last: out += "└"; break;
    }
    for (std::size_t column = 1; column < step_; ++column) out += own && column + 1 < step_ ? "─" : " ";
  }
  return out;
}

std::string Drawing::draw() const {
  std::vector<std::string> trees;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const std::string branches = branches_of(lines_[i]);
    trees.push_back(branches + cut(words_[i], room_ - display_width(branches)));
  }
  std::string out;
  const std::size_t number = widest(numbers_), tree = widest(trees), label = widest(labels_), tag = widest(tags_);
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    std::string line = padded_left(numbers_[i], number) + " " + padded(trees[i], tree + kGap);
    line += padded(labels_[i], label + kGap) + padded(tags_[i], tag + kGap) + names_[i];
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  return out;
}

}  // namespace

std::string draw_tree(const AnnotatedDocument& document, TokenRange sentence, std::size_t width) {
  return Drawing(document, sentence, width).draw();
}

}  // namespace claimgraph::nlp
