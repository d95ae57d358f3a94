#include "claimgraph/pattern/pattern.h"

#include <algorithm>
#include <utility>

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
  for (const Check& check : program_->checks) {
    if (check.kind != Check::Kind::inside) continue;
    out.insert(out.end(), program_->symbols.begin() + check.begin, program_->symbols.begin() + check.end);
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
  for (const Filter& filter : program.required) {
    if (next_passing(filter, document, layer, window) == window.end) return;
  }
  const auto before = static_cast<std::ptrdiff_t>(out.size());
  if (!program.paths) {
    Run(program, document, layer, window, *memory_).find_all(out);
  } else if (!document.deprels.empty()) {
    TreeMemory& trees = memory_->trees;
    trees.triggers.clear();
    Run(program, document, layer, window, *memory_).find_all(trees.triggers);
    if (trees.triggers.empty()) return;
    TreeRun(program, document, layer, window, trees, memory_->regexes).complete_all(out);
  }
  if (program.where == Requirement::kHolds || out.begin() + before == out.end()) return;
  WhereRun where(program, document, layer, memory_->regexes);
  out.erase(std::remove_if(out.begin() + before, out.end(), [&](const Match& match) { return !where.holds(match); }),
            out.end());
}

}  // namespace claimgraph::pattern
