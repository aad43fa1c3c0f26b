#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "backend/http/endpoint.h"
#include "backend/http/head_check.h"

namespace madoguchi::backend {

struct RequestHead {
  std::string method;
  std::string target;
  Names fields;                         ///< names in lower case; of one that is repeated, the last
  std::optional<std::uint64_t> length;  ///< of the body; nullopt where it comes in chunks
  bool keepAlive = false;
  bool expectsContinue = false;
};

/// Takes one request apart as it arrives. The head is checked as bytes before the HTTP library
/// reads it, and what the library forgives in chunks is refused.
class RequestReader {
 public:
  enum class State { head, body, complete, malformed, headTooLarge, bodyTooLarge };

  RequestReader();
  ~RequestReader();
  RequestReader(const RequestReader&) = delete;
  RequestReader& operator=(const RequestReader&) = delete;

  /// Takes from the front of `bytes` what belongs to this request and can be read already; at most
  /// the head at once, so that it can be judged before the body.
  State take(std::string& bytes);
  [[nodiscard]] State state() const { return m_state; }
  /// Once the head is complete.
  [[nodiscard]] const RequestHead& head() const;
  /// A body that comes in chunks may be so long. To be called before the body is taken.
  void limitBody(std::uint64_t bytes);
  /// What has come of the body since the last call.
  std::string takeBody();

 private:
  class Parser;
  State takeHead(std::string& bytes);
  State takeBodyBytes(std::string& bytes);

  std::unique_ptr<Parser> m_parser;
  HeadScanner m_scanner;
  State m_state = State::head;
};

}  // namespace madoguchi::backend
