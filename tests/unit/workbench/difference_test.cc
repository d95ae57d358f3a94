#include "claimgraph/workbench/difference.h"

#include <string>

#include <doctest/doctest.h>

namespace claimgraph::workbench {
namespace {

constexpr const char* kText = "Ada said it fell. Bo denied it. Cy backs Ada.";

Span words(const std::string& text) {
  const auto at = static_cast<std::uint32_t>(std::string(kText).find(text));
  return {at, at + static_cast<std::uint32_t>(text.size())};
}

kg::Extraction empty() {
  kg::Extraction out;
  out.source.id = "a1";
  out.source.text = kText;
  for (const char* name : {"Ada", "Bo", "Cy"}) out.entities.push_back({.name = name, .type = kg::EntityType::person});
  return out;
}

kg::Claim claim(std::uint32_t source, const std::string& cue, const std::string& content) {
  return {.source = static_cast<kg::EntityIndex>(source),
          .cue_spans = {words(cue)},
          .content_spans = {words(content)},
          .rule = "r",
          .confidence = 0.5};
}

kg::Stance stance(std::uint32_t actor, kg::Position position, std::uint32_t target, const std::string& evidence) {
  return {.actor = static_cast<kg::EntityIndex>(actor),
          .position = position,
          .target = static_cast<kg::EntityIndex>(target),
          .evidence_spans = {words(evidence)},
          .rule = "r",
          .confidence = 0.5};
}

std::string shown(const Difference& difference) {
  std::string out;
  for (const auto& change : difference.changes) {
    out += std::string(name_of(change.kind)) + " " + std::string(name_of(change.fact)) + " " + change.now + " | " +
           change.sentence + "\n";
    for (const auto& detail : change.details) out += "  " + detail + "\n";
  }
  for (const auto& counts : difference.count) {
    for (const auto count : counts) out += std::to_string(count) + " ";
  }
  return out;
}

TEST_CASE("compare: a rule's name is no difference") {
  kg::Extraction old = empty();
  old.claims.push_back(claim(0, "said", "it fell"));
  kg::Extraction now = old;
  now.claims[0].rule = "another";
  CHECK(shown(compare(old, now)) == "0 0 0 1 0 0 0 0 ");
}

TEST_CASE("compare: claims are known by their cue, and the most alike are paired") {
  kg::Extraction old = empty(), now = empty();
  old.claims = {claim(0, "said", "it fell"), claim(1, "denied", "it.")};
  now.claims = {claim(1, "said", "it fell"), claim(0, "said", "it fell"), claim(2, "backs", "Ada.")};
  now.claims[0].certainty = kg::Certainty::possible;
  CHECK(shown(compare(old, now)) ==
        "added claim Bo — said — it fell | Ada said it fell.\n"
        "lost claim Bo — denied — it. | Bo denied it.\n"
        "added claim Cy — backs — Ada. | Cy backs Ada.\n"
        "2 1 0 1 0 0 0 0 ");
}

TEST_CASE("compare: what has changed in a claim or stance is named") {
  kg::Extraction old = empty(), now = empty();
  old.claims = {claim(0, "said", "it fell")};
  now.claims = {claim(0, "said", "it fell")};
  now.claims[0].source.reset();
  now.claims[0].certainty = kg::Certainty::possible;
  old.stances = {stance(2, kg::Position::support, 0, "Cy backs Ada")};
  now.stances = {stance(2, kg::Position::oppose, 0, "backs Ada")};
  CHECK(shown(compare(old, now)) ==
        "changed claim (nobody named) — said — it fell | Ada said it fell.\n"
        "  source: Ada -> (nobody named)\n"
        "  certainty: certain -> possible\n"
        "changed stance Cy — oppose — Ada | Cy backs Ada.\n"
        "  position: support -> oppose\n"
        "  evidence: Cy backs Ada -> backs Ada\n"
        "0 0 1 0 0 0 1 0 ");
}

TEST_CASE("Difference::add: changes and counts of several documents") {
  kg::Extraction old = empty(), now = empty();
  now.claims = {claim(0, "said", "it fell")};
  Difference both = compare(old, now);
  both.add(compare(now, old));
  CHECK(shown(both) ==
        "added claim Ada — said — it fell | Ada said it fell.\nlost claim Ada — said — it fell | Ada said it fell.\n"
        "1 1 0 0 0 0 0 0 ");
}

}  // namespace
}  // namespace claimgraph::workbench
