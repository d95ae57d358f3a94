#include "query/search.h"

#include <algorithm>

namespace claimgraph::query {
namespace {

using store::FactNote;

class Finder {
 public:
  Finder(FactReader& reader, const FactFilter& filter, const FactSearch& search, Ends ends, const NoteVisit& visit)
      : reader_(reader), filter_(filter), search_(search), ends_(ends), visit_(visit) {}

  Status run() {
    const auto plan = plan_of(reader_.snapshot(), search_, filter_, ends_);
    if (!plan) return fail(plan.error());
    if (!plan->repeats && !plan->reads_facts && plan->also.empty()) return read_notes(*plan, visit_);
    auto status = read_notes(*plan, [&](const FactNote& note) -> Status {
      notes_.push_back(note);
      return {};
    });
    if (!status) return status;
    keep_each_once();
    for (const auto& places : plan->also) {
      if (notes_.empty()) return {};
      if (status = keep_those_in(places, plan->dates); !status) return status;
    }
    return plan->reads_facts ? read_facts(plan->checks_ends) : visit_all();
  }

 private:
  // Hands on the notes of the plan's places that may be wanted.
  Status read_notes(const Plan& plan, const NoteVisit& take) {
    Status status;
    for (const store::IndexPlace& place : plan.places) {
      const Status read = reader_.snapshot().notes(search_.kind, place, plan.dates, [&](const FactNote& note) {
        status = take_wanted(note, take);
        return status.has_value();
      });
      if (!read || !status) return read ? status : read;
    }
    return {};
  }

  Status take_wanted(const FactNote& note, const NoteVisit& take) {
    if (search_.position && note.position != search_.position) return {};
    const auto passes = reader_.passes(filter_, note);
    if (!passes) return fail(passes.error());
    return *passes ? take(note) : Status();
  }

  void keep_each_once() {
    std::sort(notes_.begin(), notes_.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    const auto same = [](const auto& a, const auto& b) { return a.id == b.id; };
    notes_.erase(std::unique(notes_.begin(), notes_.end(), same), notes_.end());
  }

  // REQUIRES: the notes are by id.
  Status keep_those_in(const std::vector<store::IndexPlace>& places, const store::Snapshot::Dates& dates) {
    std::vector<kg::FactId> there;
    for (const store::IndexPlace& place : places) {
      const Status read = reader_.snapshot().notes(search_.kind, place, dates, [&](const FactNote& note) {
        there.push_back(note.id);
        return true;
      });
      if (!read) return read;
    }
    std::sort(there.begin(), there.end());
    std::erase_if(notes_,
                  [&](const FactNote& note) { return !std::binary_search(there.begin(), there.end(), note.id); });
    return {};
  }

  Status visit_all() {
    for (const FactNote& note : notes_) {
      if (auto status = visit_(note); !status) return status;
    }
    return {};
  }

  bool says_it(const kg::ClaimFact& claim, bool checks_ends) const {
    if (checks_ends && !allows(search_.from, claim.source)) return false;
    const auto wanted = [&](kg::EntityId about) { return allows(search_.to, about); };
    const bool about = !checks_ends || !search_.to || std::any_of(claim.about.begin(), claim.about.end(), wanted);
    return about && search_.phrases.said_in(claim.content);
  }
  bool says_it(const kg::StanceFact& stance, bool) const {
    return allows(search_.according_to, stance.according_to) && search_.phrases.said_in(stance.evidence);
  }

  // Visits those of the notes whose facts are wanted. REQUIRES: they are by id, each once.
  Status read_facts(bool checks_ends) {
    std::vector<kg::FactId> ids;
    for (const FactNote& note : notes_) ids.push_back(note.id);
    auto note = notes_.begin();
    Status status;
    const auto look = [&](const auto& fact) {
      if (says_it(fact, checks_ends)) status = visit_(*note);
      ++note;
      return status.has_value();
    };
    const Status read = search_.kind == store::FactKind::claim ? reader_.snapshot().claims_of(ids, look)
                                                               : reader_.snapshot().stances_of(ids, look);
    return read ? status : read;
  }

  FactReader& reader_;
  const FactFilter& filter_;
  const FactSearch& search_;
  Ends ends_;
  const NoteVisit& visit_;
  std::vector<FactNote> notes_;
};

}  // namespace

Status each_found(FactReader& reader, const FactFilter& filter, const FactSearch& search, Ends ends,
                  const NoteVisit& visit) {
  return Finder(reader, filter, search, ends, visit).run();
}

}  // namespace claimgraph::query
