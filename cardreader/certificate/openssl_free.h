#pragma once

namespace madoguchi::certificate {

/// Frees an OpenSSL object with the function that OpenSSL has for it; for std::unique_ptr.
template <auto Free>
struct OpensslFree {
  template <typename T>
  void operator()(T* object) const noexcept {
    Free(object);
  }
};

}  // namespace madoguchi::certificate
