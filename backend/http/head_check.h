#pragma once

#include <cstddef>
#include <string_view>

// The head of a request as bytes, before anything takes it apart. Requests that two readers could
// understand in two ways carry a second one hidden in them, so what RFC 9112 forbids or only
// tolerates is refused here: the library behind it forgives some of it.

namespace madoguchi::backend {

constexpr std::size_t kMostHeadBytes = 16UL * 1024;
constexpr std::size_t kMostHeadLines = 100;  ///< the request line counts

enum class HeadState { unfinished, complete, tooLarge, malformed };

/// Finds the end of a head while it arrives. Each byte is looked at once, however it comes.
class HeadScanner {
 public:
  /// `bytes` is everything that has come so far.
  HeadState scan(std::string_view bytes);
  /// The head in these bytes, with the empty line that ends it, once it is complete.
  [[nodiscard]] std::string_view head(std::string_view bytes) const {
    return bytes.substr(m_start, m_end - m_start);
  }
  [[nodiscard]] std::size_t end() const { return m_end; }

 private:
  std::size_t m_seen = 0;
  std::size_t m_start = 0;  ///< behind an empty line that came first (RFC 9112, 2.2)
  std::size_t m_lineStart = 0;
  std::size_t m_lines = 0;
  std::size_t m_end = 0;
};

/// Whether a whole head says one thing only: its lines, Host, where the body ends, the target.
bool isStrictHead(std::string_view head);

/// Whether these are what may follow the last chunk: field lines up to and with the empty line,
/// none of which says something of host or body.
bool areStrictTrailers(std::string_view lines);

}  // namespace madoguchi::backend
