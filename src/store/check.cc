#include "store/check.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "claimgraph/kg/date.h"

namespace claimgraph::store {
namespace {

// Names are keys, and RocksDB holds whole keys in memory and in every index block.
constexpr std::size_t kMaxNameBytes = 4096;

// Looks at the parts of one extraction and keeps the first thing that is wrong.
class Checker {
 public:
  explicit Checker(const kg::Extraction& extraction) : extraction_(extraction) {}

  Status run() {
    if (extraction_.source.id.empty()) {
      return fail({.code = ErrorCode::invalid, .message = "cannot store a document without an id"});
    }
    if (const std::string& published = extraction_.source.published; !kg::parse_date(published)) {
      return fail({.code = ErrorCode::invalid,
                   .message = fmt::format("cannot store document '{}': it is published '{}', which is no date",
                                          extraction_.source.id, published),
                   .hint = "write a year, a month or a day: 2025, 2025-10 or 2025-10-24"});
    }
    number_ = 0;
    for (const kg::Entity& entity : extraction_.entities) check(entity);
    number_ = 0;
    for (const kg::Claim& claim : extraction_.claims) check(claim);
    number_ = 0;
    for (const kg::Stance& stance : extraction_.stances) check(stance);
    if (wrong_.message.empty()) return {};
    return fail(std::move(wrong_));
  }

 private:
  void check(const kg::Entity& entity) {
    begin("entity");
    check_name(entity.name);
    for (const std::string& alias : entity.aliases) check_name(alias);
    for (const kg::Mention& mention : entity.mentions) check_spans({mention.span});
  }
  void check(const kg::Claim& claim) {
    begin("claim");
    check_name(claim.rule);
    if (claim.source) check_entity(*claim.source);
    for (const kg::EntityIndex about : claim.about) check_entity(about);
    if (claim.within) check_claim(*claim.within);
    check_spans(claim.source_spans);
    check_spans(claim.cue_spans);
    check_spans(claim.content_spans);
    check_confidence(claim.confidence);
  }
  void check(const kg::Stance& stance) {
    begin("stance");
    check_name(stance.rule);
    if (stance.actor) check_entity(*stance.actor);
    check_entity(stance.target);
    if (stance.according_to) check_entity(*stance.according_to);
    if (stance.claim) check_claim(*stance.claim);
    check_spans(stance.evidence_spans);
    check_confidence(stance.confidence);
  }

  void begin(std::string_view kind) {
    kind_ = kind;
    ++number_;
  }
  void refuse(ErrorCode code, std::string_view what) {
    if (!wrong_.message.empty()) return;
    wrong_ = {.code = code,
              .message =
                  fmt::format("cannot store document '{}': its {} {} {}", extraction_.source.id, kind_, number_, what)};
  }

  void check_name(std::string_view name) {
    if (name.size() <= kMaxNameBytes) return;
    refuse(ErrorCode::limit, fmt::format("has a name of {} bytes, more than {}", name.size(), kMaxNameBytes));
  }
  void check_entity(kg::EntityIndex entity) {
    const std::size_t index = static_cast<std::size_t>(entity);
    if (index < extraction_.entities.size()) return;
    refuse(ErrorCode::invalid, fmt::format("names entity {} of {}", index + 1, extraction_.entities.size()));
  }
  void check_claim(kg::ClaimIndex claim) {
    const std::size_t index = static_cast<std::size_t>(claim);
    if (index < extraction_.claims.size()) return;
    refuse(ErrorCode::invalid, fmt::format("names claim {} of {}", index + 1, extraction_.claims.size()));
  }
  void check_spans(const std::vector<Span>& spans) {
    const std::size_t size = extraction_.source.text.size();
    for (const Span span : spans) {
      if (span.begin <= span.end && span.end <= size) continue;
      refuse(ErrorCode::invalid,
             fmt::format("has the span [{},{}), which is not inside the text of {} bytes", span.begin, span.end, size));
    }
  }
  void check_confidence(double confidence) {
    if (confidence >= 0 && confidence <= 1) return;
    refuse(ErrorCode::invalid, fmt::format("has the confidence {}, which is not from 0 to 1", confidence));
  }

  const kg::Extraction& extraction_;
  std::string_view kind_;
  std::size_t number_ = 0;
  Error wrong_;
};

}  // namespace

Status check_extraction(const kg::Extraction& extraction) { return Checker(extraction).run(); }

}  // namespace claimgraph::store
