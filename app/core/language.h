#pragma once

#include <QLocale>
#include <QObject>
#include <QString>
#include <memory>

class QTranslator;

namespace madoguchi::app {

/// 日本語, やさしい日本語, English. A further language is one more .ts file and one more row in
/// language.cpp.
enum class LanguageId { japanese, easyJapanese, english };

/// The language of the whole program. Texts are asked with qtTrId(); widgets hear of a switch by
/// QEvent::LanguageChange and ask again.
class Language : public QObject {
  Q_OBJECT
 public:
  explicit Language(QObject* parent = nullptr);
  ~Language() override;
  [[nodiscard]] LanguageId current() const { return m_current; }
  /// Loads the texts from :/i18n/madoguchi_<tag>.qm and says changed().
  void set(LanguageId id);
  /// "ja", "easy", "en": the --lang option, the API's language field, names of mail templates.
  static QString tag(LanguageId id);
  static bool fromTag(const QString& tag, LanguageId& id);
  /// The language to begin with: the option where it is a tag, else the saved one, else the
  /// system's (Japanese for a Japanese system, English for every other).
  static LanguageId initial(const QString& option, const QString& saved, const QLocale& system);

 signals:
  void changed();

 private:
  LanguageId m_current = LanguageId::japanese;
  std::unique_ptr<QTranslator> m_translator;
};

}  // namespace madoguchi::app
