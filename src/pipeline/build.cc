#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>
#include <tbb/enumerable_thread_specific.h>
#include <xxhash.h>

#include "claimgraph/extract/extractor.h"
#include "claimgraph/pipeline/run.h"
#include "pipeline/ordered_run.h"

namespace claimgraph::pipeline {
namespace {

// A document on its way into the store: as it was read when the store holds it already, else what was read out of it.
struct Made {
  std::string id;
  std::string fingerprint;
  std::variant<text::Document, kg::Extraction> content;
};

// Faults of one document, not of the store.
bool is_of_document(const Error& error) { return error.code == ErrorCode::invalid || error.code == ErrorCode::limit; }

Result<std::uint64_t> remove_others(const std::set<std::string>& kept, store::Store& store) {
  std::vector<std::string> gone;
  const auto snapshot = store.snapshot();
  const Status read = snapshot.documents([&](const store::DocumentFact& document) {
    if (!kept.contains(document.name)) gone.push_back(document.name);
    return true;
  });
  if (!read) return fail(read.error());
  for (const std::string& id : gone) {
    if (const auto removed = store.remove(id); !removed) return fail(removed.error());
  }
  return gone.size();
}

}  // namespace

std::string fingerprint_of(const text::Document& document, const Resources& resources) {
  std::string fields;
  const auto add = [&](std::string_view field) {
    fields.append(field);
    fields.push_back('\0');
  };
  for (const std::string* field :
       {&resources.fingerprint, &document.id, &document.uri, &document.title, &document.publisher, &document.author,
        &document.published, &document.language, &document.text}) {
    add(*field);
  }
  for (const auto& mention : document.mentions) {
    add(fmt::format("{}:{}:{}:{}", mention.span.begin, mention.span.end, mention.type, mention.name));
  }
  for (const auto& [name, value] : document.metadata) {
    add(name);
    add(value);
  }
  const XXH128_hash_t hash = XXH3_128bits(fields.data(), fields.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

Result<Counts> build(const Resources& resources, const std::vector<std::string>& inputs, const BuildOptions& options,
                     const Listener& listener, store::Store& store) {
  tbb::enumerable_thread_specific<claimgraph::extract::Extractor> extractors(
      [&] { return claimgraph::extract::Extractor(*resources.rules, resources.attribution.get()); });
  const auto extraction_of = [&](text::Document document, std::vector<Diagnostic>& findings) {
    return extractors.local().extract(analysed(resources, std::move(document), findings));
  };
  const auto holds = [&](const Made& made) {
    const auto known = store.fingerprint_of(made.id);
    return known && *known == made.fingerprint;
  };
  const auto work = [&](text::Document document, std::vector<Diagnostic>& findings) -> Made {
    Made made{.id = document.id, .fingerprint = fingerprint_of(document, resources)};
    if (holds(made)) {
      made.content = std::move(document);
    } else {
      made.content = extraction_of(std::move(document), findings);
    }
    return made;
  };
  std::set<std::string> seen;
  const auto finish = [&](Made made, Counts& counts) -> Status {
    const bool fresh = seen.insert(made.id).second;
    if (!fresh) {
      const Diagnostic twice{.severity = Severity::warning,
                             .error = {.code = ErrorCode::invalid,
                                       .message = fmt::format("document '{}' stands twice in the input", made.id),
                                       .hint = "the later one replaces the earlier one; give them ids of their own"}};
      tell(twice, listener, counts);
    }
    // Another document of this id may have been stored since work() looked.
    auto* document = std::get_if<text::Document>(&made.content);
    if (fresh ? document != nullptr : holds(made)) {
      ++counts.unchanged;
      return {};
    }
    if (document != nullptr) {
      std::vector<Diagnostic> findings;
      made.content = extraction_of(text::Document(std::move(*document)), findings);
      for (const Diagnostic& finding : findings) tell(finding, listener, counts);
    }
    const auto& extraction = std::get<kg::Extraction>(made.content);
    const Status put = store.put(extraction, made.fingerprint);
    if (!put && is_of_document(put.error())) {
      --counts.documents;
      ++counts.skipped;
      listener.diagnostic({.severity = Severity::error, .error = put.error()});
      return {};
    }
    if (!put) return put;
    counts.entities += extraction.entities.size();
    counts.claims += extraction.claims.size();
    counts.stances += extraction.stances.size();
    return {};
  };
  auto counts = run_in_order<Made>(inputs, options, listener, work, finish);
  if (!counts) return counts;
  if (options.prune) {
    const auto removed = remove_others(seen, store);
    if (!removed) return fail(removed.error());
    counts->removed = *removed;
  }
  if (const Status synced = store.sync(); !synced) return fail(synced.error());
  return counts;
}

}  // namespace claimgraph::pipeline
