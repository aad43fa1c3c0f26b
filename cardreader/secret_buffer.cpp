#include "cardreader/secret_buffer.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>
#include <vector>

namespace madoguchi::card {

namespace {

std::uint8_t* allocate(std::size_t capacity) {
  // sodium_init() may be called any number of times, from any thread.
  if (sodium_init() < 0) {
    throw std::bad_alloc();
  }
  void* memory = sodium_malloc(std::max<std::size_t>(capacity, 1));
  if (memory == nullptr) {
    throw std::bad_alloc();
  }
  // sodium_malloc() goes on where the pages cannot be locked. Locking twice does no harm, and its
  // answer tells whether the promise holds.
  if (sodium_mlock(memory, std::max<std::size_t>(capacity, 1)) != 0) {
    sodium_free(memory);
    throw std::bad_alloc();
  }
  return static_cast<std::uint8_t*>(memory);
}

}  // namespace

SecretBuffer::SecretBuffer(std::size_t capacity)
    : m_data(allocate(capacity)), m_capacity(capacity) {
  sodium_memzero(m_data, m_capacity);
}

SecretBuffer::SecretBuffer(SecretBuffer&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)),
      m_size(std::exchange(other.m_size, 0)),
      m_capacity(std::exchange(other.m_capacity, 0)) {}

SecretBuffer& SecretBuffer::operator=(SecretBuffer&& other) noexcept {
  if (this != &other) {
    sodium_free(m_data);
    m_data = std::exchange(other.m_data, nullptr);
    m_size = std::exchange(other.m_size, 0);
    m_capacity = std::exchange(other.m_capacity, 0);
  }
  return *this;
}

SecretBuffer::~SecretBuffer() {
  // Overwrites, unlocks and unmaps; does nothing for nullptr.
  sodium_free(m_data);
}

bool SecretBuffer::insert(std::size_t position, std::uint8_t byte) noexcept {
  if (m_size >= m_capacity || position > m_size) {
    return false;
  }
  std::memmove(m_data + position + 1, m_data + position, m_size - position);
  m_data[position] = byte;
  ++m_size;
  return true;
}

bool SecretBuffer::append(std::span<const std::uint8_t> bytes) noexcept {
  if (bytes.size() > m_capacity - m_size) {
    return false;
  }
  if (!bytes.empty()) {
    std::memmove(m_data + m_size, bytes.data(), bytes.size());
    m_size += bytes.size();
  }
  return true;
}

void SecretBuffer::erase(std::size_t position, std::size_t count) noexcept {
  if (position >= m_size) {
    return;
  }
  const std::size_t removed = std::min(count, m_size - position);
  const std::size_t remaining = m_size - removed;
  std::memmove(m_data + position, m_data + position + removed, remaining - position);
  sodium_memzero(m_data + remaining, removed);
  m_size = remaining;
}

void SecretBuffer::clear() noexcept {
  if (m_data != nullptr) {
    sodium_memzero(m_data, m_capacity);
  }
  m_size = 0;
}

bool canKeepSecrets() {
  // Password and PIN: typed, given, kept, and with the card thread; some more, to be sure.
  constexpr std::size_t kAtATime = 16;
  try {
    std::vector<SecretBuffer> buffers;
    buffers.reserve(kAtATime);
    while (buffers.size() < kAtATime) {
      buffers.emplace_back();
    }
  } catch (const std::bad_alloc&) {
    return false;
  }
  return true;
}

SecretBuffer SecretBuffer::duplicate() const {
  SecretBuffer copy(m_capacity);
  copy.append(bytes());
  return copy;
}

}  // namespace madoguchi::card
