#include <optional>
#include <set>
#include <string>
#include <type_traits>
#include <utility>

#include "claimgraph/pattern/trace.h"
#include "pattern/parser.h"
#include "pattern/path_parser.h"
#include "pattern/tree_parser.h"

namespace claimgraph::pattern {
namespace {

constexpr std::size_t kMostNodes = 20000;

// Puts definitions in the place of their names.
class Filling {
 public:
  explicit Filling(const Scheme& scheme) : scheme_(scheme) {}

  // A part of a pattern, or a path.
  template <typename Part>
  void fill(Part& node) {
    if (const auto* use = std::get_if<ast::Use>(&node.form)) {
      if (auto definition = definition_of<Part>(use->name.text)) {
        const std::string name = use->name.text;
        open_.insert(name);
        fill(*definition);
        open_.erase(name);
        node = std::move(*definition);
      }
      return;
    }
    ++nodes_;
    std::visit([&](auto& form) { fill_form(form); }, node.form);
  }

 private:
  template <typename Form>
  void fill_form(Form& form) {
    if constexpr (requires { form.parts; }) {
      for (auto& part : form.parts) fill(part);
    } else if constexpr (requires { form.body; }) {
      fill(*form.body);
    }
  }

  template <typename Part>
  std::optional<Part> definition_of(const std::string& name) const {
    const auto known = scheme_.definitions.find(name);
    if (known == scheme_.definitions.end() || open_.contains(name) || nodes_ > kMostNodes) return std::nullopt;
    Diagnostics ignored;  // told when the rules were loaded
    const SourceView source{.text = known->second.text, .where = known->second.where};
    if constexpr (std::is_same_v<Part, ast::Path>) {
      return parse_path(source, ignored);
    } else {
      return parse(source, ignored);
    }
  }

  const Scheme& scheme_;
  std::set<std::string> open_;  // definitions within which the part lies
  std::size_t nodes_ = 0;
};

}  // namespace

std::optional<std::string> fill_in(std::string_view text, const Scheme& scheme, bool tree) {
  Diagnostics ignored;  // told when the pattern was compiled
  const SourceView source{.text = text, .where = {}};
  Filling filling(scheme);
  if (tree) {
    auto parsed = parse_tree(source, ignored);
    if (!parsed) return std::nullopt;
    filling.fill(parsed->pattern);
    for (auto& argument : parsed->arguments) filling.fill(argument.path);
    return dump(*parsed);
  }
  auto parsed = parse(source, ignored);
  if (!parsed) return std::nullopt;
  filling.fill(*parsed);
  return dump(*parsed) + "\n";
}

}  // namespace claimgraph::pattern
