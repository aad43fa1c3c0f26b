// A plugin for tests, never shipped: lets somebody outside use the window through its accessible
// objects, as assistive technology does; UI Automation, which Windows has for that, hardly exists
// under Wine. Qt loads it where QT_QPA_GENERIC_PLUGINS names it. Roles and states have AT-SPI's
// numbers, so that scripts/lib/accessible.py is the same for both.
//
// Asks and answers are lines of JSON over TCP, on the port of MADOGUCHI_DRIVER_PORT of this
// machine:
//   {"ask":"showing"}                         all that shows, parents first
//   {"ask":"keys"}                            how many keys have arrived, but those that change
//   others
//   {"ask":"object","id":N}                   one object, with its children
//   {"ask":"focus","id":N}  {"ask":"do","id":N,"action":NAME}  {"ask":"write","id":N,"text":TEXT}

#include <QAccessible>
#include <QAccessibleActionInterface>
#include <QApplication>
#include <QGenericPlugin>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QWidget>
#include <array>
#include <utility>

namespace {

/// AtspiRole, of what tests look for; whatever else is of no role.
int roleOf(const QAccessibleInterface& object) {
  constexpr auto kRoles =
      std::to_array<std::pair<QAccessible::Role, int>>({{QAccessible::CheckBox, 7},
                                                        {QAccessible::ComboBox, 11},
                                                        {QAccessible::Dialog, 16},
                                                        {QAccessible::StaticText, 29},
                                                        {QAccessible::ListItem, 32},
                                                        {QAccessible::RadioButton, 44},
                                                        {QAccessible::PushButton, 43},
                                                        {QAccessible::SpinBox, 52},
                                                        {QAccessible::Separator, 50},
                                                        {QAccessible::AlertMessage, 2},
                                                        {QAccessible::Heading, 83},
                                                        {QAccessible::Link, 88},
                                                        {QAccessible::Notification, 101}});
  constexpr int kPassword = 40;
  constexpr int kText = 61;
  if (object.role() == QAccessible::EditableText)
    return object.state().passwordEdit ? kPassword : kText;
  for (const auto& [role, number] : kRoles) {
    if (role == object.role()) return number;
  }
  return 0;
}

/// Bits of AtspiStateType.
qint64 statesOf(const QAccessibleInterface& object) {
  const QAccessible::State state = object.state();
  qint64 bits = 0;
  for (const auto& [is, bit] : std::to_array<std::pair<bool, int>>({{state.checked != 0, 4},
                                                                    {state.disabled == 0, 8},
                                                                    {state.focusable != 0, 11},
                                                                    {state.focused != 0, 12},
                                                                    {state.disabled == 0, 24},
                                                                    {state.invisible == 0, 25},
                                                                    {state.invisible == 0, 30}})) {
    if (is) bits |= qint64{1} << bit;
  }
  return bits;
}

/// As Qt offers them, by the names that it gives them on every system.
QJsonArray actionsOf(QAccessibleInterface& object) {
  QStringList names;
  if (auto* actions = object.actionInterface()) names = actions->actionNames();
  return QJsonArray::fromStringList(names);
}

QString textOf(QAccessibleInterface& object) {
  auto* text = object.textInterface();
  return text == nullptr ? QString() : text->text(0, text->characterCount());
}

/// Qt calls a combo box what is chosen in it, or on Windows what its label says, in place of which
/// there is the relation to it elsewhere.
bool isCalledLikeItsLabel(const QAccessibleInterface& object) {
  return object.role() == QAccessible::ComboBox;
}

QString nameOf(const QAccessibleInterface& object) {
  return object.text(isCalledLikeItsLabel(object) ? QAccessible::Value : QAccessible::Name);
}

QJsonArray labelsOf(const QAccessibleInterface& object) {
  QJsonArray labels;
  if (isCalledLikeItsLabel(object)) labels << object.text(QAccessible::Name);
  for (const auto& [label, relation] : object.relations(QAccessible::Label)) {
    if (label != nullptr && relation.testFlag(QAccessible::Label))
      labels << label->text(QAccessible::Name);
  }
  return labels;
}

QJsonObject describe(QAccessibleInterface& object, const QJsonArray& place) {
  const QRect rectangle = object.rect();
  QJsonObject told{{"id", static_cast<qint64>(QAccessible::uniqueId(&object))},
                   {"place", place},
                   {"role", roleOf(object)},
                   {"states", statesOf(object)},
                   {"name", nameOf(object)},
                   {"labels", labelsOf(object)},
                   {"actions", actionsOf(object)},
                   {"rectangle", QJsonArray{rectangle.x(), rectangle.y(), rectangle.width(),
                                            rectangle.height()}}};
  if (object.textInterface() != nullptr) told["text"] = textOf(object);
  return told;
}

void addShowing(QAccessibleInterface& parent, const QJsonArray& place, QJsonArray& found) {
  for (int i = 0; i < parent.childCount(); ++i) {
    QAccessibleInterface* child = parent.child(i);
    if (child == nullptr || !child->isValid() || child->state().invisible != 0) continue;
    QJsonArray childPlace = place;
    childPlace << i;
    found << describe(*child, childPlace);
    addShowing(*child, childPlace, found);
  }
}

bool act(QAccessibleInterface& object, const QJsonObject& asked) {
  const QString what = asked["ask"].toString();
  auto* actions = object.actionInterface();
  if (what == "focus" && actions != nullptr) {
    actions->doAction(QAccessibleActionInterface::setFocusAction());
    return true;
  }
  if (what == "do" && actions != nullptr) {
    // What it does may last as long as a dialog does; the answer does not wait for that.
    QTimer::singleShot(
        0, qApp, [id = QAccessible::uniqueId(&object), action = asked["action"].toString()] {
          QAccessibleInterface* there = QAccessible::accessibleInterface(id);
          if (there != nullptr && there->isValid() && there->actionInterface() != nullptr)
            there->actionInterface()->doAction(action);
        });
    return true;
  }
  if (what == "write" && object.editableTextInterface() != nullptr) {
    auto* text = object.editableTextInterface();
    text->replaceText(0, object.textInterface()->characterCount(), asked["text"].toString());
    return true;
  }
  return what == "object";
}

QJsonObject answer(const QJsonObject& asked) {
  if (asked["ask"].toString() == "showing") {
    QJsonArray found;
    QAccessibleInterface* application = QAccessible::queryAccessibleInterface(qApp);
    if (application != nullptr) addShowing(*application, {}, found);
    return {{"showing", found}};
  }
  QAccessibleInterface* object =
      QAccessible::accessibleInterface(static_cast<QAccessible::Id>(asked["id"].toInteger()));
  if (object == nullptr || !object->isValid()) return {{"gone", true}};
  if (!act(*object, asked)) return {{"refused", true}};
  QJsonArray children;
  for (int i = 0; i < object->childCount(); ++i) {
    if (QAccessibleInterface* child = object->child(i)) children << describe(*child, {i});
  }
  QJsonObject told = describe(*object, {});
  told["children"] = children;
  return told;
}

class WindowDriver : public QObject {
 public:
  explicit WindowDriver(quint16 port) {
    QAccessible::setActive(true);
    qApp->installEventFilter(this);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
      QTcpSocket* socket = m_server.nextPendingConnection();
      connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
        while (socket->canReadLine()) {
          const QJsonObject asked = QJsonDocument::fromJson(socket->readLine()).object();
          const bool ofKeys = asked["ask"].toString() == "keys";
          const QJsonObject told = ofKeys ? QJsonObject{{"keys", m_keys}} : answer(asked);
          socket->write(QJsonDocument(told).toJson(QJsonDocument::Compact) + '\n');
        }
      });
    });
    m_server.listen(QHostAddress::LocalHost, port);
  }

  bool eventFilter(QObject* watched, QEvent* event) override {
    if (watched->isWindowType() && event->type() == QEvent::KeyPress) {
      const int key = static_cast<QKeyEvent*>(event)->key();
      if (key != Qt::Key_Shift && key != Qt::Key_Control && key != Qt::Key_Alt) ++m_keys;
    }
    return false;
  }

 private:
  QTcpServer m_server;
  int m_keys = 0;
};

}  // namespace

class WindowDriverPlugin : public QGenericPlugin {
  Q_OBJECT
  Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "window_driver.json")

 public:
  QObject* create(const QString& /*name*/, const QString& /*specification*/) override {
    bool isNumber = false;
    const ushort port = qEnvironmentVariable("MADOGUCHI_DRIVER_PORT").toUShort(&isNumber);
    return isNumber ? new WindowDriver(port) : nullptr;
  }
};

#include "window_driver.moc"
