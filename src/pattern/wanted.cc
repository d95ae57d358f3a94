#include "pattern/wanted.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace claimgraph::pattern {
namespace {

constexpr std::size_t kMostConditions = 48;

// How many tokens of a text are likely to meet a condition. A word is rare, a part of speech is not; that is enough to
// tell what rules out most.
struct Share {
  double operator()(const checked::FieldIs& is) const {
    const bool word =
        is.field == checked::Field::word || is.field == checked::Field::norm || is.field == checked::Field::lemma;
    const double one = word ? 0.01 : is.field >= checked::Field::deprel ? 0.05 : 0.12;
    return std::min(0.9, one * static_cast<double>(is.values.size()));
  }
  double operator()(const checked::FieldMatches&) const { return 0.2; }
  double operator()(const checked::Length&) const { return 0.5; }
  double operator()(const checked::Quoted&) const { return 0.3; }
  double operator()(const checked::OnSide&) const { return 0.4; }
  double operator()(const checked::Named&) const { return 0.1; }
  double operator()(const checked::Inside& inside) const {
    return std::min(0.9, (inside.features ? 0.02 : 0.05) * static_cast<double>(inside.labels.size()));
  }
  double operator()(const checked::Not& negation) const { return 1 - std::visit(*this, negation.part->form); }
  double operator()(const checked::All& all) const {
    double share = 1;
    for (const auto& part : all.parts) share *= std::visit(*this, part.form);
    return share;
  }
  double operator()(const checked::Any& any) const {
    double share = 0;
    for (const auto& part : any.parts) share += std::visit(*this, part.form);
    return std::min(share, 0.95);
  }
  template <typename OfStretches>
  double operator()(const OfStretches&) const {
    return 1;
  }
};

// Definitions that are used twice give the same part twice.
void add_parts(Wanted wanted, Wanted::Kind kind, std::vector<Wanted>& to) {
  const auto add = [&](Wanted& part) {
    if (std::find(to.begin(), to.end(), part) == to.end()) to.push_back(std::move(part));
  };
  if (wanted.kind == kind) {
    std::for_each(wanted.parts.begin(), wanted.parts.end(), add);
  } else {
    add(wanted);
  }
}

Wanted joined(Wanted a, Wanted b, Wanted::Kind kind) {
  Wanted out{.kind = kind};
  add_parts(std::move(a), kind, out.parts);
  add_parts(std::move(b), kind, out.parts);
  if (out.parts.size() == 1) return Wanted(out.parts.front());
  const bool all = kind == Wanted::Kind::all;
  out.share = all ? 1 : 0;
  for (const Wanted& part : out.parts) out.share = all ? out.share * part.share : std::min(1.0, out.share + part.share);
  return out;
}

std::uint32_t add(const Wanted& wanted, CheckBuilder& builder, CheckBuilder::Goal goal) {
  std::uint32_t entry = wanted.kind == Wanted::Kind::any ? goal.fails : goal.holds;
  switch (wanted.kind) {
    case Wanted::Kind::nothing: return goal.fails;
    case Wanted::Kind::anything: return goal.holds;
    case Wanted::Kind::condition: return builder.add(*wanted.condition, goal);
    case Wanted::Kind::label: return builder.add(*wanted.label, goal);
    case Wanted::Kind::begins: return builder.add(wanted.begins, goal);
    case Wanted::Kind::all:
      for (auto part = wanted.parts.rbegin(); part != wanted.parts.rend(); ++part)
        entry = add(*part, builder, {.holds = entry, .fails = goal.fails});
      return entry;
    case Wanted::Kind::any:
      for (auto part = wanted.parts.rbegin(); part != wanted.parts.rend(); ++part)
        entry = add(*part, builder, {.holds = goal.holds, .fails = entry});
      return entry;
  }
  return entry;
}

}  // namespace

Wanted Wanted::of(const checked::Condition& condition) {
  return {.kind = Kind::condition, .share = std::visit(Share{}, condition.form), .condition = &condition};
}

Wanted Wanted::of(const checked::Token& token) { return token.condition ? of(*token.condition) : anything(); }

Wanted Wanted::of(const checked::Label& label) {
  return {.kind = Kind::label, .share = label.features ? 0.015 : 0.04, .label = &label};
}

Wanted Wanted::beginning(Check::Kind begins) { return {.kind = Kind::begins, .share = 0.04, .begins = begins}; }

std::size_t Wanted::size() const {
  std::size_t out = 1;
  for (const Wanted& part : parts) out += part.size();
  return out;
}

Wanted both(Wanted a, Wanted b) {
  if (a.is_anything() || b.kind == Wanted::Kind::nothing) return b;
  if (b.is_anything() || a.kind == Wanted::Kind::nothing) return a;
  // What rules out most is asked first.
  if (b.share < a.share) std::swap(a, b);
  Wanted out = joined(a, std::move(b), Wanted::Kind::all);
  return out.size() > kMostConditions ? a : out;
}

Wanted either(Wanted a, Wanted b) {
  if (a.is_anything() || b.kind == Wanted::Kind::nothing) return a;
  if (b.is_anything() || a.kind == Wanted::Kind::nothing) return b;
  Wanted out = joined(std::move(a), std::move(b), Wanted::Kind::any);
  return out.size() > kMostConditions ? Wanted::anything() : out;
}

std::uint32_t add(const Wanted& wanted, CheckBuilder& builder) { return add(wanted, builder, {}); }

}  // namespace claimgraph::pattern
