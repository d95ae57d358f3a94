#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/base/interner.h"
#include "pattern/ast.h"
#include "pattern/checked.h"
#include "pattern/source.h"

namespace claimgraph::pattern {

bool is_regex(const ast::Literal& literal);
// "a|b", of the literals' texts as they are.
std::string alternatives_of(const std::vector<ast::Literal>& values);
// A regular expression that is made here and known to be good.
checked::Regex regex_of(const std::string& pattern);
// Ascending, each once.
void sort(std::vector<Symbol>& symbols);
// "a, b".
std::string listed(const std::vector<std::string>& names);
// A hint: `suggestion`, and failing that `otherwise`.
std::string either(std::string suggestion, std::string otherwise);

// Checks what a field or a feature of one source is compared with. Holds references to its arguments.
class LiteralChecker {
 public:
  LiteralChecker(Interner& vocabulary, Diagnostics& out, const SourceView& source)
      : vocabulary_(vocabulary), out_(out), source_(source) {}

  // That `field` has one of `values`, or matches the regular expression that they are. Nothing after an error.
  std::optional<checked::Condition> field(checked::Field field, const std::vector<ast::Literal>& values);
  // Likewise for a feature of a stretch.
  std::optional<checked::Condition> feature(Symbol name, const std::vector<ast::Literal>& values);

 private:
  struct Compared {
    std::vector<Symbol> symbols;
    checked::Regex regex;
  };

  std::nullopt_t fault(std::uint32_t at, std::string message, std::string hint);
  std::optional<checked::Condition> relations(const std::vector<ast::Literal>& values);
  bool known_relation(const ast::Literal& literal);
  // The symbols or the regular expression of `values`; of a feature without a `field`.
  std::optional<Compared> compared(const std::vector<ast::Literal>& values, std::optional<checked::Field> field);
  checked::Regex regex(const ast::Literal& literal, std::size_t values);
  // What `literal` is compared as.
  std::optional<std::string> text_for(checked::Field field, const ast::Literal& literal);
  std::optional<std::string> upos(const ast::Literal& literal);
  void warn_of_several_tokens(const ast::Literal& literal);

  Interner& vocabulary_;
  Diagnostics& out_;
  const SourceView& source_;
};

}  // namespace claimgraph::pattern
