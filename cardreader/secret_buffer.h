#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace madoguchi::card {

/// The one kind of buffer in which a PIN or password lives.
///
/// Its bytes lie in pages of their own (libsodium's guarded heap): locked in memory, left out of
/// core dumps, overwritten when freed. It can be moved, never copied or printed. The capacity is
/// fixed at construction, so that growing never leaves an old copy behind.
class SecretBuffer {
 public:
  /// An empty buffer for up to `capacity` bytes. Throws std::bad_alloc where no page can be had.
  explicit SecretBuffer(std::size_t capacity = 64);
  SecretBuffer(SecretBuffer&& other) noexcept;
  SecretBuffer& operator=(SecretBuffer&& other) noexcept;
  SecretBuffer(const SecretBuffer&) = delete;
  SecretBuffer& operator=(const SecretBuffer&) = delete;
  ~SecretBuffer();

  [[nodiscard]] std::size_t size() const noexcept { return m_size; }
  [[nodiscard]] std::size_t capacity() const noexcept { return m_capacity; }
  [[nodiscard]] bool empty() const noexcept { return m_size == 0; }

  /// Puts one byte in at `position`; false (and nothing changed) where the buffer is full or the
  /// position lies past the end.
  bool insert(std::size_t position, std::uint8_t byte) noexcept;
  bool append(std::uint8_t byte) noexcept { return insert(m_size, byte); }
  bool append(std::span<const std::uint8_t> bytes) noexcept;
  /// Takes `count` bytes out from `position` on, and overwrites what they leave free.
  void erase(std::size_t position, std::size_t count) noexcept;
  /// Overwrites everything and makes the buffer empty.
  void clear() noexcept;

  /// The bytes, valid until the next change. Hand them on by reference only.
  [[nodiscard]] std::span<const std::uint8_t> bytes() const noexcept { return {m_data, m_size}; }
  [[nodiscard]] std::span<std::uint8_t> bytes() noexcept { return {m_data, m_size}; }

  /// A second buffer with the same bytes, in locked pages of its own.
  [[nodiscard]] SecretBuffer duplicate() const;

 private:
  std::uint8_t* m_data = nullptr;
  std::size_t m_size = 0;
  std::size_t m_capacity = 0;
};

/// Whether this process may have as much locked memory as passwords and PINs take on their way.
/// Where it may not, nothing secret should be asked for: a SecretBuffer could not be had.
bool canKeepSecrets();

}  // namespace madoguchi::card
