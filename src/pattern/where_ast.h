#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pattern/ast.h"

// A condition on the captures of a match, as it is written. Every `at` is a byte of the source.
namespace claimgraph::pattern::ast {

struct Where;

enum class Order { before, after, within, overlaps };
enum class Relation { agree, same_sentence, same_paragraph, same_quotation, same_words };
enum class Measure { distance, tokens };

// As it is written.
std::string_view spelling(Order order);
std::string_view spelling(Relation relation);
std::string_view spelling(Measure measure);

// capture
struct Present {
  Name capture;
};
// capture[test]
struct Tested {
  Name capture;
  Expr test;
};
// left before right
struct Ordered {
  Name left;
  Order order{};
  Name right;
};
// agree(left, right)
struct Related {
  Relation relation{};
  Name left;
  Name right;
};
// distance(left, right) <= 5   tokens(left) > 2
struct Measured {
  Measure measure{};
  std::vector<Name> captures;  // two, one
  Comparison comparison{};
  Name number;
};
// capture.field   capture.feats.Feature
struct Reference {
  Name capture;
  Name field;
  std::string feature;  // of feats; else empty
};
struct Compared {
  Reference left;
  Comparison comparison{};
  Reference right;
};
struct WhereNot {
  std::unique_ptr<Where> part;
};
struct WhereAll {
  std::vector<Where> parts;  // two or more
};
struct WhereAny {
  std::vector<Where> parts;  // two or more
};
struct Where {
  std::uint32_t at = 0;
  std::variant<Present, Tested, Ordered, Related, Measured, Compared, WhereNot, WhereAll, WhereAny> form;
};

// The condition as text with one spelling for everything; parse_where() of it gives an equal tree but for the places.
std::string dump(const Where& where);

}  // namespace claimgraph::pattern::ast
