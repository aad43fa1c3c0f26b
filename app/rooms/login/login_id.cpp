#include "app/rooms/login/login_id.h"

#include <utility>

#include "protocol/authentication_id.h"

namespace madoguchi::app {

bool LoginId::type(const QString& typed) {
  m_text = typed;
  return !std::exchange(m_error, {}).isEmpty();
}

bool LoginId::repair() {
  const auto repaired =
      QString::fromStdString(protocol::repairedAuthenticationId(m_text.toStdString()));
  return std::exchange(m_text, repaired) != repaired;
}

bool LoginId::check() {
  if (m_text.isEmpty()) {
    m_error = kMissingAnswer;
  } else {
    m_error = protocol::isAuthenticationId(m_text.toStdString()) ? "" : kWrongAnswer;
  }
  return m_error.isEmpty();
}

}  // namespace madoguchi::app
