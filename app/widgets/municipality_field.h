#pragma once

#include <QWidget>

class QComboBox;
class QCompleter;
class QLineEdit;
class QStringListModel;

namespace madoguchi::app {

class RubyLabel;

/// Chooses a place to live: by typing part of its name (kanji, kana or romaji), or by prefecture
/// and then municipality. Its value is the six-digit code.
class MunicipalityField : public QWidget {
  Q_OBJECT
 public:
  explicit MunicipalityField(const QString& objectName, QWidget* parent = nullptr);

  [[nodiscard]] QString value() const;
  void setValue(const QString& code);
  void setName(const QString& name);
  void setWrong(bool wrong);
  /// The place of a code in the words of the present language; empty where there is none.
  static QString shownName(const QString& code);

 signals:
  void edited(const QString& code);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void fillPrefectures();
  void fillMunicipalities(const QString& chosen);
  void search(const QString& typed);
  void choose(const QString& code);

  QLineEdit* m_search;
  QCompleter* m_completer;
  QStringListModel* m_found;
  QStringList m_foundCodes;
  QComboBox* m_prefecture;
  QComboBox* m_municipality;
  RubyLabel* m_searchLabel;
  RubyLabel* m_prefectureLabel;
  RubyLabel* m_municipalityLabel;
  QString m_name;
};

}  // namespace madoguchi::app
