#include "pattern/needs.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "pattern/wanted.h"

namespace claimgraph::pattern {
namespace {

using checked::NodeId;

constexpr std::size_t kMostNeeds = 4;
// What more tokens meet rules out too little.
constexpr double kLargestShare = 0.8;

// Tokens, from `min` to `max`; kNone: any number. What is far is only told to be.
struct Width {
  std::uint32_t min = 0;
  std::uint32_t max = 0;

  static Width of(std::uint64_t min, std::uint64_t max) {
    constexpr std::uint64_t kFar = 1U << 20;
    return {static_cast<std::uint32_t>(std::min(min, kFar)), max > kFar ? kNone : static_cast<std::uint32_t>(max)};
  }
  Width operator+(Width other) const { return of(std::uint64_t{min} + other.min, std::uint64_t{max} + other.max); }
  Width operator|(Width other) const { return {std::min(min, other.min), std::max(max, other.max)}; }
  // As often as `repeat` says.
  Width times(Width repeat) const {
    return of(std::uint64_t{min} * repeat.min, max == 0 ? 0 : std::uint64_t{max} * repeat.max);
  }
};

// What some token at a distance from a part's begin has to meet.
struct Distant {
  Wanted wanted;
  Width distance;
};

bool rules_out_more(const Distant& a, const Distant& b) { return a.wanted.share < b.wanted.share; }

// The best of them; of those at one distance the best one.
std::vector<Distant> best_of(std::vector<Distant> all) {
  std::stable_sort(all.begin(), all.end(), rules_out_more);
  std::vector<Distant> out;
  for (Distant& each : all) {
    const bool beside = std::any_of(out.begin(), out.end(), [&](const Distant& other) {
      return other.distance.min == each.distance.min && other.distance.max == each.distance.max;
    });
    if (out.size() < kMostNeeds && !beside && each.wanted.share <= kLargestShare) out.push_back(std::move(each));
  }
  return out;
}

// What a pattern needs, over the parts of a tree; each part is looked at once.
class TokenNeeds {
 public:
  explicit TokenNeeds(const checked::Tree& tree) : tree_(tree) {}

  std::vector<Distant> run() {
    for (const auto& node : tree_.nodes) parts_.push_back(std::visit(*this, node.form));
    Part& whole = parts_[static_cast<std::size_t>(tree_.root)];
    std::vector<Distant> out = best_of(std::move(whole.needs));
    const bool open = std::none_of(out.begin(), out.end(), [](const Distant& need) { return need.distance.max == 0; });
    if (open && !whole.first.is_anything()) out.push_back({std::move(whole.first), {}});
    return out;
  }

  struct Part {
    Wanted first;  // of the first token, over the ways to take one
    bool nullable = false;
    Width width = {};
    std::vector<Distant> needs = {};
  };

  Part operator()(const checked::Token& token) const { return {.first = Wanted::of(token), .width = {1, 1}}; }
  Part operator()(const checked::Label& label) const { return {.first = Wanted::of(label), .width = {1, kNone}}; }
  Part operator()(const checked::Sequence& sequence) const {
    Part whole{.nullable = true};
    std::vector<Width> before;  // of each part
    for (const NodeId id : sequence.parts) {
      before.push_back(whole.width);
      add_needs(at(id), whole.width, whole.needs);
      whole.width = whole.width + at(id).width;
    }
    for (std::size_t i = sequence.parts.size(); i-- > 0;) {
      prepend(sequence.parts[i], whole);
      if (!whole.nullable) whole.needs.push_back({whole.first, before[i]});
    }
    whole.needs = best_of(std::move(whole.needs));
    return whole;
  }
  Part operator()(const checked::Alternatives& alternatives) const {
    Part whole;
    Distant need;
    for (const NodeId id : alternatives.parts) {
      const Part& part = at(id);
      const bool first = id == alternatives.parts.front();
      whole.first = either(std::move(whole.first), part.first);
      whole.nullable = whole.nullable || part.nullable;
      whole.width = first ? part.width : whole.width | part.width;
      const Distant best = best_need(part);
      need.wanted = either(std::move(need.wanted), best.wanted);
      need.distance = first ? best.distance : need.distance | best.distance;
    }
    whole.needs = best_of({std::move(need)});
    return whole;
  }
  Part operator()(const checked::Repeat& repeat) const {
    const Part& body = at(repeat.body);
    Part whole{.first = body.first, .nullable = repeat.min == 0 || body.nullable};
    whole.width = body.width.times({repeat.min, repeat.max.value_or(kNone)});
    if (repeat.min > 0) whole.needs = body.needs;
    return whole;
  }
  Part operator()(const checked::Capture& capture) const { return at(capture.body); }
  Part operator()(const checked::Look& look) const {
    Part whole{.nullable = true};
    if (look.ahead && !look.negated) add_needs(at(look.body), {}, whole.needs);
    return whole;
  }
  Part operator()(const checked::Anchor&) const { return {.nullable = true}; }

 private:
  const Part& at(NodeId id) const { return parts_[static_cast<std::size_t>(id)]; }

  static void add_needs(const Part& part, Width before, std::vector<Distant>& to) {
    for (const Distant& need : part.needs) to.push_back({need.wanted, before + need.distance});
    if (!part.nullable) to.push_back({part.first, before});
  }

  // One that every match of the part meets.
  static Distant best_need(const Part& part) {
    std::vector<Distant> all;
    add_needs(part, {}, all);
    all.push_back({Wanted::anything(), {}});
    return *std::min_element(all.begin(), all.end(), rules_out_more);
  }

  // Puts a part before what is there. What takes no token speaks of the first token behind it.
  void prepend(NodeId id, Part& rest) const {
    const auto& form = tree_[id].form;
    const Part& part = at(id);
    if (const auto* look = std::get_if<checked::Look>(&form)) {
      const bool speaks = look->ahead && !look->negated && !at(look->body).nullable;
      if (speaks) rest.first = both(at(look->body).first, std::move(rest.first));
    } else if (const auto* anchor = std::get_if<checked::Anchor>(&form)) {
      if (anchor->kind == ast::Anchor::Kind::sentence_begin)
        rest.first = both(Wanted::beginning(Check::Kind::begins_sentence), std::move(rest.first));
      if (anchor->kind == ast::Anchor::Kind::paragraph_begin)
        rest.first = both(Wanted::beginning(Check::Kind::begins_paragraph), std::move(rest.first));
    } else {
      rest.first = part.nullable ? either(part.first, std::move(rest.first)) : part.first;
      rest.nullable = rest.nullable && part.nullable;
    }
  }

  const checked::Tree& tree_;
  std::vector<Part> parts_;
};

// What some token of the sentence has to meet, over the parts of paths; each part is looked at once.
class PathNeeds {
 public:
  explicit PathNeeds(const checked::Arguments& arguments) : arguments_(arguments) {}

  std::vector<Wanted> run() {
    for (const auto& node : arguments_.nodes) parts_.push_back(std::visit(*this, node.form));
    std::vector<Wanted> out;
    for (const auto& argument : arguments_.all) {
      if (argument.quantity.count.min > 0) add(at(argument.path), out);
    }
    return best_of(std::move(out));
  }

  std::vector<Wanted> operator()(const checked::Hop& hop) const {
    const Wanted relation = hop.relation ? Wanted::of(*hop.relation) : Wanted::anything();
    const Wanted test = hop.test ? Wanted::of(*hop.test) : Wanted::anything();
    if (hop.way == ast::Way::down) return best_of({both(relation, test)});
    return best_of({relation, test});
  }
  std::vector<Wanted> operator()(const checked::Stay& stay) const { return best_of({Wanted::of(stay.test)}); }
  std::vector<Wanted> operator()(const checked::Sequence& sequence) const {
    std::vector<Wanted> out;
    for (const NodeId part : sequence.parts) add(at(part), out);
    return best_of(std::move(out));
  }
  std::vector<Wanted> operator()(const checked::Alternatives& alternatives) const {
    Wanted whole;
    for (const NodeId part : alternatives.parts) {
      whole = either(std::move(whole), at(part).empty() ? Wanted::anything() : at(part).front());
    }
    return best_of({std::move(whole)});
  }
  std::vector<Wanted> operator()(const checked::Repeat& repeat) const {
    return repeat.min == 0 ? std::vector<Wanted>() : at(repeat.body);
  }
  std::vector<Wanted> operator()(const checked::Look& look) const {
    return look.negated ? std::vector<Wanted>() : at(look.body);
  }

 private:
  const std::vector<Wanted>& at(NodeId id) const { return parts_[static_cast<std::size_t>(id)]; }
  static void add(const std::vector<Wanted>& more, std::vector<Wanted>& to) {
    to.insert(to.end(), more.begin(), more.end());
  }
  static std::vector<Wanted> best_of(std::vector<Wanted> all) {
    // A sentence has many tokens; only what few meet is missing in some.
    constexpr double kLargest = 0.15;
    std::stable_sort(all.begin(), all.end(), [](const Wanted& a, const Wanted& b) { return a.share < b.share; });
    while (!all.empty() && (all.size() > kMostNeeds || all.back().share > kLargest)) all.pop_back();
    return all;
  }

  const checked::Arguments& arguments_;
  std::vector<std::vector<Wanted>> parts_;
};

}  // namespace

std::vector<Need> needs_of(const checked::Tree& tree, CheckBuilder& builder) {
  std::vector<Need> out;
  for (const Distant& need : TokenNeeds(tree).run()) {
    const bool far = need.distance.max > kFurthestNeed;
    out.push_back(
        {.check = add(need.wanted, builder), .min = need.distance.min, .max = far ? kNone : need.distance.max});
  }
  return out;
}

std::vector<std::uint32_t> needs_of(const checked::Arguments& arguments, CheckBuilder& builder) {
  std::vector<std::uint32_t> out;
  for (const Wanted& wanted : PathNeeds(arguments).run()) out.push_back(add(wanted, builder));
  return out;
}

}  // namespace claimgraph::pattern
