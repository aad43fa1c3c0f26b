#pragma once

#include <vector>

#include "backend/jobs/regular_jobs.h"

namespace madoguchi::backend {

class DataKeys;
class FileStore;
class StructuredLog;

/// What the service does by itself: reminds people of their passwords' end, and forgets what is
/// kept for a time only. docs/operation.md names the times.
std::vector<RegularJob> housekeeping();

/// What it does by itself where it takes applications: numbers, warnings, and forgetting. All
/// outlive the jobs.
std::vector<RegularJob> filingJobs(const DataKeys& keys, FileStore& files, StructuredLog& log);

}  // namespace madoguchi::backend
