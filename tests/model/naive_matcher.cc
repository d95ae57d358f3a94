#include "model/naive_matcher.h"

#include <algorithm>
#include <functional>
#include <string_view>

#include <re2/re2.h>

#include "claimgraph/nlp/lexicon.h"

namespace claimgraph::model {
namespace {

namespace ast = pattern::ast;

using Captures = std::map<std::string, TokenRange>;
// Goes on from a position; false: try another way.
using Then = std::function<bool(std::uint32_t, const Captures&)>;

struct TooLong {};

bool is_equal(const ast::Literal& literal, std::string_view text, bool lower) {
  if (literal.kind == ast::Literal::Kind::regex || literal.kind == ast::Literal::Kind::regex_i) {
    RE2::Options options;
    options.set_case_sensitive(literal.kind == ast::Literal::Kind::regex);
    return RE2::FullMatch({text.data(), text.size()}, RE2("(?:" + literal.text + ")", options));
  }
  return text == (lower ? nlp::norm_of(literal.text) : literal.text);
}

bool is_one_of(const ast::Test& test, std::string_view text, bool lower) {
  return std::any_of(test.values.begin(), test.values.end(),
                     [&](const ast::Literal& literal) { return is_equal(literal, text, lower); });
}

bool is_number(std::string_view text) { return RE2::FullMatch({text.data(), text.size()}, "-?[0-9]+(\\.[0-9]+)?"); }

double number(std::string_view text) { return std::stod(std::string(text)); }

bool is_ordered(const ast::Test& test, double value) {
  const double than = number(test.values.front().text);
  switch (*test.comparison) {
    case ast::Comparison::less: return value < than;
    case ast::Comparison::at_most: return value <= than;
    case ast::Comparison::more: return value > than;
    case ast::Comparison::at_least: return value >= than;
    default: return value == than;
  }
}

// Judges tests.
class Judge {
 public:
  Judge(const nlp::AnnotatedDocument& document, const pattern::Layer& layer) : document_(document), layer_(layer) {}

  bool token_is(const ast::Expr& expr, std::uint32_t token) const {
    if (const auto* negation = std::get_if<ast::Not>(&expr.form)) return !token_is(*negation->part, token);
    const auto is = [&](const ast::Expr& part) { return token_is(part, token); };
    if (const auto* all = std::get_if<ast::All>(&expr.form))
      return std::all_of(all->parts.begin(), all->parts.end(), is);
    if (const auto* any = std::get_if<ast::Any>(&expr.form))
      return std::any_of(any->parts.begin(), any->parts.end(), is);
    return token_is(std::get<ast::Test>(expr.form), token);
  }

  bool stretch_is(const ast::Expr& expr, const pattern::Labelled& stretch) const {
    if (const auto* negation = std::get_if<ast::Not>(&expr.form)) return !stretch_is(*negation->part, stretch);
    const auto is = [&](const ast::Expr& part) { return stretch_is(part, stretch); };
    if (const auto* all = std::get_if<ast::All>(&expr.form))
      return std::all_of(all->parts.begin(), all->parts.end(), is);
    if (const auto* any = std::get_if<ast::Any>(&expr.form))
      return std::any_of(any->parts.begin(), any->parts.end(), is);
    const auto& test = std::get<ast::Test>(expr.form);
    return feature_is(test, test.name.text, stretch);
  }

 private:
  std::string_view text(Symbol symbol) const { return document_.symbols.text(symbol); }

  bool token_is(const ast::Test& test, std::uint32_t token) const {
    const std::string& name = test.name.text;
    if (test.feature) {
      return is_inside(token, [&](const pattern::Labelled& stretch) {
        return text(stretch.label) == name && feature_is(test, test.feature->text, stretch);
      });
    }
    const auto holds = [&] {
      if (name == "quoted") {
        return std::any_of(document_.quotations.begin(), document_.quotations.end(),
                           [&](TokenRange range) { return range.contains(token); });
      }
      if (name == "in") {
        return is_inside(token, [&](const pattern::Labelled& stretch) {
          return is_one_of(test, text(stretch.label), false) && (!test.features || stretch_is(*test.features, stretch));
        });
      }
      if (name == "len") {
        const std::string_view word = document_.word(token);
        std::size_t characters = 0;
        for (const char c : word) characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
        return is_ordered(test, double(characters));
      }
      if (name == "word") return is_one_of(test, document_.word(token), false);
      if (name == "norm") return is_one_of(test, document_.norm(token), true);
      if (name == "lemma") return is_one_of(test, document_.lemma(token), true);
      if (name == "shape") return is_one_of(test, document_.shape(token), false);
      return is_one_of(test, document_.pos(token), false);
    };
    return holds() != (test.comparison == ast::Comparison::unequal);
  }

  template <typename Is>
  bool is_inside(std::uint32_t token, Is is) const {
    for (std::uint32_t i = 0; i < layer_.size(); ++i) {
      if (layer_[i].tokens.contains(token) && is(layer_[i])) return true;
    }
    return false;
  }

  bool feature_is(const ast::Test& test, const std::string& name, const pattern::Labelled& stretch) const {
    for (const auto& feature : layer_.features(stretch)) {
      if (text(feature.name) != name) continue;
      if (!test.comparison) return true;
      if (is_order(*test.comparison))
        return is_number(text(feature.value)) && is_ordered(test, number(text(feature.value)));
      return is_one_of(test, text(feature.value), false) == (test.comparison == ast::Comparison::equal);
    }
    return test.comparison == ast::Comparison::unequal;
  }

  const nlp::AnnotatedDocument& document_;
  const pattern::Layer& layer_;
};

class Naive {
 public:
  Naive(const std::map<std::string, ast::Node>& definitions, const nlp::AnnotatedDocument& document,
        const pattern::Layer& layer, TokenRange window, std::size_t most_steps)
      : definitions_(definitions), document_(document), layer_(layer), window_(window), steps_left_(most_steps) {}

  std::vector<NaiveMatch> run(const ast::Node& pattern) {
    std::vector<NaiveMatch> out;
    for (std::uint32_t start = window_.begin; start < window_.end;) {
      NaiveMatch match;
      const bool found = go(pattern, start, {}, [&](std::uint32_t end, const Captures& captures) {
        match = {.tokens = {start, end}, .captures = captures};
        return true;
      });
      if (found) out.push_back(match);
      start = found ? match.tokens.end : start + 1;
    }
    return out;
  }

 private:
  bool go(const ast::Node& node, std::uint32_t at, const Captures& captures, const Then& then) {
    if (steps_left_-- == 0) throw TooLong{};
    return std::visit([&](const auto& form) { return go(form, at, captures, then); }, node.form);
  }

  bool go(const ast::TokenStep& step, std::uint32_t at, const Captures& captures, const Then& then) {
    return at < window_.end && (!step.test || naive_holds(*step.test, document_, layer_, at)) && then(at + 1, captures);
  }
  bool go(const ast::WordStep& step, std::uint32_t at, const Captures& captures, const Then& then) {
    return at < window_.end && is_equal(step.literal, document_.norm(at), true) && then(at + 1, captures);
  }
  bool go(const ast::LabelStep& step, std::uint32_t at, const Captures& captures, const Then& then) {
    for (std::uint32_t end = window_.end; end > at; --end) {
      for (std::uint32_t i = 0; i < layer_.size(); ++i) {
        const bool here = layer_[i].tokens == TokenRange{at, end} && text(layer_[i].label) == step.label.text;
        if (!here || (step.features && !naive_holds(*step.features, document_, layer_, layer_[i]))) continue;
        if (then(end, captures)) return true;
      }
    }
    return false;
  }
  bool go(const ast::Sequence& sequence, std::uint32_t at, const Captures& captures, const Then& then) {
    return go_from(sequence, 0, at, captures, then);
  }
  bool go_from(const ast::Sequence& sequence, std::size_t i, std::uint32_t at, const Captures& captures,
               const Then& then) {
    if (i == sequence.parts.size()) return then(at, captures);
    return go(sequence.parts[i], at, captures,
              [&, i](std::uint32_t to, const Captures& now) { return go_from(sequence, i + 1, to, now, then); });
  }
  bool go(const ast::Alternatives& alternatives, std::uint32_t at, const Captures& captures, const Then& then) {
    return std::any_of(alternatives.parts.begin(), alternatives.parts.end(),
                       [&](const ast::Node& part) { return go(part, at, captures, then); });
  }
  bool go(const ast::Repeat& repeat, std::uint32_t at, const Captures& captures, const Then& then) {
    return go_on(repeat, 0, at, captures, then);
  }
  bool go_on(const ast::Repeat& repeat, std::uint32_t done, std::uint32_t at, const Captures& captures,
             const Then& then) {
    const auto once_more = [&, done] {
      return go(*repeat.body, at, captures,
                [&, done](std::uint32_t to, const Captures& now) { return go_on(repeat, done + 1, to, now, then); });
    };
    if (done < repeat.min) return once_more();
    const bool may = !repeat.max || done < *repeat.max;
    if (repeat.lazy) return then(at, captures) || (may && once_more());
    return (may && once_more()) || then(at, captures);
  }
  bool go(const ast::Capture& capture, std::uint32_t at, const Captures& captures, const Then& then) {
    return go(*capture.body, at, captures, [&](std::uint32_t to, const Captures& now) {
      Captures with = now;
      with[capture.name.text] = {at, to};
      return then(to, with);
    });
  }
  bool go(const ast::Look& look, std::uint32_t at, const Captures& captures, const Then& then) {
    bool holds = false;
    if (look.ahead) {
      holds = go(*look.body, at, {}, [](std::uint32_t, const Captures&) { return true; });
    } else {
      for (std::uint32_t begin = window_.begin; begin <= at && !holds; ++begin) {
        holds = go(*look.body, begin, {}, [at](std::uint32_t end, const Captures&) { return end == at; });
      }
    }
    return holds != look.negated && then(at, captures);
  }
  bool go(const ast::Anchor& anchor, std::uint32_t at, const Captures& captures, const Then& then) {
    using Kind = ast::Anchor::Kind;
    const bool sentence = anchor.kind == Kind::sentence_begin || anchor.kind == Kind::sentence_end;
    const bool begin = anchor.kind == Kind::sentence_begin || anchor.kind == Kind::paragraph_begin;
    for (const TokenRange range : sentence ? document_.sentences : document_.paragraphs) {
      if ((begin ? range.begin : range.end) == at) return then(at, captures);
    }
    return false;
  }
  bool go(const ast::Use& use, std::uint32_t at, const Captures& captures, const Then& then) {
    return go(definitions_.at(use.name.text), at, captures, then);
  }

  std::string_view text(Symbol symbol) const { return document_.symbols.text(symbol); }

  const std::map<std::string, ast::Node>& definitions_;
  const nlp::AnnotatedDocument& document_;
  const pattern::Layer& layer_;
  TokenRange window_;
  std::size_t steps_left_;
};

}  // namespace

bool naive_holds(const ast::Expr& test, const nlp::AnnotatedDocument& document, const pattern::Layer& layer,
                 std::uint32_t token) {
  return Judge(document, layer).token_is(test, token);
}

bool naive_holds(const ast::Expr& features, const nlp::AnnotatedDocument& document, const pattern::Layer& layer,
                 const pattern::Labelled& stretch) {
  return Judge(document, layer).stretch_is(features, stretch);
}

std::optional<std::vector<NaiveMatch>> naive_find_all(const ast::Node& pattern,
                                                      const std::map<std::string, ast::Node>& definitions,
                                                      const nlp::AnnotatedDocument& document,
                                                      const pattern::Layer& layer, TokenRange window,
                                                      std::size_t most_steps) {
  try {
    return Naive(definitions, document, layer, window, most_steps).run(pattern);
  } catch (const TooLong&) {
    return std::nullopt;
  }
}

}  // namespace claimgraph::model
