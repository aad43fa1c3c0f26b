#include "backend/http/spool.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace madoguchi::backend {
namespace {

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

}  // namespace

std::unique_ptr<Spool::File> Spool::open() {
  if (m_count.fetch_add(1) >= m_most) {
    m_count.fetch_sub(1);
    return nullptr;
  }
  std::string name = (m_folder / "madoguchi-XXXXXX").string();
  const int descriptor = mkostemp(name.data(), O_CLOEXEC);  // mode 0600
  if (descriptor < 0) {
    m_count.fetch_sub(1);
    fail("cannot keep a long request in the folder for temporary files");
  }
  unlink(name.c_str());
  return std::make_unique<File>(*this, descriptor);
}

Spool::File::~File() {
  close(m_descriptor);
  m_spool.m_count.fetch_sub(1);
}

void Spool::File::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(m_descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) {
      fail("cannot keep a long request");
    }
    bytes.remove_prefix(count > 0 ? static_cast<std::size_t>(count) : 0);
  }
}

std::size_t Spool::File::read(std::span<std::byte> into) {
  const ssize_t count = pread(m_descriptor, into.data(), into.size(), m_position);
  if (count < 0) {
    fail("cannot read a request that was kept");
  }
  m_position += count;
  return static_cast<std::size_t>(count);
}

}  // namespace madoguchi::backend
