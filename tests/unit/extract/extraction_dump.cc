#include "extraction_dump.h"

#include <optional>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace claimgraph::extract {
namespace {

class Printer {
 public:
  explicit Printer(const kg::Extraction& extraction) : all_(extraction) {}

  std::string run() {
    for (const auto& entity : all_.entities) print(entity);
    for (std::size_t i = 0; i < all_.claims.size(); ++i) print(all_.claims[i], i + 1);
    for (const auto& stance : all_.stances) print(stance);
    return std::move(out_);
  }

 private:
  void print(const kg::Entity& entity) {
    out_ += fmt::format("{} '{}':", kg::spell(entity.type), entity.name);
    for (const auto& mention : entity.mentions) {
      out_ += fmt::format(" {}@{}", words({mention.span}), mention.span.begin);
    }
    for (std::size_t i = 0; i < entity.aliases.size(); ++i) {
      out_ += fmt::format("{}'{}'", i == 0 ? "; also " : ", ", entity.aliases[i]);
    }
    out_ += "\n";
  }

  void print(const kg::Claim& claim, std::size_t number) {
    out_ += fmt::format("claim {}", number);
    if (claim.within) out_ += fmt::format(" within {}", static_cast<std::size_t>(*claim.within) + 1);
    out_ += fmt::format(": {} {} {} {}: {}; about", name(claim.source), words(claim.source_spans),
                        words(claim.cue_spans), words(claim.content_spans), kg::spell(claim.form));
    for (const auto about : claim.about) out_ += fmt::format(" '{}'", name(about));
    out_ += fmt::format("; {} {}; {} {}\n", kg::spell(claim.polarity), kg::spell(claim.certainty), claim.rule,
                        claim.confidence);
  }

  void print(const kg::Stance& stance) {
    out_ += fmt::format("stance: {} {} {}, according to {}", name(stance.actor), kg::spell(stance.position),
                        name(stance.target), name(stance.according_to));
    if (stance.claim) out_ += fmt::format(" in claim {}", static_cast<std::size_t>(*stance.claim) + 1);
    out_ += fmt::format(": {}; {} {}\n", words(stance.evidence_spans), stance.rule, stance.confidence);
  }

  std::string name(std::optional<kg::EntityIndex> entity) const {
    return entity ? all_.entities[static_cast<std::size_t>(*entity)].name : "nobody";
  }

  std::string words(const std::vector<Span>& spans) const {
    std::string out;
    for (const Span span : spans) {
      out += fmt::format("[{}]", std::string_view(all_.source.text).substr(span.begin, span.size()));
    }
    for (char& c : out) {
      if (c == '\n') c = ' ';
    }
    return out.empty() ? "-" : out;
  }

  const kg::Extraction& all_;
  std::string out_;
};

}  // namespace

std::string readable(const kg::Extraction& extraction) { return Printer(extraction).run(); }

}  // namespace claimgraph::extract
