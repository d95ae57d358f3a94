#include "claimgraph/workbench/hits.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <tuple>

#include "claimgraph/extract/trial.h"
#include "workbench/wording.h"

namespace claimgraph::workbench {
namespace {

std::size_t begin_of_context(std::string_view text, std::size_t least, std::size_t at, std::size_t context) {
  if (at - least <= context) return least;
  const std::size_t space = text.find(' ', at - context);
  return space < at ? space : at;
}

std::size_t end_of_context(std::string_view text, std::size_t most, std::size_t at, std::size_t context) {
  if (most - at <= context) return most;
  const std::size_t space = text.rfind(' ', at + context);
  return space != std::string_view::npos && space > at ? space : at;
}

TokenRange paragraph_of(const nlp::AnnotatedDocument& document, std::uint32_t token) {
  for (const TokenRange paragraph : document.paragraphs) {
    if (paragraph.contains(token)) return paragraph;
  }
  return {token, token + 1};
}

// The words of a match with its captures in brackets.
class Marking {
 public:
  Marking(const nlp::AnnotatedDocument& document, const rules::Rule& rule, const pattern::Match& match)
      : document_(document) {
    for (std::size_t i = 0; i < match.captures.size(); ++i) {
      if (match.captures[i] && !match.captures[i]->empty())
        captures_.push_back({*match.captures[i], &rule.pattern.captures()[i]});
    }
    // The outer before the inner.
    std::stable_sort(captures_.begin(), captures_.end(), [](const auto& a, const auto& b) {
      return std::pair(a.tokens.begin, ~a.tokens.end) < std::pair(b.tokens.begin, ~b.tokens.end);
    });
  }

  std::string of(TokenRange tokens) const {
    std::string out;
    for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
      const bool spaced = token > tokens.begin && document_.spans[token].begin > document_.spans[token - 1].end;
      if (spaced) out += " ";
      for (const auto& capture : captures_) {
        if (capture.tokens.begin == token) out += "[" + *capture.name + " ";
      }
      out += document_.text({token, token + 1});
      for (const auto& capture : captures_) out += capture.tokens.end == token + 1 ? "]" : "";
    }
    return out;
  }

 private:
  struct Capture {
    TokenRange tokens;
    const std::string* name;
  };

  const nlp::AnnotatedDocument& document_;
  std::vector<Capture> captures_;
};

}  // namespace

Result<rules::Rule> make_rule(rules::RuleSet& rules, std::string_view pattern, const PatternOptions& options,
                              Diagnostics& out) {
  Interner vocabulary(rules.vocabulary);
  const SourcePos where{.file = "pattern", .line = 1, .column = 1};
  Diagnostics findings;
  auto compiled = options.tree ? pattern::Pattern::compile_tree(pattern, where, rules.scheme, vocabulary, findings)
                               : pattern::Pattern::compile(pattern, where, rules.scheme, vocabulary, findings);
  out.append(findings);
  if (!compiled) {
    return fail({.code = ErrorCode::parse,
                 .message = "the pattern cannot be used",
                 .hint = options.tree ? "doc/RULES.md has the language, under 'Tree patterns'"
                                      : "doc/RULES.md has the language; --tree takes a tree pattern"});
  }
  rules.vocabulary = std::make_shared<const Interner>(std::move(vocabulary));
  return rules::Rule{.name = "pattern",
                     .where = where,
                     .emits = rules::Emits::stance,  // so that it sees all labels, those of claims too
                     .scope = options.scope,
                     .fields = {},
                     .pattern = std::move(*compiled),
                     .text = std::string(pattern),
                     .tree = options.tree,
                     .examples = {}};
}

std::vector<Hit> find_hits(const rules::RuleSet& rules, const extract::AttributionModel* model, const rules::Rule& rule,
                           nlp::AnnotatedDocument document, std::size_t context) {
  const extract::Trial trial(rules, std::move(document), {.model = model});
  const auto& read = trial.document();
  const std::string_view text = read.document.text;
  std::vector<Hit> out;
  for (const auto& match : trial.matches(rule)) {
    const Span span = read.bytes(match.tokens);
    const Span paragraph = read.bytes(paragraph_of(read, match.tokens.begin));
    const std::size_t begin = begin_of_context(text, paragraph.begin, span.begin, context);
    const std::size_t end = end_of_context(text, std::max(paragraph.end, span.end), span.end, context);
    Hit hit{.document = read.document.id,
            .span = span,
            .before = in_a_line(text.substr(begin, span.begin - begin)),
            .text = words(read, match.tokens),
            .after = in_a_line(text.substr(span.end, end - span.end)),
            .marked = Marking(read, rule, match).of(match.tokens)};
    for (std::size_t i = 0; i < match.captures.size(); ++i) {
      if (!match.captures[i]) continue;
      hit.captures.push_back({.name = rule.pattern.captures()[i], .text = words(read, *match.captures[i])});
    }
    out.push_back(std::move(hit));
  }
  return out;
}

}  // namespace claimgraph::workbench
