#include "pattern/filter.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "pattern/lexer.h"

namespace claimgraph::pattern {
namespace {

using checked::Condition;
using checked::NodeId;
using MaybeFilter = std::optional<Filter>;

// More symbols than this are not worth comparing with.
constexpr std::size_t kMostSymbols = 256;

void unite(std::vector<Symbol>& into, const std::vector<Symbol>& more) {
  std::vector<Symbol> both;
  std::set_union(into.begin(), into.end(), more.begin(), more.end(), std::back_inserter(both));
  into = std::move(both);
}

MaybeFilter either(MaybeFilter a, const MaybeFilter& b) {
  if (!a || !b) return std::nullopt;
  for (std::size_t i = 0; i < checked::kColumnCount; ++i) unite(a->fields[i], b->fields[i]);
  unite(a->starting, b->starting);
  unite(a->covering, b->covering);
  if (a->size() > kMostSymbols) return std::nullopt;
  return a;
}

// How many tokens it is likely to let through, for choosing the most telling: a part of speech or a shape many, a label
// some, a word few.
std::size_t weight(const Filter& filter) {
  std::size_t sum = filter.starting.size() * 4 + filter.covering.size() * 8;
  for (std::size_t i = 0; i < checked::kColumnCount; ++i) {
    const auto field = static_cast<checked::Field>(i);
    const bool coarse = field >= checked::Field::shape;
    sum += filter.fields[i].size() * (coarse ? kMostSymbols : 1);
  }
  return sum;
}

MaybeFilter better(MaybeFilter a, MaybeFilter b) {
  if (!a || !b) return a ? std::move(a) : std::move(b);
  return weight(*b) < weight(*a) ? std::move(b) : std::move(a);
}

MaybeFilter filter_of(const Condition& condition);

struct FilterOfCondition {
  MaybeFilter operator()(const checked::FieldIs& is) const {
    if (is.values.size() > kMostSymbols) return std::nullopt;
    Filter filter;
    filter.fields[static_cast<std::size_t>(is.field)] = is.values;
    return filter;
  }
  MaybeFilter operator()(const checked::Inside& inside) const { return Filter{.covering = inside.labels}; }
  MaybeFilter operator()(const checked::All& all) const {
    MaybeFilter best;
    for (const auto& part : all.parts) best = better(std::move(best), filter_of(part));
    return best;
  }
  MaybeFilter operator()(const checked::Any& any) const {
    MaybeFilter whole = Filter{};
    for (const auto& part : any.parts) whole = either(std::move(whole), filter_of(part));
    return whole;
  }
  template <typename Other>
  MaybeFilter operator()(const Other&) const {
    return std::nullopt;
  }
};

MaybeFilter filter_of(const Condition& condition) { return std::visit(FilterOfCondition{}, condition.form); }

MaybeFilter filter_of(const checked::Token& token) {
  return token.condition ? filter_of(*token.condition) : std::nullopt;
}

// The first token taken, over the parts of a tree; each part is looked at once.
class First {
 public:
  explicit First(const checked::Tree& tree) : tree_(tree) {}

  MaybeFilter run() {
    for (const auto& node : tree_.nodes) parts_.push_back(std::visit(*this, node.form));
    return at(tree_.root).filter;
  }

  struct Part {
    MaybeFilter filter;     // over the ways to take a token
    bool nullable = false;  // may take none
  };
  Part operator()(const checked::Token& token) const { return {filter_of(token), false}; }
  Part operator()(const checked::Label& label) const { return {Filter{.starting = {label.label}}, false}; }
  Part operator()(const checked::Sequence& sequence) const {
    Part whole{Filter{}, true};
    for (const NodeId part : sequence.parts) {
      whole = {either(std::move(whole.filter), at(part).filter), at(part).nullable};
      if (!whole.nullable) break;
    }
    return whole;
  }
  Part operator()(const checked::Alternatives& alternatives) const {
    Part whole{Filter{}, false};
    for (const NodeId part : alternatives.parts) {
      whole = {either(std::move(whole.filter), at(part).filter), whole.nullable || at(part).nullable};
    }
    return whole;
  }
  Part operator()(const checked::Repeat& repeat) const {
    return {at(repeat.body).filter, repeat.min == 0 || at(repeat.body).nullable};
  }
  Part operator()(const checked::Capture& capture) const { return at(capture.body); }
  Part operator()(const checked::Look&) const { return {Filter{}, true}; }
  Part operator()(const checked::Anchor&) const { return {Filter{}, true}; }

 private:
  const Part& at(NodeId id) const { return parts_[static_cast<std::size_t>(id)]; }

  const checked::Tree& tree_;
  std::vector<Part> parts_;
};

// What every match has somewhere, over the parts of a tree.
class Required {
 public:
  explicit Required(const checked::Tree& tree) : tree_(tree) {}

  std::vector<Filter> run() {
    for (const auto& node : tree_.nodes) parts_.push_back(std::visit(*this, node.form));
    return at(tree_.root);
  }

  std::vector<Filter> operator()(const checked::Token& token) const { return list(filter_of(token)); }
  std::vector<Filter> operator()(const checked::Label& label) const { return {Filter{.starting = {label.label}}}; }
  std::vector<Filter> operator()(const checked::Sequence& sequence) const {
    std::vector<Filter> all;
    for (const NodeId part : sequence.parts) all.insert(all.end(), at(part).begin(), at(part).end());
    std::stable_sort(all.begin(), all.end(), [](const Filter& a, const Filter& b) { return weight(a) < weight(b); });
    all.erase(std::unique(all.begin(), all.end()), all.end());
    if (all.size() > kMostRequired) all.resize(kMostRequired);
    return all;
  }
  std::vector<Filter> operator()(const checked::Alternatives& alternatives) const {
    MaybeFilter whole = Filter{};
    for (const NodeId part : alternatives.parts) {
      whole = either(std::move(whole), at(part).empty() ? MaybeFilter() : at(part).front());
    }
    return list(std::move(whole));
  }
  std::vector<Filter> operator()(const checked::Repeat& repeat) const {
    return repeat.min == 0 ? std::vector<Filter>() : at(repeat.body);
  }
  std::vector<Filter> operator()(const checked::Capture& capture) const { return at(capture.body); }
  // A lookaround sees no more than the window.
  std::vector<Filter> operator()(const checked::Look& look) const {
    return look.negated ? std::vector<Filter>() : at(look.body);
  }
  std::vector<Filter> operator()(const checked::Anchor&) const { return {}; }

 private:
  static constexpr std::size_t kMostRequired = 3;

  static std::vector<Filter> list(MaybeFilter filter) {
    std::vector<Filter> out;
    if (filter) out.push_back(std::move(*filter));
    return out;
  }
  const std::vector<Filter>& at(NodeId id) const { return parts_[static_cast<std::size_t>(id)]; }

  const checked::Tree& tree_;
  std::vector<std::vector<Filter>> parts_;
};

}  // namespace

std::size_t Filter::size() const {
  std::size_t sum = starting.size() + covering.size();
  for (const auto& symbols : fields) sum += symbols.size();
  return sum;
}

MaybeFilter first_filter(const checked::Tree& tree) { return First(tree).run(); }

std::vector<Filter> required_filters(const checked::Tree& tree) { return Required(tree).run(); }

std::string dump(const Filter& filter, const Interner& symbols) {
  std::string out;
  const auto add = [&](std::string_view name, const std::vector<Symbol>& values) {
    if (values.empty()) return;
    out += fmt::format("{}{}", out.empty() ? "" : " | ", name);
    for (const Symbol value : values) out += " " + quoted(symbols.text(value));
  };
  for (std::size_t i = 0; i < checked::kColumnCount; ++i)
    add(name_of(static_cast<checked::Field>(i)), filter.fields[i]);
  add("label", filter.starting);
  add("in", filter.covering);
  return out;
}

}  // namespace claimgraph::pattern
