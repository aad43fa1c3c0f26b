#include "app/rooms/selfcheck/self_check_flow.h"

#include "app/rooms/selfcheck/self_check.h"

namespace madoguchi::app {

SelfCheckFlow::SelfCheckFlow(SelfCheck& check, QObject* parent) : Journey(parent), m_check(check) {
  check.run();
}

}  // namespace madoguchi::app
