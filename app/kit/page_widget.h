#pragma once

#include <QPointer>
#include <QWidget>
#include <functional>

#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"

class QScrollArea;
class QVBoxLayout;

namespace madoguchi::app {

class FlowLayout;

/// A text as it is in the language of the moment.
using Text = std::function<QString()>;

/// What all pages share: a heading, which is its window title too, a column of readable width that
/// scrolls, one default button.
class PageWidget : public QWidget {
  Q_OBJECT
 public:
  /// `name` starts the object names of the page's controls.
  PageWidget(const QString& name, Text title, QWidget* parent = nullptr);

  /// Where the focus goes when the page opens: to the heading, so that reading starts at the top.
  virtual void focusFirst();
  /// Where it goes when the page is shown again after something lay over it: to `before`, which had
  /// it, where that is still there and not null.
  virtual void takeFocusBack(QWidget* before);
  /// Scrolls so that a widget can be seen, with what is read together with it (seeAsOne).
  void bringIntoView(const QWidget& widget);
  /// The page on which a widget stands; null where it is shown by itself.
  [[nodiscard]] static PageWidget* around(const QWidget& widget);

 signals:
  /// The person wants to leave what they are doing.
  void leaveWanted();
  /// Another page shall lie over this one, which stays as it is, until it says closed(). Whoever
  /// shows pages owns it from now on.
  void overWanted(madoguchi::app::PageWidget* page);
  /// The person wants to know whom to ask.
  void helpWanted();
  /// The person is done with this page, which lies over another one.
  void closed();

 protected:
  [[nodiscard]] QVBoxLayout* column() const { return m_column; }
  /// Once more, where the title depends on more than the language.
  void sayTitle();
  [[nodiscard]] QString named(const QString& part) const { return objectName() + u'.' + part; }
  /// A label whose text the page sets itself, in every language.
  RubyLabel* addLabel(RubyLabel::Role role = RubyLabel::Role::body);
  RubyLabel* addText(Text text, RubyLabel::Role role = RubyLabel::Role::body);
  RubyLabel* addSection(Text text);
  void addSpace(double em);
  /// In the column, and where a screen reader goes from one to the next.
  void putBefore(QWidget& next, QWidget& widget);
  /// A button in the column, or in `row`.
  RubyButton* addButton(const QString& name, RubyButton::Kind kind, Text text,
                        char16_t mnemonic = 0, FlowLayout* row = nullptr);
  FlowLayout* addButtonRow();
  /// Enter presses it from anywhere on the page.
  void setDefaultButton(RubyButton* button) { m_default = button; }
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void scrollTo(const QWidget& widget);

  const Text m_title;
  QScrollArea* m_scroll;
  QPointer<const QWidget> m_followed;  ///< what was last brought into view
  QVBoxLayout* m_column;
  RubyLabel* m_heading;
  RubyButton* m_default = nullptr;
};

}  // namespace madoguchi::app
