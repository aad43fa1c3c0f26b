#include <sodium.h>
#include <sys/prctl.h>
#include <sys/stat.h>

#include <iostream>

#include "backend/admin/admin.h"
#include "backend/admin/operator_log.h"
#include "backend/core/config.h"
#include "backend/core/standard_files.h"

namespace {

using namespace madoguchi::backend;

int runProgram(const AdminRequest& request) {
  if (request.verb == "help") {
    std::cout << adminHelp();
    return admin_exit::kDone;
  }
  if (request.verb == "version") {
    std::cout << "madoguchi-admin " MADOGUCHI_VERSION "\n";
    return admin_exit::kDone;
  }
  umask(077);                 // what is written is the service's alone
  prctl(PR_SET_DUMPABLE, 0);  // no core dump with people's data
  return runAdmin(request, operatorName(), std::cin, std::cout, std::cerr);
}

}  // namespace

int main(int argc, char** argv) {
  occupyStandardFiles();
  AdminRequest request;
  try {
    if (sodium_init() < 0) {
      throw std::runtime_error("libsodium does not start");
    }
    request = parseAdminRequest(std::vector<std::string>(argv + 1, argv + argc));
    return runProgram(request);
  } catch (const ConfigError& error) {
    std::cerr << "madoguchi-admin: " << error.what() << '\n';
    return admin_exit::kUsage;
  } catch (const std::exception& error) {
    std::cerr << "madoguchi-admin: " << error.what() << '\n';
    return request.verb == "bounce" ? admin_exit::kTryAgain : admin_exit::kFailed;
  }
}
