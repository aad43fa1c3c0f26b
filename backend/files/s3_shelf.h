#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

#include "backend/core/config.h"
#include "backend/files/shelf.h"

namespace madoguchi::backend {

/// An object store that speaks the protocol of Amazon S3.
struct S3Settings {
  std::string endpoint;  ///< "https://host[:port]"; http for one on this machine only
  std::string bucket;
  std::string region = "us-east-1";
  /// Two lines: the access key's id and its secret. Read anew with each request, so that keys can
  /// be changed while the service runs.
  std::filesystem::path login;
  std::filesystem::path ca = {};               ///< PEM; empty = the system's
  std::chrono::milliseconds patience{20'000};  ///< for one request
};

/// Objects of a bucket, which is there. Throws FileError where the login cannot be read; whether
/// the store is there is found out by the first request.
std::unique_ptr<Shelf> makeS3Shelf(S3Settings settings);

/// As a configuration has it: that store where one is given, else the folder.
std::unique_ptr<Shelf> makeShelf(const std::filesystem::path& folder, const S3Options& store);

}  // namespace madoguchi::backend
