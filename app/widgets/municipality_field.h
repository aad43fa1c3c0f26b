#pragma once

#include <QWidget>

class QComboBox;

namespace madoguchi::app {

class PlaceSearch;
class RubyLabel;

/// Chooses a place to live: by searching for its name or postal code, or by prefecture and then
/// municipality. Its value is the six-digit code.
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
  /// A postal code has led to this town: an address there begins with it.
  void townFound(const QString& town);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void fillPrefectures();
  void fillMunicipalities(const QString& chosen);

  PlaceSearch* m_search;
  QComboBox* m_prefecture;
  QComboBox* m_municipality;
  RubyLabel* m_prefectureLabel;
  RubyLabel* m_municipalityLabel;
  QString m_name;
};

}  // namespace madoguchi::app
