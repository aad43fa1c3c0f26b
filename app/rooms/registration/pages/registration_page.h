#pragma once

#include <utility>

#include "app/kit/page_widget.h"
#include "app/rooms/registration/registration_flow.h"

namespace madoguchi::app {

/// A page of the registration's own.
class RegistrationPage : public PageWidget {
  Q_OBJECT
 public:
  RegistrationPage(RegistrationFlow& flow, const QString& name, Text title,
                   QWidget* parent = nullptr)
      : PageWidget(name, std::move(title), parent), m_flow(flow) {}

 protected:
  [[nodiscard]] RegistrationFlow& flow() const { return m_flow; }

 private:
  RegistrationFlow& m_flow;
};

}  // namespace madoguchi::app
