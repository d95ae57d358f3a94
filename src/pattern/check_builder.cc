#include "pattern/check_builder.h"

namespace claimgraph::pattern {

std::uint32_t CheckBuilder::add(const checked::Condition& condition, Goal goal) {
  return std::visit([&](const auto& form) { return add(form, goal); }, condition.form);
}

std::uint32_t CheckBuilder::add(const checked::Not& negation, Goal goal) {
  return add(*negation.part, {goal.fails, goal.holds});
}

std::uint32_t CheckBuilder::add(const checked::All& all, Goal goal) {
  std::uint32_t entry = goal.holds;
  for (auto part = all.parts.rbegin(); part != all.parts.rend(); ++part) entry = add(*part, {entry, goal.fails});
  return entry;
}

std::uint32_t CheckBuilder::add(const checked::Any& any, Goal goal) {
  std::uint32_t entry = goal.fails;
  for (auto part = any.parts.rbegin(); part != any.parts.rend(); ++part) entry = add(*part, {goal.holds, entry});
  return entry;
}

std::uint32_t CheckBuilder::add(const checked::FieldIs& is, Goal goal) {
  return put({.kind = Check::Kind::field_is, .field = is.field}, goal, is.values);
}

std::uint32_t CheckBuilder::add(const checked::FieldMatches& matches, Goal goal) {
  return put({.kind = Check::Kind::field_matches, .field = matches.field, .regex = regex(matches.regex)}, goal);
}

std::uint32_t CheckBuilder::add(const checked::Length& length, Goal goal) {
  return put({.kind = Check::Kind::length, .length = length}, goal);
}

std::uint32_t CheckBuilder::add(const checked::Quoted&, Goal goal) { return put({.kind = Check::Kind::quoted}, goal); }

std::uint32_t CheckBuilder::add(const checked::OnSide& side, Goal goal) {
  return put({.kind = side.right ? Check::Kind::right : Check::Kind::left}, goal);
}

std::uint32_t CheckBuilder::add(const checked::Named& named, Goal goal) {
  return put({.kind = Check::Kind::named}, goal, named.types);
}

std::uint32_t CheckBuilder::add(const checked::Inside& inside, Goal goal) {
  Check check{.kind = Check::Kind::inside};
  if (inside.features) check.features = add(*inside.features);
  return put(check, goal, inside.labels);
}

std::uint32_t CheckBuilder::add(const checked::Label& label, Goal goal) {
  Check check{.kind = Check::Kind::starts};
  if (label.features) check.features = add(*label.features);
  return put(check, goal, {&label.label, 1});
}

std::uint32_t CheckBuilder::add(const checked::FeatureIs& is, Goal goal) {
  return put({.kind = Check::Kind::feature_is, .name = is.name}, goal, is.values);
}

std::uint32_t CheckBuilder::add(const checked::FeatureMatches& matches, Goal goal) {
  return put({.kind = Check::Kind::feature_matches, .name = matches.name, .regex = regex(matches.regex)}, goal);
}

std::uint32_t CheckBuilder::add(const checked::FeatureCompared& compared, Goal goal) {
  return put({.kind = Check::Kind::feature_compared,
              .name = compared.name,
              .comparison = compared.comparison,
              .number = compared.number},
             goal);
}

std::uint32_t CheckBuilder::add(const checked::FeaturePresent& present, Goal goal) {
  return put({.kind = Check::Kind::feature_present, .name = present.name}, goal);
}

std::uint32_t CheckBuilder::regex(const checked::Regex& regex) {
  checks_.regexes.push_back(regex);
  return static_cast<std::uint32_t>(checks_.regexes.size() - 1);
}

std::uint32_t CheckBuilder::put(Check check, Goal goal, std::span<const Symbol> values) {
  check.next[0] = goal.fails;
  check.next[1] = goal.holds;
  return checks_.add(check, values);
}

}  // namespace claimgraph::pattern
