#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/base/interner.h"
#include "claimgraph/base/span.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"

namespace claimgraph::pattern {

// What patterns may speak of, for checking them: unknown names are errors with the nearest known one.
struct Scheme {
  struct Definition {
    std::string text;
    SourcePos where;
  };
  std::map<std::string, std::vector<std::string>> labels;  // label to the names of its features
  std::map<std::string, Definition> definitions;           // named parts, used as $name
};

struct Program;
class Candidates;

// The most tokens of a sentence that tree patterns look at. What is longer is no sentence but a table or a list, and
// would take its square in time.
inline constexpr std::uint32_t kMostTreeTokens = 1000;

// A token pattern or a tree pattern, ready to run. doc/RULES.md has the language. Thread-safe but for require().
class Pattern {
 public:
  // Parses, checks and compiles `text`. `where` is the place of its first byte; findings count lines and columns from
  // there, every line starting in the column of the first, as the lines of a YAML block do. Nothing when there was an
  // error. Interns what the pattern names in `vocabulary`.
  static std::optional<Pattern> compile(std::string_view text, const SourcePos& where, const Scheme& scheme,
                                        Interner& vocabulary, Diagnostics& out);
  // Likewise for a tree pattern: a trigger and the paths that lead from it to its arguments. Its captures are those of
  // the trigger's pattern, the trigger and the arguments.
  static std::optional<Pattern> compile_tree(std::string_view text, const SourcePos& where, const Scheme& scheme,
                                             Interner& vocabulary, Diagnostics& out);
  // Adds a condition on what the captures of a match hold (`where` in doc/RULES.md): a match that does not meet it is
  // none. False when there was an error. Of several, all have to be met.
  bool require(std::string_view text, const SourcePos& where, const Scheme& scheme, Interner& vocabulary,
               Diagnostics& out);
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

  // Names of the captures; a Match holds them in this order.
  const std::vector<std::string>& captures() const;
  std::optional<std::size_t> capture(std::string_view name) const;
  // The labels that the pattern speaks of, each once, ascending.
  std::vector<Symbol> labels() const;
  // Whether a condition speaks of the capture with that number.
  bool is_required(std::size_t capture) const;
  // The compiled program: its filters, conditions and instructions, one a line. `symbols` is the vocabulary it was
  // compiled with, or a layer over it.
  std::string dump(const Interner& symbols) const;

 private:
  friend class Matcher;
  friend class Tracer;
  friend class Dispatch;
  explicit Pattern(std::unique_ptr<Program> program);
  std::unique_ptr<Program> program_;
};

// Checks a definition by itself: a path if it has a "<" or ">" outside of [ ], or uses one that has; else a pattern of
// tokens. False when there was an error.
bool check_definition(std::string_view text, const SourcePos& where, const Scheme& scheme, Interner& vocabulary,
                      Diagnostics& out);

struct Match {
  TokenRange tokens;
  std::vector<std::optional<TokenRange>> captures;  // as Pattern::captures(); of a repeated capture the last one

  friend bool operator==(const Match&, const Match&) = default;
};

// Runs patterns; keeps its working memory from one run to the next. Thread-compatible: one a thread.
class Matcher {
 public:
  Matcher();
  Matcher(Matcher&&) noexcept;
  Matcher& operator=(Matcher&&) noexcept;
  ~Matcher();

  // Appends to `out` the matches of `pattern` within `window`, leftmost first and apart from one another, alternatives
  // and quantifiers preferring as written, without those that do not meet its conditions. Nothing outside of the window
  // is seen, by lookarounds neither. Time and working memory are linear in the window times the program, for all
  // matches together. No match is empty. REQUIRES: the document's symbols are layered over the vocabulary that the
  // pattern was compiled with.
  void find_all(const Pattern& pattern, const nlp::AnnotatedDocument& document, const Layer& layer, TokenRange window,
                std::vector<Match>& out);

  // Likewise within each of `windows`, which are apart and ascending, of the document that `candidates` are of; the
  // pattern is the one with that number among theirs. Asks no token again what another pattern has asked.
  void find_all(const Pattern& pattern, std::size_t number, Candidates& candidates, const Layer& layer,
                std::span<const TokenRange> windows, std::vector<Match>& out);

  // At how many tokens it has tried to begin a match so far; what filters ruled out does not count.
  std::uint64_t starts() const;

  struct Memory;

 private:
  std::unique_ptr<Memory> memory_;
};

}  // namespace claimgraph::pattern
