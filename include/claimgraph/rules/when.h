#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/text/document.h"

namespace claimgraph::rules {

// One condition on the date of a document: ">=2020-03", "<2021", "2020-05-17".
struct DateBound {
  enum class Relation { equal, before, up_to, since, after };
  Relation relation = Relation::equal;
  std::string day;  // "2020", "2020-03" or "2020-03-17"; a shorter one stands for the whole year or month

  friend bool operator==(const DateBound&, const DateBound&) = default;
};

// What a field of a document must be: one of `any_of` where there are some, and none of `none_of`. `*` in them stands
// for any text; the case of ASCII letters does not count.
struct DocumentTest {
  std::string field;  // "publisher", "language", or the name of metadata such as "section"
  std::vector<std::string> any_of;
  std::vector<std::string> none_of;

  friend bool operator==(const DocumentTest&, const DocumentTest&) = default;
};

// Where a rule runs, and in which documents. All of it must hold; without any condition a rule runs everywhere.
struct When {
  std::vector<std::string> inside;   // labels: only within a stretch that has one of them
  std::vector<std::string> outside;  // labels: only apart from all stretches that have one of them
  std::vector<DateBound> dates;      // all hold; none does of a document without a date
  std::vector<DocumentTest> tests;   // all hold

  bool everywhere() const { return inside.empty() && outside.empty(); }
  friend bool operator==(const When&, const When&) = default;
};

// Whether a rule runs in `document` at all.
bool runs_in(const When& when, const text::Document& document);

// What of it does not hold of a document that it does not run in, a clause each: "the publisher is 'Coast Daily', not
// 'Harbour *'".
std::vector<std::string> unmet(const When& when, const text::Document& document);

// Whether `text` is a whole date: "2020-03-17".
bool is_date(std::string_view text);

// The inverse of DateBound's text form; nothing when `text` is none.
bool parse_date_bound(std::string_view text, DateBound& out);

}  // namespace claimgraph::rules
