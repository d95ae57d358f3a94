#include "claimgraph/rules/when.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

namespace claimgraph::rules {
namespace {

char folded(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Whether `text` is `wanted`, in which `*` stands for any text. O(text x wanted).
bool is_like(std::string_view text, std::string_view wanted) {
  std::size_t t = 0, w = 0, star = std::string_view::npos, resume = 0;
  while (t < text.size()) {
    if (w < wanted.size() && wanted[w] == '*') {
      star = w++;
      resume = t;
    } else if (w < wanted.size() && folded(wanted[w]) == folded(text[t])) {
      ++w;
      ++t;
    } else if (star != std::string_view::npos) {
      w = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  return wanted.find_first_not_of('*', w) == std::string_view::npos;
}

// Metadata is kept as JSON; of a string the text, of a list of one string that string, else the JSON itself.
std::string_view metadata_text(std::string_view json) {
  if (json.starts_with('[') && json.ends_with(']')) json = json.substr(1, json.size() - 2);
  if (json.size() >= 2 && json.front() == '"' && json.back() == '"') json = json.substr(1, json.size() - 2);
  return json;
}

std::string_view field_of(const text::Document& document, std::string_view name) {
  if (name == "publisher") return document.publisher;
  if (name == "language") return document.language;
  const auto at = std::find_if(document.metadata.begin(), document.metadata.end(),
                               [&](const auto& entry) { return entry.first == name; });
  return at == document.metadata.end() ? std::string_view() : metadata_text(at->second);
}

bool holds(const DocumentTest& test, const text::Document& document) {
  const std::string_view value = field_of(document, test.field);
  const auto like = [&](const std::string& wanted) {
    // "en" stands for "en-GB" too.
    if (test.field == "language" && value.size() > wanted.size() && value[wanted.size()] == '-') {
      return is_like(value.substr(0, wanted.size()), wanted);
    }
    return is_like(value, wanted);
  };
  if (std::any_of(test.none_of.begin(), test.none_of.end(), like)) return false;
  return test.any_of.empty() || std::any_of(test.any_of.begin(), test.any_of.end(), like);
}

bool holds(const DateBound& bound, std::string_view published) {
  if (published.size() < bound.day.size()) return false;
  const int order = published.substr(0, bound.day.size()).compare(bound.day);
  switch (bound.relation) {
    case DateBound::Relation::equal: return order == 0;
    case DateBound::Relation::before: return order < 0;
    case DateBound::Relation::up_to: return order <= 0;
    case DateBound::Relation::since: return order >= 0;
    case DateBound::Relation::after: return order > 0;
  }
  return false;
}

// The longer before those that they begin with.
constexpr std::pair<std::string_view, DateBound::Relation> kRelations[] = {
    {">=", DateBound::Relation::since}, {"<=", DateBound::Relation::up_to}, {">", DateBound::Relation::after},
    {"<", DateBound::Relation::before}, {"=", DateBound::Relation::equal},
};

std::string dump(const DateBound& bound) {
  const auto* at = std::find_if(std::begin(kRelations), std::end(kRelations),
                                [&](const auto& relation) { return relation.second == bound.relation; });
  return (bound.relation == DateBound::Relation::equal ? "" : std::string(at->first)) + bound.day;
}

// "2020", "2020-03" or "2020-03-17", with months and days that exist in some year.
bool is_day(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  }
  const auto within = [&](std::size_t at, std::string_view most) {
    return text.size() <= at || (text.substr(at, 2) >= "01" && text.substr(at, 2) <= most);
  };
  return within(5, "12") && within(8, "31");
}

}  // namespace

bool runs_in(const When& when, const text::Document& document) {
  return std::all_of(when.dates.begin(), when.dates.end(),
                     [&](const DateBound& bound) { return holds(bound, document.published); }) &&
         std::all_of(when.tests.begin(), when.tests.end(),
                     [&](const DocumentTest& test) { return holds(test, document); });
}

std::vector<std::string> unmet(const When& when, const text::Document& document) {
  const auto shown = [](std::string_view value) {
    return value.empty() ? std::string("unknown") : fmt::format("'{}'", value);
  };
  std::vector<std::string> out;
  for (const DateBound& bound : when.dates) {
    if (holds(bound, document.published)) continue;
    out.push_back(fmt::format("the date is {}, not {}", shown(document.published), dump(bound)));
  }
  for (const DocumentTest& test : when.tests) {
    if (holds(test, document)) continue;
    std::string wanted;
    for (const auto& one : test.any_of) wanted += fmt::format("{}'{}'", wanted.empty() ? "" : " or ", one);
    for (const auto& one : test.none_of) wanted += fmt::format("{}'!{}'", wanted.empty() ? "" : " or ", one);
    out.push_back(fmt::format("the {} is {}, not {}", test.field, shown(field_of(document, test.field)), wanted));
  }
  return out;
}

bool is_date(std::string_view text) { return text.size() == 10 && is_day(text); }

bool parse_date_bound(std::string_view text, DateBound& out) {
  out.relation = DateBound::Relation::equal;
  for (const auto& [sign, relation] : kRelations) {
    if (!text.starts_with(sign)) continue;
    out.relation = relation;
    text.remove_prefix(sign.size());
    break;
  }
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  out.day = text;
  return is_day(text);
}

}  // namespace claimgraph::rules
