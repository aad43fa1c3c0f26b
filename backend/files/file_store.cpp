#include "backend/files/file_store.h"

#include <utility>

namespace madoguchi::backend {
namespace {

// A piece at rest: the length of its key's id, the id, the length of the rest (big-endian), the
// rest. Where several follow each other, each is sealed to the place where it begins.
constexpr std::size_t kLengthBytes = 4;
constexpr std::size_t kRandomBytes = 16;  // of a name

std::string placeOf(const std::string& name, std::uint64_t begins) {
  return "file " + name + ' ' + std::to_string(begins);
}

std::string framed(const Sealed& sealed) {
  std::string frame(1, static_cast<char>(sealed.keyId.size()));
  frame += sealed.keyId;
  for (int shift = 24; shift >= 0; shift -= 8) {
    frame += static_cast<char>((sealed.bytes.size() >> shift) & 0xFFU);
  }
  return frame + sealed.bytes;
}

/// The next so many of the bytes that are left.
std::string takeBytes(std::string_view& rest, std::size_t count) {
  if (count > rest.size()) {
    throw FileError("a file that was kept is shorter than it was");
  }
  std::string bytes(rest.substr(0, count));
  rest.remove_prefix(count);
  return bytes;
}

std::size_t takeLength(std::string_view& rest, std::size_t digits) {
  std::size_t length = 0;
  for (const char byte : takeBytes(rest, digits)) {
    length = (length << 8U) | static_cast<unsigned char>(byte);
  }
  return length;
}

}  // namespace

FileStore::FileStore(std::unique_ptr<Shelf> shelf, const DataKeys& keys)
    : m_shelf(std::move(shelf)), m_keys(keys) {}

KeptPiece FileStore::put(const std::string& name, std::string_view piece) {
  const Sealed sealed = m_keys.seal(piece, placeOf(name, 0));
  const std::string frame = framed(sealed);
  m_shelf->put(name, frame);
  return {.stored = frame.size(), .keyId = sealed.keyId};
}

void FileStore::read(const std::string& name, std::uint64_t stored,
                     const std::function<void(std::string_view)>& take) const {
  const std::string kept = m_shelf->get(name);
  if (kept.size() < stored) {
    throw FileError("a file that was kept is shorter than it was");
  }
  for (std::string_view rest = std::string_view(kept).substr(0, stored); !rest.empty();) {
    const std::uint64_t begins = stored - rest.size();
    Sealed sealed{.keyId = takeBytes(rest, takeLength(rest, 1))};
    if (!isKeyId(sealed.keyId)) {
      throw FileError("a file that was kept is not what it was");
    }
    sealed.bytes = takeBytes(rest, takeLength(rest, kLengthBytes));
    take(m_keys.open(sealed, placeOf(name, begins)));
  }
}

std::string FileStore::makeName() { return randomHex(kRandomBytes); }

std::pair<std::string, KeptPiece> FileStore::putAnew(const std::string& name,
                                                     std::uint64_t stored) {
  std::string piece;
  read(name, stored, [&piece](std::string_view part) { piece += part; });
  std::string fresh = makeName();
  KeptPiece kept = put(fresh, piece);
  return {std::move(fresh), std::move(kept)};
}

int FileStore::remove(const std::vector<std::string>& names) noexcept {
  int removed = 0;
  for (const std::string& name : names) {
    if (!m_shelf->remove(name)) {
      break;
    }
    ++removed;
  }
  return removed;
}

std::vector<std::string> FileStore::namesFrom(std::uint8_t firstByte, PutBetween time) const {
  // Whatever else lies there is somebody else's.
  auto names = m_shelf->namesFrom(firstByte, time);
  std::erase_if(names, [](const std::string& name) {
    return name.size() != 2 * kRandomBytes ||
           name.find_first_not_of("0123456789abcdef") != std::string::npos;
  });
  return names;
}

}  // namespace madoguchi::backend
