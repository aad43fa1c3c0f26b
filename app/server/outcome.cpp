#include "app/server/outcome.h"

namespace madoguchi::app {

bool leavesOpen(FailureCode failure) {
  switch (failure) {
    case FailureCode::networkUnreachable:
    case FailureCode::networkTimeout:
    case FailureCode::tlsUntrusted:
    case FailureCode::tlsWrongHost:
    case FailureCode::tlsExpired:
    case FailureCode::proxyUnusable:
    case FailureCode::answerLost:
    case FailureCode::networkSignIn:
    case FailureCode::serverBusy:
    case FailureCode::serverError:
    case FailureCode::serverAnswer:
      return true;
    default:
      return false;
  }
}

}  // namespace madoguchi::app
