#include <utility>

#include <fmt/format.h>

#include "claimgraph/base/utf8.h"
#include "claimgraph/kg/store_line.h"
#include "claimgraph/store/store.h"
#include "store/rows.h"
#include "store/snapshot_impl.h"
#include "store/tables.h"

namespace claimgraph::store {
namespace {

Result<std::string> line_of(const Moment& moment, kg::DocumentId id) {
  const auto document = load_whole_document(moment, id);
  if (!document) return fail(document.error());
  const DocumentFact& fact = (*document)->row.fact;
  std::string line =
      kg::dump(kg::StoredRecord{kg::extraction_of(source_of(**document), (*document)->facts), fact.fingerprint});
  if (!first_bad_utf8(line)) return line;
  return fail({.code = ErrorCode::invalid,
               .message = fmt::format("cannot dump document {:016x} of store '{}': it is not UTF-8",
                                      static_cast<std::uint64_t>(id), moment.path()),
               .hint = "a backup keeps all bytes"});
}

}  // namespace

Status Snapshot::dump(const std::function<Status(std::string_view line)>& visit) const {
  const Moment& moment = impl_->moment;
  Status written;
  const auto status = visit_rows<Documents>(moment, "", [&](kg::DocumentId id, const DocumentRow&) {
    const auto line = line_of(moment, id);
    written = line ? visit(*line) : fail(line.error());
    return written.has_value();
  });
  if (!status || !written) return status ? written : status;
  const auto all = links();
  if (!all) return fail(all.error());
  for (const NumberedLink& link : *all) {
    if (written = visit(kg::dump(link.link)); !written) return written;
  }
  return {};
}

}  // namespace claimgraph::store
