#pragma once

#include <QFrame>

#include "app/widgets/ruby_button.h"

class QGridLayout;
class QVBoxLayout;

namespace madoguchi::app {

class FlowLayout;
class RubyLabel;
class SvgPicture;
struct Colours;

/// A message within a page, never in front of it: what has happened, what it means, what to do, its
/// code, and the ways on.
class MessagePanel : public QFrame {
  Q_OBJECT
 public:
  enum class Kind {
    error,
    warning,  ///< to be looked at; one may go on
    notice,
    good,
  };
  explicit MessagePanel(Kind kind, QWidget* parent = nullptr);

  [[nodiscard]] Kind kind() const { return m_kind; }
  void setKind(Kind kind);
  /// Empty texts take no room. Markup, except the code.
  void setTexts(const QString& title, const QString& text, const QString& remedy,
                const QString& code = {});
  /// The caller gives it its text and what it does.
  RubyButton* addWay(const QString& objectName,
                     RubyButton::Kind kind = RubyButton::Kind::secondary);
  /// Room for more between the texts and the ways on.
  [[nodiscard]] QVBoxLayout* body() const { return m_body; }
  /// The row of the ways on.
  [[nodiscard]] FlowLayout* ways() const { return m_ways; }
  [[nodiscard]] RubyLabel* title() const { return m_title; }
  /// Moves the focus here, so that it is seen and heard; nothing where it is not shown.
  void present();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  /// What is said after the title.
  [[nodiscard]] QString rest() const;

  Kind m_kind;
  bool m_narrow = false;  ///< all but the title stands under the sign, not beside it
  QGridLayout* m_grid;
  QVBoxLayout* m_column;
  SvgPicture* m_icon;
  RubyLabel* m_title;
  RubyLabel* m_text;
  RubyLabel* m_remedy;
  RubyLabel* m_code;
  QVBoxLayout* m_body;
  FlowLayout* m_ways;
};

/// The drawing that stands for a kind of message wherever it is said, and its colour.
QString iconOf(MessagePanel::Kind kind);
QColor inkOf(MessagePanel::Kind kind, const Colours& colours);
/// What it is said on.
QColor surfaceOf(MessagePanel::Kind kind, const Colours& colours);

}  // namespace madoguchi::app
