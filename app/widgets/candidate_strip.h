#pragma once

#include <QWidget>
#include <vector>

#include "app/widgets/kana_kanji.h"

namespace madoguchi::app {

class RubyButton;
class RubyLabel;

/// One row of ways to write what was typed in kana, to be touched: first to leave it as it is, then
/// as many as there is room for, then the next ones. It takes no focus and is as high with them as
/// without, so that no key below it moves.
class CandidateStrip : public QWidget {
  Q_OBJECT
 public:
  explicit CandidateStrip(QWidget* parent = nullptr);

  /// None: it says what it is for. `reading` is what they are ways to write.
  void offer(const QString& reading, std::vector<Writing> writings);

 signals:
  void chosen(const madoguchi::app::Writing& writing);
  void leftAsItIs();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  RubyButton* makeButton(const QString& name);
  void fill();
  void showNext();

  RubyLabel* m_hint;
  RubyButton* m_asItIs;
  RubyButton* m_next;
  std::vector<RubyButton*> m_buttons;
  std::vector<Writing> m_writings;
  std::size_t m_first = 0;  ///< of those that are shown
  std::size_t m_shown = 0;
};

}  // namespace madoguchi::app
