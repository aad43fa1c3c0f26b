#pragma once

#include "backend/core/structured_log.h"
#include "backend/http/budget.h"
#include "backend/http/connections.h"
#include "backend/http/rate_limiter.h"
#include "backend/http/router.h"
#include "backend/http/server.h"
#include "backend/http/spool.h"
#include "backend/http/tls_context.h"
#include "backend/http/workers.h"

namespace madoguchi::backend {

/// What all connections share.
struct Engine {
  const ServerOptions& options;
  StructuredLog& log;
  const CurrentTls& tls;
  const Router router;
  const ExplainFault explain;
  const FindPrincipal findPrincipal;
  RateLimiter limiter;
  Connections connections;
  Spool spool;
  Budget budget;
  Workers workers;
};

}  // namespace madoguchi::backend
