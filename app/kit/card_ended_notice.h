#pragma once

#include <QString>

class QWidget;

namespace madoguchi::app {

class MessagePanel;

/// To who has logged in without the card, as its certificate has ended: what can be done all the
/// same, and what cannot.
MessagePanel* cardEndedNotice(const QString& objectName, QWidget* parent);

}  // namespace madoguchi::app
