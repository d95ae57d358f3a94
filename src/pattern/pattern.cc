#include "claimgraph/pattern/pattern.h"

#include <algorithm>
#include <utility>

#include "pattern/checker.h"
#include "pattern/parser.h"
#include "pattern/program.h"
#include "pattern/run.h"
#include "pattern/tree_parser.h"
#include "pattern/tree_run.h"

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
  return Pattern(std::make_unique<const Program>(std::move(*program)));
}

std::optional<Pattern> Pattern::compile_tree(std::string_view text, const SourcePos& where, const Scheme& scheme,
                                             Interner& vocabulary, Diagnostics& out) {
  const SourceView source{.text = text, .where = where};
  const auto parsed = parse_tree(source, out);
  if (!parsed) return std::nullopt;
  const auto trigger = check(source, parsed->pattern, scheme, vocabulary, out);
  auto program = trigger ? translate(source, *trigger, out) : std::nullopt;
  // What is wrong with the paths is told even so.
  Program lost;
  const bool good = add_paths(source, *parsed, scheme, vocabulary, program ? *program : lost, out);
  if (!program || !good) return std::nullopt;
  return Pattern(std::make_unique<const Program>(std::move(*program)));
}

Pattern::Pattern(std::unique_ptr<const Program> program) : program_(std::move(program)) {}
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

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
  if (!program.paths) return Run(program, document, layer, window, *memory_).find_all(out);
  if (document.deprels.empty()) return;
  TreeMemory& trees = memory_->trees;
  trees.triggers.clear();
  Run(program, document, layer, window, *memory_).find_all(trees.triggers);
  if (trees.triggers.empty()) return;
  TreeRun(program, document, layer, window, trees, memory_->regexes).complete_all(out);
}

}  // namespace claimgraph::pattern
