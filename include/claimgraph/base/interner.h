#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace claimgraph {

// A string's number in an Interner: equal strings have equal symbols. Dense, from 0; 0 is the empty string.
enum class Symbol : std::uint32_t {};

inline constexpr Symbol kEmptySymbol{};

// Gives every distinct string one number. Owns the strings' bytes. Thread-compatible; a const Interner may be read by
// many threads, which is how documents share a rule set's vocabulary.
class Interner {
 public:
  Interner();
  // A layer over `base`: strings that `base` knows keep the symbol they have there, new ones are numbered after its
  // last. shared_ptr because every document's symbols need the vocabulary they were built on, in several threads.
  explicit Interner(std::shared_ptr<const Interner> base);
  Interner(Interner&&) noexcept;
  Interner& operator=(Interner&&) noexcept;
  ~Interner();

  // The symbol of `text`, new if need be.
  Symbol intern(std::string_view text);
  // The symbol of `text`, if it has one.
  std::optional<Symbol> find(std::string_view text) const;
  // The string of `symbol`; lives as long as this interner and the one below it.
  // REQUIRES: `symbol` came from this interner or the one below it.
  std::string_view text(Symbol symbol) const;
  // How many symbols there are, those of the interner below included.
  std::size_t size() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace claimgraph
