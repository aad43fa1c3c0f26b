#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

namespace madoguchi::app {

class RubyLabel;

/// Which official words a text uses that have to be explained, "word＜＝meaning＞" in markup, where
/// it does not explain them itself. `words` is without ruby. None in a language that explains
/// everything where it stands.
QStringList explained(const QString& words);

/// The words of a page, explained once, at its end: whatever the page says at the moment, in its
/// labels and on its buttons. Hidden where there is nothing to explain.
class Glossary : public QWidget {
  Q_OBJECT
 public:
  /// Of the texts within `page`, which it is to be laid out below.
  explicit Glossary(QWidget& page, QWidget* parent = nullptr);
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void explainAll();
  [[nodiscard]] QString wordsOfPage() const;

  QWidget& m_page;
  RubyLabel* m_title;
  RubyLabel* m_words;
  QString m_explained;
};

}  // namespace madoguchi::app
