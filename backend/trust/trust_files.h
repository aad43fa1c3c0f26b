#pragma once

#include <openssl/err.h>

#include <filesystem>
#include <vector>

#include "backend/core/file_state.h"
#include "cardreader/certificate/openssl_handles.h"

namespace madoguchi::backend {

/// The files of a folder that end in .pem or .crl, by name. Throws
/// std::filesystem::filesystem_error.
std::vector<FileState> filesIn(const std::filesystem::path& folder);

/// All objects of a PEM file, or the one of a DER file; none where it cannot be read.
template <typename Pointer, auto ReadPem, auto ReadDer>
std::vector<Pointer> readAll(const std::filesystem::path& path) {
  std::vector<Pointer> objects;
  const certificate::BioHandle file(BIO_new_file(path.c_str(), "rb"));
  while (file) {
    Pointer object(ReadPem(file.get(), nullptr, nullptr, nullptr));
    if (!object) {
      break;
    }
    objects.push_back(std::move(object));
  }
  if (file && objects.empty() && BIO_seek(file.get(), 0) == 0) {
    if (Pointer object(ReadDer(file.get(), nullptr)); object) {
      objects.push_back(std::move(object));
    }
  }
  ERR_clear_error();  // the end of the file counts as an error there
  return objects;
}

}  // namespace madoguchi::backend
