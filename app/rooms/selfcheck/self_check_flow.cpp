#include "app/rooms/selfcheck/self_check_flow.h"

#include "app/rooms/selfcheck/self_check.h"

namespace madoguchi::app {

SelfCheckFlow::SelfCheckFlow(SelfCheck& check, QObject* parent) : Journey(parent), m_check(check) {
  check.run();
}

const QStringList& SelfCheckFlow::pageNames() {
  static const QStringList kNames = {QStringLiteral("selfCheck")};
  return kNames;
}

Place SelfCheckFlow::place() const { return {.page = pageNames().front()}; }

}  // namespace madoguchi::app
