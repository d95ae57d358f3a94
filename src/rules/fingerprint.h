#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace claimgraph::rules {

// XXH3 over named files, in the order they are added. Thread-compatible.
class Fingerprint {
 public:
  Fingerprint();
  ~Fingerprint();

  // `path` and `bytes` are told apart: moving a byte from one to the other gives another fingerprint.
  void add(std::string_view path, std::string_view bytes);
  // 16 hexadecimal digits.
  std::string digits() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace claimgraph::rules
