#include "pattern/checker.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "pattern/conditions.h"
#include "pattern/definitions.h"
#include "pattern/parser.h"

namespace claimgraph::pattern {
namespace {

using checked::NodeId;

// What is known of a checked part.
struct Part {
  NodeId id{};
  bool nullable = false;                        // may match without a token
  bool vacuous = false;                         // matches without a token anywhere
  bool zero_width = false;                      // never takes a token
  int depth = 0;                                // of what lies within it
  std::map<std::uint32_t, SourcePos> captures;  // capture to the place that names it
};

class Checker {
 public:
  Checker(const SourceView& source, const Scheme& scheme, Interner& vocabulary, Diagnostics& out)
      : source_(&source),
        vocabulary_(vocabulary),
        out_(out),
        conditions_(scheme, vocabulary, out),
        open_(scheme, PartKind::tokens) {}

  std::optional<checked::Tree> run(const ast::Node& pattern) {
    const auto root = check(pattern);
    if (!root) return std::nullopt;
    if (root->nullable) {
      return fault(pattern.at, "the pattern can match without any token",
                   root->zero_width ? "add the token that it should find" : "make at least one step of it required");
    }
    tree_.root = root->id;
    return std::move(tree_);
  }

 private:
  std::nullopt_t fault(std::uint32_t at, std::string message, std::string hint, ErrorCode code = ErrorCode::invalid) {
    out_.error(error_at(*source_, {.code = code, .message = std::move(message), .at = at, .hint = std::move(hint)}));
    return std::nullopt;
  }

  template <typename Form>
  NodeId add(Form form) {
    tree_.nodes.push_back({std::move(form)});
    return static_cast<NodeId>(tree_.nodes.size() - 1);
  }

  std::optional<Part> check(const ast::Node& node) {
    if (depth_ == kMostDepth) return too_deep(node.at);
    ++depth_;
    auto part = std::visit([&](const auto& form) { return check(node.at, form); }, node.form);
    --depth_;
    // A definition that was checked before adds its whole depth at once.
    if (part && ++part->depth > kMostDepth) return too_deep(node.at);
    if (part && is_step(node)) tree_.nodes[static_cast<std::size_t>(part->id)].written = ast::dump(node);
    return part;
  }

  // What a trace of a run names.
  static bool is_step(const ast::Node& node) {
    return std::holds_alternative<ast::TokenStep>(node.form) || std::holds_alternative<ast::WordStep>(node.form) ||
           std::holds_alternative<ast::LabelStep>(node.form) || std::holds_alternative<ast::Look>(node.form) ||
           std::holds_alternative<ast::Anchor>(node.form);
  }

  std::nullopt_t too_deep(std::uint32_t at) {
    return fault(at, fmt::format("parts lie more than {} deep in one another here", kMostDepth),
                 "use fewer definitions within definitions", ErrorCode::limit);
  }

  std::optional<Part> check(std::uint32_t, const ast::TokenStep& step) {
    checked::Token token;
    if (step.test) {
      token.condition = conditions_.of_token(*source_, *step.test);
      if (!token.condition) return std::nullopt;
    }
    return Part{.id = add(std::move(token))};
  }

  std::optional<Part> check(std::uint32_t, const ast::WordStep& step) {
    auto condition = conditions_.of_norm(*source_, step.literal);
    if (!condition) return std::nullopt;
    return Part{.id = add(checked::Token{std::move(condition)})};
  }

  std::optional<Part> check(std::uint32_t, const ast::LabelStep& step) {
    if (!conditions_.known_label(*source_, step.label)) return std::nullopt;
    checked::Label label{.label = vocabulary_.intern(step.label.text)};
    if (step.features) {
      label.features = conditions_.of_features(*source_, *step.features, step.label);
      if (!label.features) return std::nullopt;
    }
    return Part{.id = add(std::move(label))};
  }

  std::optional<Part> check(std::uint32_t, const ast::Sequence& sequence) {
    Part whole{.nullable = true, .vacuous = true, .zero_width = true};
    checked::Sequence form;
    bool good = true;
    for (const auto& node : sequence.parts) {
      auto part = check(node);
      good = part && apart(whole, *part) && good;
      if (!part) continue;
      form.parts.push_back(part->id);
      whole.nullable = whole.nullable && part->nullable;
      whole.vacuous = whole.vacuous && part->vacuous;
      whole.zero_width = whole.zero_width && part->zero_width;
      whole.depth = std::max(whole.depth, part->depth);
      whole.captures.merge(part->captures);
    }
    if (!good) return std::nullopt;
    whole.id = add(std::move(form));
    return whole;
  }

  // Reports a capture of `part` that `whole` has before it.
  bool apart(const Part& whole, const Part& part) {
    bool good = true;
    for (const auto& [number, where] : part.captures) {
      if (whole.captures.count(number) == 0) continue;
      good = false;
      out_.error({.code = ErrorCode::invalid,
                  .message = fmt::format("capture '{}' stands twice in one sequence", tree_.captures[number]),
                  .where = where,
                  .hint = "name it otherwise; the same name may stand on both sides of '|'"});
    }
    return good;
  }

  std::optional<Part> check(std::uint32_t, const ast::Alternatives& alternatives) {
    Part whole{.zero_width = true};
    checked::Alternatives form;
    for (const auto& node : alternatives.parts) {
      auto part = check(node);
      if (!part) continue;
      form.parts.push_back(part->id);
      whole.nullable = whole.nullable || part->nullable;
      whole.vacuous = whole.vacuous || part->vacuous;
      whole.zero_width = whole.zero_width && part->zero_width;
      whole.depth = std::max(whole.depth, part->depth);
      whole.captures.merge(part->captures);
    }
    if (form.parts.size() != alternatives.parts.size()) return std::nullopt;
    whole.id = add(std::move(form));
    return whole;
  }

  std::optional<Part> check(std::uint32_t at, const ast::Repeat& repeat) {
    auto part = check(*repeat.body);
    if (!part) return std::nullopt;
    if (part->zero_width) {
      return fault(at, "what takes no token cannot be repeated or optional", "remove the quantifier after it");
    }
    if (!repeat.max && part->nullable) {
      return fault(at, "what is repeated without limit can match without any token",
                   "make at least one step of it required");
    }
    part->nullable = part->nullable || repeat.min == 0;
    part->vacuous = part->vacuous || repeat.min == 0;
    part->id = add(checked::Repeat{.body = part->id, .min = repeat.min, .max = repeat.max, .lazy = repeat.lazy});
    return part;
  }

  std::optional<Part> check(std::uint32_t, const ast::Capture& capture) {
    auto part = check(*capture.body);
    if (!part) return std::nullopt;
    const std::uint32_t number = number_of(capture.name.text);
    const bool again = part->captures.count(number) != 0;
    if (again)
      return fault(capture.name.at, fmt::format("capture '{}' lies within itself", capture.name.text),
                   "name one of the two otherwise");
    part->captures.emplace(number, source_->place(capture.name.at));
    part->id = add(checked::Capture{.number = number, .body = part->id});
    return part;
  }

  std::uint32_t number_of(const std::string& capture) {
    const auto known = std::find(tree_.captures.begin(), tree_.captures.end(), capture);
    const auto number = static_cast<std::uint32_t>(known - tree_.captures.begin());
    if (known == tree_.captures.end()) tree_.captures.push_back(capture);
    return number;
  }

  std::optional<Part> check(std::uint32_t at, const ast::Look& look) {
    auto part = check(*look.body);
    if (!part) return std::nullopt;
    if (!part->captures.empty()) {
      const auto& [number, where] = *part->captures.begin();
      out_.error({.code = ErrorCode::invalid,
                  .message = fmt::format("capture '{}' stands where nothing is matched, only looked at",
                                         tree_.captures[number]),
                  .where = where,
                  .hint = "take it out of the lookaround"});
      return std::nullopt;
    }
    if (part->vacuous) {
      return fault(at, fmt::format("this lookaround {} holds", look.negated ? "never" : "always"),
                   "what stands in it can match without any token");
    }
    const NodeId id = add(checked::Look{.ahead = look.ahead, .negated = look.negated, .body = part->id});
    return Part{.id = id, .nullable = true, .zero_width = true, .depth = part->depth};
  }

  std::optional<Part> check(std::uint32_t, const ast::Anchor& anchor) {
    return Part{.id = add(checked::Anchor{anchor.kind}), .nullable = true, .zero_width = true};
  }

  std::optional<Part> check(std::uint32_t, const ast::Use& use) {
    const Scheme::Definition* const known = open_.find(*source_, use.name, out_);
    if (known == nullptr) return std::nullopt;
    auto done = definitions_.find(use.name.text);
    if (done == definitions_.end()) {
      auto part = check_definition(use.name.text, *known);
      done = definitions_.emplace(use.name.text, std::move(part)).first;
    }
    std::optional<Part> part = done->second;
    if (part) {
      for (auto& [number, where] : part->captures) where = source_->place(use.name.at);
    }
    return part;
  }

  std::optional<Part> check_definition(const std::string& name, const Scheme::Definition& definition) {
    const SourceView source{.text = definition.text, .where = definition.where};
    const auto node = parse(source, out_);
    if (!node) return std::nullopt;
    const SourceView* const user = std::exchange(source_, &source);
    open_.enter(name);
    auto part = check(*node);
    open_.leave();
    source_ = user;
    return part;
  }

  const SourceView* source_;  // of the part that is being checked
  Interner& vocabulary_;
  Diagnostics& out_;
  ConditionChecker conditions_;
  checked::Tree tree_;
  std::map<std::string, std::optional<Part>> definitions_;  // checked already
  OpenDefinitions open_;                                    // within which the part lies
  int depth_ = 0;
};

}  // namespace

std::optional<checked::Tree> check(const SourceView& source, const ast::Node& pattern, const Scheme& scheme,
                                   Interner& vocabulary, Diagnostics& out) {
  return Checker(source, scheme, vocabulary, out).run(pattern);
}

}  // namespace claimgraph::pattern
