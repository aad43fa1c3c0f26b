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
class RegistrationFlow;

/// A text as it is in the language of the moment.
using Text = std::function<QString()>;

/// What all pages share: a heading, a column of readable width that scrolls, one default button.
class PageWidget : public QWidget {
  Q_OBJECT
 public:
  /// `name` starts the object names of the page's controls.
  PageWidget(RegistrationFlow& flow, const QString& name, Text title, QWidget* parent = nullptr);

  /// Where the focus goes when the page opens: to the heading, so that reading starts at the top.
  virtual void focusFirst();
  /// Moves the focus to a field of the form, where the page has it.
  virtual void focusField(const QString& field);
  /// Scrolls so that a widget, and the label above it, can be seen.
  void bringIntoView(const QWidget& widget);

 signals:
  /// The person wants to go to a field of STEP1.
  void fieldWanted(const QString& field);
  void termsWanted();
  void selfCheckWanted();
  /// The person wants to begin again with the check of card and reader.
  void otherCardWanted();
  void leaveWanted();

 protected:
  [[nodiscard]] RegistrationFlow& flow() const { return m_flow; }
  [[nodiscard]] QVBoxLayout* column() const { return m_column; }
  [[nodiscard]] QString named(const QString& part) const { return objectName() + u'.' + part; }
  /// A label whose text the page sets itself, in every language.
  RubyLabel* addLabel(RubyLabel::Role role = RubyLabel::Role::body);
  RubyLabel* addText(Text text, RubyLabel::Role role = RubyLabel::Role::body);
  RubyLabel* addSection(Text text);
  void addSpace(double em);
  /// A button in the column, or in `row`.
  RubyButton* addButton(const QString& name, RubyButton::Kind kind, Text text,
                        char16_t mnemonic = 0, FlowLayout* row = nullptr);
  FlowLayout* addButtonRow();
  /// Enter presses it from anywhere on the page.
  void setDefaultButton(RubyButton* button) { m_default = button; }
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void scrollTo(const QWidget& widget);

  RegistrationFlow& m_flow;
  QScrollArea* m_scroll;
  QPointer<const QWidget> m_followed;  ///< what was last brought into view
  QVBoxLayout* m_column;
  RubyLabel* m_heading;
  RubyButton* m_default = nullptr;
};

}  // namespace madoguchi::app
