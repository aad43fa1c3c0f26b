#pragma once

#include <QCheckBox>
#include <QPushButton>
#include <QRadioButton>

#include "app/widgets/ruby_layouts.h"

namespace madoguchi::app {

struct Colours;

/// A push button whose text may carry ruby and wraps. Enter presses it while it has the focus.
/// Readings stand within the padding: a button is as high with them as without, and the texts of
/// neighbouring buttons are on one line.
class RubyButton : public QPushButton {
  Q_OBJECT
 public:
  enum class Kind {
    primary,      ///< the way on: one a page
    secondary,    ///< other ways
    destructive,  ///< what cannot be taken back
    link,         ///< looks like a link and stands among text
    segment,      ///< one of a few that stand in a common frame; the checked one is filled
    entrance,     ///< a large one with a description
  };
  explicit RubyButton(Kind kind, QWidget* parent = nullptr);

  [[nodiscard]] Kind kind() const { return m_kind; }
  /// Among primary and secondary, which are equally large: as it is wise to press it or not.
  void setKind(Kind kind);
  void setMarkup(const QString& markup);
  /// Nothing in it is markup.
  void setPlain(const QString& text);
  /// A second, smaller text within the button (entrance) that is heard as its description.
  void setDescription(const QString& markup);
  /// Alt and this letter press the button. It is underlined where the text has it, and otherwise
  /// stands in brackets behind the text, as is usual in Japanese.
  void setMnemonic(char16_t letter);
  /// What is painted: with the letter behind the text where the text does not have it.
  [[nodiscard]] RubyText shownText() const;
  /// As of a label (ruby_label.h).
  [[nodiscard]] int firstLineMiddle() const;
  /// Less room around the text, where height is short.
  void setCompact(bool compact);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void setContent(RubyText text);
  struct Padding {
    int side;
    int above;  ///< from the edge to the characters, where readings have their place
  };
  [[nodiscard]] Padding padding() const;
  [[nodiscard]] std::shared_ptr<const RubyLayout> titleFor(int width) const;
  [[nodiscard]] std::shared_ptr<const RubyLayout> descriptionFor(int width) const;
  [[nodiscard]] int textWidth(int width) const;
  [[nodiscard]] qreal textHeight(int width) const;
  /// From the edge to the characters, as high as the button is.
  [[nodiscard]] qreal textTop() const;
  [[nodiscard]] int descriptionGap() const;
  [[nodiscard]] QColor ink(const Colours& colours) const;
  void paintFrame(QPainter& painter, const Colours& colours) const;
  void paintChevron(QPainter& painter, const Colours& colours) const;

  Kind m_kind;
  RubyText m_text;
  RubyText m_description;
  mutable RubyLayouts m_titles;
  mutable RubyLayouts m_descriptions;
  char16_t m_mnemonic = 0;
  bool m_compact = false;
};

/// A check box or radio button whose text may carry ruby and wraps; all of it can be clicked.
template <typename Button>
class RubyChoice : public Button {
 public:
  explicit RubyChoice(QWidget* parent = nullptr);
  void setMarkup(const QString& markup);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  [[nodiscard]] bool hitButton(const QPoint& point) const override {
    return this->rect().contains(point);
  }

 private:
  [[nodiscard]] int indicatorSize() const;
  [[nodiscard]] int textLeft() const;
  [[nodiscard]] std::shared_ptr<const RubyLayout> layoutFor(int width) const;
  RubyText m_text;
  mutable RubyLayouts m_layouts;
};

extern template class RubyChoice<QCheckBox>;
extern template class RubyChoice<QRadioButton>;
using RubyCheckBox = RubyChoice<QCheckBox>;
using RubyRadioButton = RubyChoice<QRadioButton>;

}  // namespace madoguchi::app
