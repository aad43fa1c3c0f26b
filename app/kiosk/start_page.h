#pragma once

#include <QStringList>
#include <QWidget>
#include <set>
#include <string>

class QTimer;
class QVBoxLayout;

namespace madoguchi::app {

class MessagePanel;

/// The screen that a kiosk shows while nobody is there: an invitation in every language at once.
/// Choosing one of them begins a visit.
class StartPage : public QWidget {
  Q_OBJECT
 public:
  struct Offers {
    QStringList languages;                 ///< tags, at least one
    std::set<std::string> entrances = {};  ///< of the policy; empty for all
    QString helpDesk = {};                 ///< how to reach it, as people read it
  };
  explicit StartPage(const Offers& offers, QWidget* parent = nullptr);

  /// How the last visit ended, in the language it was held in.
  enum class Ended { well, byFault };
  void sayEnded(Ended how, const QString& language);

 signals:
  void languageChosen(const QString& tag);
  /// Five touches, one after the other, in the corner at the upper left.
  void staffWanted();

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void addInvitation(const QString& tag, const Offers& offers);
  void arrange();

  QVBoxLayout* m_column;
  QWidget* m_space;  ///< above what is within reach, on a tall screen
  MessagePanel* m_ended;
  QTimer* m_endedIsOld;
  int m_touches = 0;
};

}  // namespace madoguchi::app
