#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::forms {

/// A file that was handed in apart from the form. The form holds what tells it from every other,
/// so that a signature over the form covers the file.
struct Attachment {
  std::string digest;     ///< SHA-256 of its bytes, 64 lower-case hexadecimal digits
  std::string mediaType;  ///< "application/pdf"
  std::uint64_t bytes = 0;
  bool operator==(const Attachment&) const = default;
};

/// The value of a field: "<digest> <media type> <bytes>".
std::string toText(const Attachment& attachment);
std::optional<Attachment> attachmentFrom(std::string_view text);

}  // namespace madoguchi::forms
