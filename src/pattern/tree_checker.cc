#include "pattern/tree_checker.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "pattern/checker.h"
#include "pattern/conditions.h"
#include "pattern/definitions.h"
#include "pattern/path_parser.h"

namespace claimgraph::pattern {
namespace {

using checked::NodeId;

// What is known of a checked path.
struct Part {
  NodeId id{};
  bool moves = false;    // some way goes to another token
  bool vacuous = false;  // some way holds of every token and stays there
  int depth = 0;         // of what lies within it
};

class PathChecker {
 public:
  PathChecker(const SourceView& source, const Scheme& scheme, Interner& vocabulary, Diagnostics& out)
      : source_(&source), out_(out), conditions_(scheme, vocabulary, out), open_(scheme, PartKind::path) {}

  std::optional<Part> check(const ast::Path& path) {
    if (depth_ == kMostDepth) return too_deep(path.at);
    ++depth_;
    auto part = std::visit([&](const auto& form) { return check(path.at, form); }, path.form);
    --depth_;
    if (part && is_step(path)) nodes_[static_cast<std::size_t>(part->id)].written = dump(path);
    if (part && ++part->depth > kMostDepth) return too_deep(path.at);
    return part;
  }

  std::vector<checked::PathNode> take_nodes() { return std::move(nodes_); }

 private:
  static bool is_step(const ast::Path& path) {
    return std::holds_alternative<ast::Hop>(path.form) || std::holds_alternative<ast::Stay>(path.form) ||
           std::holds_alternative<ast::PathLook>(path.form);
  }

  template <typename Form>
  NodeId add(Form form) {
    nodes_.push_back({.form = std::move(form), .written = {}});
    return static_cast<NodeId>(nodes_.size() - 1);
  }

  std::nullopt_t fault(std::uint32_t at, std::string message, std::string hint, ErrorCode code = ErrorCode::invalid) {
    out_.error(error_at(*source_, {.code = code, .message = std::move(message), .at = at, .hint = std::move(hint)}));
    return std::nullopt;
  }
  std::nullopt_t too_deep(std::uint32_t at) {
    return fault(at, fmt::format("parts lie more than {} deep in one another here", kMostDepth),
                 "use fewer definitions within definitions", ErrorCode::limit);
  }

  std::optional<Part> check(std::uint32_t, const ast::Hop& hop) {
    checked::Hop out{.way = hop.way, .relation = {}, .test = {}};
    if (!hop.relations.empty()) out.relation = conditions_.of_relation(*source_, hop.relations);
    if (hop.test) out.test = conditions_.of_token(*source_, *hop.test);
    const bool good = out.relation.has_value() != hop.relations.empty() && out.test.has_value() == hop.test.has_value();
    if (!good) return std::nullopt;
    return Part{.id = add(std::move(out)), .moves = true};
  }

  std::optional<Part> check(std::uint32_t, const ast::Stay& stay) {
    auto test = conditions_.of_token(*source_, stay.test);
    if (!test) return std::nullopt;
    return Part{.id = add(checked::Stay{std::move(*test)})};
  }

  std::optional<Part> check(std::uint32_t, const ast::PathSequence& sequence) {
    Part whole{.vacuous = true};
    checked::Sequence form;
    for (const auto& path : sequence.parts) {
      const auto part = check(path);
      if (!part) continue;
      form.parts.push_back(part->id);
      whole.moves = whole.moves || part->moves;
      whole.vacuous = whole.vacuous && part->vacuous;
      whole.depth = std::max(whole.depth, part->depth);
    }
    if (form.parts.size() != sequence.parts.size()) return std::nullopt;
    whole.id = add(std::move(form));
    return whole;
  }

  std::optional<Part> check(std::uint32_t, const ast::PathAlternatives& either) {
    Part whole;
    checked::Alternatives form;
    for (const auto& path : either.parts) {
      const auto part = check(path);
      if (!part) continue;
      form.parts.push_back(part->id);
      whole.moves = whole.moves || part->moves;
      whole.vacuous = whole.vacuous || part->vacuous;
      whole.depth = std::max(whole.depth, part->depth);
    }
    if (form.parts.size() != either.parts.size()) return std::nullopt;
    whole.id = add(std::move(form));
    return whole;
  }

  std::optional<Part> check(std::uint32_t, const ast::PathRepeat& repeat) {
    auto part = check(*repeat.body);
    if (!part) return std::nullopt;
    part->vacuous = part->vacuous || repeat.count.min == 0;
    part->id = add(checked::Repeat{.body = part->id, .min = repeat.count.min, .max = repeat.count.max});
    return part;
  }

  std::optional<Part> check(std::uint32_t at, const ast::PathLook& look) {
    const auto part = check(*look.body);
    if (!part) return std::nullopt;
    if (part->vacuous) {
      return fault(at, fmt::format("this lookaround {} holds", look.negated ? "never" : "always"),
                   "what stands in it may be no step at all");
    }
    return Part{.id = add(checked::Look{.negated = look.negated, .body = part->id}), .depth = part->depth};
  }

  std::optional<Part> check(std::uint32_t, const ast::Use& use) {
    const Scheme::Definition* const known = open_.find(*source_, use.name, out_);
    if (known == nullptr) return std::nullopt;
    auto done = definitions_.find(use.name.text);
    if (done == definitions_.end()) {
      const auto part = check_definition(use.name.text, *known);
      done = definitions_.emplace(use.name.text, part).first;
    }
    return done->second;
  }

  std::optional<Part> check_definition(const std::string& name, const Scheme::Definition& definition) {
    const SourceView source{.text = definition.text, .where = definition.where};
    const auto path = parse_path(source, out_);
    if (!path) return std::nullopt;
    const SourceView* const user = std::exchange(source_, &source);
    open_.enter(name);
    const auto part = check(*path);
    open_.leave();
    source_ = user;
    return part;
  }

  const SourceView* source_;  // of the part that is being checked
  Diagnostics& out_;
  ConditionChecker conditions_;
  OpenDefinitions open_;
  std::vector<checked::PathNode> nodes_;
  std::map<std::string, std::optional<Part>> definitions_;  // checked already
  int depth_ = 0;
};

// Gives the trigger and the arguments their captures.
class Captures {
 public:
  Captures(const SourceView& source, std::vector<std::string>& names, Diagnostics& out)
      : source_(source), names_(names), out_(out) {}

  std::uint32_t add(const ast::Name& name, std::string_view suffix = "") {
    const std::string text = name.text + std::string(suffix);
    const bool taken = std::find(names_.begin(), names_.end(), text) != names_.end();
    if (taken) fault(name, text, suffix.empty());
    names_.push_back(text);
    return static_cast<std::uint32_t>(names_.size() - 1);
  }
  bool good() const { return good_; }

 private:
  void fault(const ast::Name& name, const std::string& text, bool written) {
    good_ = false;
    out_.error(error_at(
        source_, {.code = ErrorCode::invalid,
                  .message = written ? fmt::format("'{}' stands twice in the tree pattern", text)
                                     : fmt::format("'{}', the second part of '{}', stands before it", text, name.text),
                  .at = name.at,
                  .hint = written ? "put '|' between two ways to one argument, or name it otherwise"
                                  : "name the other argument otherwise"}));
  }

  const SourceView& source_;
  std::vector<std::string>& names_;
  Diagnostics& out_;
  bool good_ = true;
};

bool has_second_part(const ast::Argument& argument) {
  return argument.shape == ast::Shape::subtree || argument.shape == ast::Shape::rest;
}

// The stretch that is an argument's value. False after an error.
bool check_stretch(const SourceView& source, const ast::Argument& argument, ConditionChecker& conditions,
                   Interner& vocabulary, checked::Argument& out) {
  if (!argument.stretch) return true;
  if (!conditions.known_label(source, argument.stretch->label)) return false;
  out.stretch = checked::Label{.label = vocabulary.intern(argument.stretch->label.text), .features = {}};
  if (!argument.stretch->features) return true;
  out.stretch->features = conditions.of_features(source, *argument.stretch->features, argument.stretch->label);
  return out.stretch->features.has_value();
}

}  // namespace

std::optional<checked::Arguments> check_arguments(const SourceView& source, const ast::Tree& tree,
                                                  std::vector<std::string> captures, const Scheme& scheme,
                                                  Interner& vocabulary, Diagnostics& out) {
  checked::Arguments arguments{.captures = std::move(captures), .nodes = {}, .all = {}};
  Captures names(source, arguments.captures, out);
  ConditionChecker conditions(scheme, vocabulary, out);
  PathChecker paths(source, scheme, vocabulary, out);
  arguments.trigger = names.add(tree.trigger);
  bool good = true;
  for (const auto& argument : tree.arguments) {
    checked::Argument checked{.quantity = argument.quantity, .shape = argument.shape, .stretch = {}};
    checked.name = argument.name.text;
    checked.written = dump(argument.path);
    if (argument.stretch) checked.written_stretch = dump(*argument.stretch);
    if (!argument.quantity.forbidden()) {
      checked.capture = names.add(argument.name);
      if (has_second_part(argument)) names.add(argument.name, "2");
    }
    const auto path = paths.check(argument.path);
    if (path && !path->moves) {
      out.error(
          error_at(source, {.code = ErrorCode::invalid,
                            .message = fmt::format("the path of '{}' never leaves the trigger", argument.name.text),
                            .at = argument.path.at,
                            .hint = "add a step, as in >nsubj, or put the test into the trigger"}));
    }
    good = check_stretch(source, argument, conditions, vocabulary, checked) && path && path->moves && good;
    if (path) checked.path = path->id;
    arguments.all.push_back(std::move(checked));
  }
  arguments.nodes = paths.take_nodes();
  if (!good || !names.good()) return std::nullopt;
  return arguments;
}

bool check_path(const SourceView& source, const ast::Path& path, const Scheme& scheme, Interner& vocabulary,
                Diagnostics& out) {
  return PathChecker(source, scheme, vocabulary, out).check(path).has_value();
}

}  // namespace claimgraph::pattern
