#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "pattern/check_builder.h"
#include "pattern/conditions.h"
#include "pattern/program.h"

namespace claimgraph::pattern {
namespace {

// Hops, made from the last to the first: each knows what comes after it.
class PathTranslator {
 public:
  PathTranslator(const SourceView& source, const Scheme& scheme, Interner& vocabulary, Program& program,
                 Diagnostics& out)
      : source_(source),
        conditions_(scheme, vocabulary, out),
        checks_(program),
        hops_(program.paths->hops),
        written_(program.paths->written) {}

  // Where the path starts. Nothing after an error.
  std::optional<std::uint32_t> run(const ast::Path& path) {
    const std::uint32_t accept = put({});
    const std::uint32_t entry = add(path, accept);
    if (failed_) return std::nullopt;
    return entry;
  }

 private:
  std::uint32_t put(Hop hop, std::string written = {}) {
    hops_.push_back(hop);
    written_.push_back(std::move(written));
    return static_cast<std::uint32_t>(hops_.size() - 1);
  }

  std::uint32_t add(const ast::Path& path, std::uint32_t next) {
    return std::visit([&](const auto& form) { return add(form, next); }, path.form);
  }
  std::uint32_t add(const ast::Hop& hop, std::uint32_t next) {
    Hop out{.kind = hop.down ? Hop::Kind::down : Hop::Kind::up, .next = next};
    if (!hop.relations.empty()) out.relation = check(conditions_.of_relation(source_, hop.relations));
    if (hop.test) out.check = check(conditions_.of_token(source_, *hop.test));
    return put(out, ast::dump(hop));
  }
  std::uint32_t add(const ast::Stay& stay, std::uint32_t next) {
    return put({.kind = Hop::Kind::stay, .next = next, .check = check(conditions_.of_token(source_, stay.test))},
               ast::dump(stay.test));
  }
  std::uint32_t add(const ast::PathSequence& sequence, std::uint32_t next) {
    for (auto part = sequence.parts.rbegin(); part != sequence.parts.rend(); ++part) next = add(*part, next);
    return next;
  }
  std::uint32_t add(const ast::PathAlternatives& either, std::uint32_t next) {
    std::uint32_t entry = add(either.parts.back(), next);
    for (auto part = either.parts.rbegin() + 1; part != either.parts.rend(); ++part) {
      entry = put({.kind = Hop::Kind::split, .next = add(*part, next), .other = entry});
    }
    return entry;
  }
  std::uint32_t add(const ast::PathRepeat& repeat, std::uint32_t next) {
    const std::uint32_t split = put({.kind = Hop::Kind::split, .other = next});
    const std::uint32_t body = add(*repeat.body, repeat.unlimited ? split : next);
    hops_[split].next = body;
    return repeat.optional ? split : body;
  }

  std::uint32_t check(const std::optional<checked::Condition>& condition) {
    if (condition) return checks_.add(*condition);
    failed_ = true;
    return Check::kFails;
  }

  const SourceView& source_;
  ConditionChecker conditions_;
  CheckBuilder checks_;
  std::vector<Hop>& hops_;
  std::vector<std::string>& written_;  // of each hop
  bool failed_ = false;
};

// Whether some way along the path goes to another token.
struct Moves {
  bool operator()(const ast::Hop&) const { return true; }
  bool operator()(const ast::Stay&) const { return false; }
  bool operator()(const ast::PathSequence& sequence) const { return some(sequence.parts); }
  bool operator()(const ast::PathAlternatives& either) const { return some(either.parts); }
  bool operator()(const ast::PathRepeat& repeat) const { return std::visit(*this, repeat.body->form); }
  bool some(const std::vector<ast::Path>& parts) const {
    return std::any_of(parts.begin(), parts.end(), [&](const auto& part) { return std::visit(*this, part.form); });
  }
};

bool has_second_part(const ast::Argument& argument) {
  return argument.presence != ast::Presence::forbidden &&
         (argument.shape == ast::Shape::subtree || argument.shape == ast::Shape::rest);
}

// Gives the trigger and the arguments their captures.
class Captures {
 public:
  Captures(const SourceView& source, Program& program, Diagnostics& out)
      : source_(source), names_(program.captures), out_(out) {}

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

}  // namespace

bool add_paths(const SourceView& source, const ast::Tree& tree, const Scheme& scheme, Interner& vocabulary,
               Program& program, Diagnostics& out) {
  program.paths.emplace();
  Captures captures(source, program, out);
  PathTranslator paths(source, scheme, vocabulary, program, out);
  program.paths->trigger = captures.add(tree.trigger);
  bool good = true;
  for (const auto& argument : tree.arguments) {
    if (!std::visit(Moves{}, argument.path.form)) {
      good = false;
      out.error(
          error_at(source, {.code = ErrorCode::invalid,
                            .message = fmt::format("the path of '{}' never leaves the trigger", argument.name.text),
                            .at = argument.path.at,
                            .hint = "add a step, as in >nsubj, or put the test into the trigger"}));
    }
    PathArgument out_argument{.presence = argument.presence,
                              .shape = argument.shape,
                              .name = argument.name.text,
                              .written = ast::dump(argument.path)};
    if (argument.presence != ast::Presence::forbidden) out_argument.capture = captures.add(argument.name);
    if (has_second_part(argument)) captures.add(argument.name, "2");
    const auto entry = paths.run(argument.path);
    good = good && entry;
    out_argument.entry = entry.value_or(0);
    program.paths->arguments.push_back(out_argument);
  }
  return good && captures.good();
}

}  // namespace claimgraph::pattern
