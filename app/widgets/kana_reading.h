#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <functional>

class QWidget;

namespace madoguchi::app {

struct Writing;

/// The kana before the cursor of a field that were typed one after the other and may still be
/// written otherwise. They stand in the field from the first on: whatever comes between, nothing
/// waits for a choice, and nothing is lost.
class KanaReading : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;

  /// Of a field with a cursor; nullptr for none.
  void follow(QWidget* field);
  [[nodiscard]] const QString& text() const { return m_text; }
  /// Runs what changes the field's text, after which the reading is `after`, where that is what
  /// stands before the cursor, and otherwise none.
  void change(const QString& after, const std::function<void()>& edit);
  /// Puts it in the place of the kana that it stands for; the rest is still a reading.
  void write(const Writing& writing);
  /// What was typed stays as it is.
  void settle();

 signals:
  void changed();

 private:
  void look();
  void become(const QString& text);
  [[nodiscard]] bool standsBeforeCursor(const QString& text) const;

  QPointer<QWidget> m_field;
  QString m_text;
  bool m_changing = false;
};

}  // namespace madoguchi::app
