#include "claimgraph/pattern/pattern.h"

#include <algorithm>
#include <utility>

#include "claimgraph/pattern/dispatch.h"
#include "pattern/checker.h"
#include "pattern/definitions.h"
#include "pattern/parser.h"
#include "pattern/path_parser.h"
#include "pattern/program.h"
#include "pattern/run.h"
#include "pattern/tree_checker.h"
#include "pattern/tree_parser.h"
#include "pattern/tree_run.h"
#include "pattern/where_parser.h"
#include "pattern/where_run.h"
#include "pattern/where_translate.h"

namespace claimgraph::pattern {
namespace {

// One program over windows of one document, with its arguments and conditions.
class WindowRun {
 public:
  WindowRun(const Program& program, const nlp::AnnotatedDocument& document, const Layer& layer, CheckView checks,
            Matcher::Memory& memory)
      : program_(program),
        checks_(checks),
        memory_(memory),
        run_(program, document, layer, checks, memory),
        where_(program, document, layer, checks) {
    if (program.paths) tree_.emplace(program, document, layer, checks, memory.trees);
    without_syntax_ = document.deprels.empty();
  }

  // Appends all matches within `window`.
  void find_all(TokenRange window, std::vector<Match>& out) {
    if ((tree_ && without_syntax_) || !run_.enter(window)) return;
    const auto& needed = program_.somewhere;
    const bool has_all = std::all_of(needed.begin(), needed.end(),
                                     [&](std::uint32_t check) { return checks_.holds_somewhere(check, window); });
    if (!has_all) return;
    const auto before = static_cast<std::ptrdiff_t>(out.size());
    if (!tree_) {
      run_.find_all(out);
    } else {
      auto& triggers = memory_.trees.triggers;
      triggers.clear();
      run_.find_all(triggers);
      if (!triggers.empty()) tree_->complete_all(window, out);
    }
    if (program_.where == Requirement::kHolds) return;
    out.erase(std::remove_if(out.begin() + before, out.end(), [&](const Match& match) { return !where_.holds(match); }),
              out.end());
  }

 private:
  const Program& program_;
  CheckView checks_;
  Matcher::Memory& memory_;
  Run run_;
  WhereRun where_;
  std::optional<TreeRun> tree_;
  bool without_syntax_ = false;
};

}  // namespace

std::optional<Pattern> Pattern::compile(std::string_view text, const SourcePos& where, const Scheme& scheme,
                                        Interner& vocabulary, Diagnostics& out) {
  const SourceView source{.text = text, .where = where};
  const auto node = parse(source, out);
  if (!node) return std::nullopt;
  const auto tree = check(source, *node, scheme, vocabulary, out);
  if (!tree) return std::nullopt;
  auto program = translate(source, *tree, out);
  if (!program) return std::nullopt;
  return Pattern(std::make_unique<Program>(std::move(*program)));
}

std::optional<Pattern> Pattern::compile_tree(std::string_view text, const SourcePos& where, const Scheme& scheme,
                                             Interner& vocabulary, Diagnostics& out) {
  const SourceView source{.text = text, .where = where};
  const auto parsed = parse_tree(source, out);
  if (!parsed) return std::nullopt;
  const auto trigger = check(source, parsed->pattern, scheme, vocabulary, out);
  // What is wrong with the paths is told even so.
  const auto arguments = check_arguments(source, *parsed, trigger ? trigger->captures : std::vector<std::string>(),
                                         scheme, vocabulary, out);
  auto program = trigger ? translate(source, *trigger, out) : std::nullopt;
  if (!program || !arguments || !add_arguments(source, *arguments, *program, out)) return std::nullopt;
  return Pattern(std::make_unique<Program>(std::move(*program)));
}

bool check_definition(std::string_view text, const SourcePos& where, const Scheme& scheme, Interner& vocabulary,
                      Diagnostics& out) {
  if (kind_of(text, scheme) == PartKind::tokens)
    return Pattern::compile(text, where, scheme, vocabulary, out).has_value();
  const SourceView source{.text = text, .where = where};
  const auto path = parse_path(source, out);
  return path && check_path(source, *path, scheme, vocabulary, out);
}

Pattern::Pattern(std::unique_ptr<Program> program) : program_(std::move(program)) {}
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

bool Pattern::require(std::string_view text, const SourcePos& where, const Scheme& scheme, Interner& vocabulary,
                      Diagnostics& out) {
  const SourceView source{.text = text, .where = where};
  const auto parsed = parse_where(source, out);
  return parsed && add_where(source, *parsed, scheme, vocabulary, *program_, out);
}

bool Pattern::is_required(std::size_t capture) const {
  return std::any_of(program_->requirements.begin(), program_->requirements.end(), [&](const Requirement& requirement) {
    return requirement.left == capture || requirement.right == capture;
  });
}

const std::vector<std::string>& Pattern::captures() const { return program_->captures; }

std::optional<std::size_t> Pattern::capture(std::string_view name) const {
  const auto& names = program_->captures;
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

std::vector<Symbol> Pattern::labels() const {
  std::vector<Symbol> out;
  for (const Instruction& instruction : program_->instructions) {
    if (instruction.op == Op::label || instruction.op == Op::label_back) out.push_back(instruction.symbol);
  }
  const Checks& checks = program_->checks;
  for (const Check& check : checks.all) {
    if (check.kind != Check::Kind::inside) continue;
    out.insert(out.end(), checks.symbols.begin() + check.begin, checks.symbols.begin() + check.end);
  }
  for (const PathArgument& argument : program_->paths ? program_->paths->arguments : std::vector<PathArgument>()) {
    if (argument.shape == ast::Shape::stretch) out.push_back(argument.label);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::string Pattern::dump(const Interner& symbols) const { return pattern::dump(*program_, symbols); }

Matcher::Matcher() : memory_(std::make_unique<Memory>()) {}
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;
Matcher::~Matcher() = default;

std::uint64_t Matcher::starts() const { return memory_->starts; }

void Matcher::find_all(const Pattern& pattern, const nlp::AnnotatedDocument& document, const Layer& layer,
                       TokenRange window, std::vector<Match>& out) {
  const Program& program = *pattern.program_;
  memory_->rows.assign(program.checks, document, layer);
  WindowRun(program, document, layer, CheckView(memory_->rows), *memory_).find_all(window, out);
}

void Matcher::find_all(const Pattern& pattern, std::size_t number, Candidates& candidates, const Layer& layer,
                       std::span<const TokenRange> windows, std::vector<Match>& out) {
  candidates.update(layer);
  WindowRun run(*pattern.program_, *candidates.document_, layer, candidates.checks_of(number), *memory_);
  for (const TokenRange window : windows) {
    run.find_all(window, out);
  }
}

}  // namespace claimgraph::pattern
