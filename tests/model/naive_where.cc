#include "model/naive_where.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "model/hand_document.h"
#include "model/naive_matcher.h"

namespace claimgraph::model {
namespace {

namespace ast = pattern::ast;

using Tokens = std::set<std::uint32_t>;

bool is_ordered(double left, ast::Comparison comparison, double right) {
  const std::string spelled(spelling(comparison));
  const bool equal = left == right;
  if (spelled == "=") return equal;
  if (spelled == "!=") return !equal;
  if (spelled.back() == '=' && equal) return true;
  return spelled.front() == '<' ? left < right : left > right;
}

class Judge {
 public:
  Judge(const std::map<std::string, TokenRange>& captures, const nlp::AnnotatedDocument& document,
        const pattern::Layer& layer)
      : captures_(captures), document_(document), layer_(layer) {}

  bool holds(const ast::Where& where) const {
    return std::visit([&](const auto& form) { return holds(form); }, where.form);
  }

 private:
  Tokens tokens(const ast::Name& capture) const {
    Tokens out;
    const auto found = captures_.find(capture.text);
    if (found == captures_.end()) return out;
    for (std::uint32_t token = found->second.begin; token < found->second.end; ++token) out.insert(token);
    return out;
  }

  bool holds(const ast::WhereNot& negation) const { return !holds(*negation.part); }
  bool holds(const ast::WhereAll& all) const {
    return std::all_of(all.parts.begin(), all.parts.end(), [&](const auto& part) { return holds(part); });
  }
  bool holds(const ast::WhereAny& any) const {
    return std::any_of(any.parts.begin(), any.parts.end(), [&](const auto& part) { return holds(part); });
  }
  bool holds(const ast::Present& present) const { return !tokens(present.capture).empty(); }
  bool holds(const ast::Tested& tested) const {
    const Tokens all = tokens(tested.capture);
    return !all.empty() && naive_holds(tested.test, document_, layer_, head(all));
  }
  bool holds(const ast::Ordered& ordered) const {
    const Tokens left = tokens(ordered.left), right = tokens(ordered.right);
    if (left.empty() || right.empty()) return false;
    if (ordered.order == ast::Order::before) return *left.rbegin() < *right.begin();
    if (ordered.order == ast::Order::after) return *right.rbegin() < *left.begin();
    const auto shared = std::count_if(left.begin(), left.end(), [&](std::uint32_t t) { return right.contains(t); });
    return ordered.order == ast::Order::overlaps ? shared > 0 : shared == std::ptrdiff_t(left.size());
  }
  bool holds(const ast::Related& related) const {
    const Tokens left = tokens(related.left), right = tokens(related.right);
    if (left.empty() || right.empty()) return false;
    switch (related.relation) {
      case ast::Relation::agree: return agree(left, right);
      case ast::Relation::same_sentence: return in_one(document_.sentences, left, right);
      case ast::Relation::same_paragraph: return in_one(document_.paragraphs, left, right);
      case ast::Relation::same_quotation: return in_one(document_.quotations, left, right);
      case ast::Relation::same_words: break;
    }
    const auto norms = [&](const Tokens& all) {
      std::string out;
      for (const std::uint32_t token : all) out += std::string(document_.norm(token)) + " ";
      return out;
    };
    return norms(left) == norms(right);
  }
  bool holds(const ast::Measured& measured) const {
    const Tokens left = tokens(measured.captures.front()), right = tokens(measured.captures.back());
    const double number = std::stod(measured.number.text);
    if (left.empty() || right.empty()) return measured.comparison == ast::Comparison::unequal;
    if (measured.measure == ast::Measure::tokens) return is_ordered(double(left.size()), measured.comparison, number);
    std::uint32_t between = ~std::uint32_t{0};
    for (const std::uint32_t a : left) {
      for (const std::uint32_t b : right) between = std::min(between, a == b ? 0 : std::max(a, b) - std::min(a, b) - 1);
    }
    return is_ordered(between, measured.comparison, number);
  }
  bool holds(const ast::Compared& compared) const {
    const std::string left = value(compared.left), right = value(compared.right);
    if (compared.comparison == ast::Comparison::unequal) return left.empty() || left != right;
    if (left.empty() || right.empty()) return false;
    if (compared.comparison == ast::Comparison::equal) return left == right;
    const bool numbers = (left + right).find_first_not_of("0123456789") == std::string::npos;
    return numbers && is_ordered(std::stod(left), compared.comparison, std::stod(right));
  }

  static bool in_one(const std::vector<TokenRange>& ranges, const Tokens& left, const Tokens& right) {
    return std::any_of(ranges.begin(), ranges.end(), [&](TokenRange range) {
      const auto inside = [&](std::uint32_t token) { return range.contains(token); };
      return std::all_of(left.begin(), left.end(), inside) && std::all_of(right.begin(), right.end(), inside);
    });
  }

  std::uint32_t head(const Tokens& all) const {
    for (const std::uint32_t token : all) {
      const bool parsed = !document_.heads.empty();
      if (parsed && (document_.heads[token] == token || !all.contains(document_.heads[token]))) return token;
    }
    return *all.rbegin();
  }

  std::string feats(const std::string& name, std::uint32_t token) const {
    if (document_.feats.empty()) return "";
    for (const auto feature : split(document_.symbols.text(document_.feats[token]), '|')) {
      if (feature.starts_with(name + "=")) return std::string(feature.substr(name.size() + 1));
    }
    return "";
  }

  std::string label_feature(const std::string& name, const Tokens& all) const {
    std::string best;
    TokenRange of;
    for (std::uint32_t i = 0; i < layer_.size(); ++i) {
      const TokenRange range = layer_[i].tokens;
      if (!all.contains(range.begin) || !all.contains(range.end - 1)) continue;
      for (const auto& feature : layer_.features(layer_[i])) {
        if (document_.symbols.text(feature.name) != name) continue;
        const bool first =
            best.empty() || range.size() > of.size() || (range.size() == of.size() && range.begin < of.begin);
        if (!first) continue;
        best = document_.symbols.text(feature.value);
        of = range;
      }
    }
    return best;
  }

  std::string value(const ast::Reference& reference) const {
    const Tokens all = tokens(reference.capture);
    if (all.empty()) return "";
    const std::string& field = reference.field.text;
    if (field == "feats") return feats(reference.feature, head(all));
    if (field == "norm") return std::string(document_.norm(head(all)));
    if (field == "lemma") return std::string(document_.lemma(head(all)));
    if (field == "upos") return std::string(document_.pos(head(all)));
    return label_feature(field, all);
  }

  bool agree(const Tokens& left, const Tokens& right) const {
    const auto known = [&](const Tokens& all, const char* label, const char* feature) {
      static const std::map<std::string, std::string> kUniversal = {
          {"plural", "Plur"}, {"singular", "Sing"}, {"male", "Masc"}, {"female", "Fem"}};
      const std::string labelled = label_feature(label, all);
      if (labelled.empty()) return feats(feature, head(all));
      return kUniversal.contains(labelled) ? kUniversal.at(labelled) : labelled;
    };
    for (const auto& [label, feature] : {std::pair("number", "Number"), std::pair("gender", "Gender")}) {
      const std::string a = known(left, label, feature), b = known(right, label, feature);
      if (!a.empty() && !b.empty() && a != b) return false;
    }
    return true;
  }

  const std::map<std::string, TokenRange>& captures_;
  const nlp::AnnotatedDocument& document_;
  const pattern::Layer& layer_;
};

}  // namespace

bool naive_where(const ast::Where& where, const std::map<std::string, TokenRange>& captures,
                 const nlp::AnnotatedDocument& document, const pattern::Layer& layer) {
  return Judge(captures, document, layer).holds(where);
}

}  // namespace claimgraph::model
