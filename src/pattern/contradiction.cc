#include "pattern/contradiction.h"

#include <algorithm>

#include "pattern/ud.h"

namespace claimgraph::pattern {

bool Facts::add(const checked::Condition& condition, bool negated) {
  const auto [place, fresh] = noted_.try_emplace(dump(condition, *symbols_), !negated);
  if (!fresh && place->second == negated) return false;
  return std::visit([&](const auto& form) { return add(form, negated); }, condition.form);
}

bool Facts::restrict(Values& values, const std::vector<Symbol>& to, bool negated) const {
  if (negated) {
    values.without.insert(to.begin(), to.end());
  } else if (!values.among) {
    values.among.emplace(to.begin(), to.end());
  } else {
    std::erase_if(*values.among, [&](Symbol value) { return !std::binary_search(to.begin(), to.end(), value); });
  }
  if (!values.among) return true;
  std::erase_if(*values.among, [&](Symbol value) { return values.without.contains(value); });
  return !values.among->empty();
}

bool Facts::restrict(Values& values, const checked::Regex& regex, bool negated) const {
  if (!values.among) return true;
  std::erase_if(*values.among, [&](Symbol value) {
    const auto text = symbols_->text(value);
    return RE2::FullMatch({text.data(), text.size()}, *regex) == negated;
  });
  return !values.among->empty();
}

bool Facts::add(const checked::FieldIs& is, bool negated) {
  const bool possible = restrict(values_[{false, static_cast<std::uint32_t>(is.field)}], is.values, negated);
  return possible && (is.field < checked::Field::deprel || restrict_relations());
}

// What is known of a relation without its subtype rules out relations with other ones.
bool Facts::restrict_relations() {
  Values& whole = values_[{false, static_cast<std::uint32_t>(checked::Field::deprel)}];
  const Values& universal = values_[{false, static_cast<std::uint32_t>(checked::Field::relation)}];
  if (!whole.among) return true;
  std::erase_if(*whole.among, [&](Symbol value) {
    const auto part = symbols_->find(universal_part(symbols_->text(value)));
    if (!part) return universal.among.has_value();
    return universal.without.contains(*part) || (universal.among && !universal.among->contains(*part));
  });
  return !whole.among->empty();
}

bool Facts::add(const checked::FieldMatches& matches, bool negated) {
  // One regular expression for a field of many features: what it matches says nothing of the next.
  if (matches.field == checked::Field::feats) return true;
  return restrict(values_[{false, static_cast<std::uint32_t>(matches.field)}], matches.regex, negated);
}

bool Facts::add(const checked::FeatureIs& is, bool negated) {
  return restrict(values_[{true, static_cast<std::uint32_t>(is.name)}], is.values, negated);
}

bool Facts::add(const checked::FeatureMatches& matches, bool negated) {
  return restrict(values_[{true, static_cast<std::uint32_t>(matches.name)}], matches.regex, negated);
}

bool Facts::add(const checked::Length& length, bool negated) {
  if (negated) {
    if (length.min <= length_.min && length_.max <= length.max) return false;
    if (length.min <= length_.min && length.max < length_.max) length_.min = std::max(length_.min, length.max + 1);
    if (length.max >= length_.max && length.min > length_.min) length_.max = std::min(length_.max, length.min - 1);
    return length_.min <= length_.max;
  }
  length_.min = std::max(length_.min, length.min);
  length_.max = std::min(length_.max, length.max);
  return length_.min <= length_.max;
}

bool Facts::each(const std::vector<checked::Condition>& parts, bool negated) {
  return std::all_of(parts.begin(), parts.end(), [&](const auto& part) { return add(part, negated); });
}

bool Facts::some(const std::vector<checked::Condition>& parts, bool negated) const {
  return std::any_of(parts.begin(), parts.end(), [&](const auto& part) { return Facts(*this).add(part, negated); });
}

}  // namespace claimgraph::pattern
