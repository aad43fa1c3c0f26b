#pragma once

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
  void set(LanguageId id);
  /// "ja", "easy", "en": the --lang option, the API's language field, names of mail templates.
  static QString tag(LanguageId id);
  static bool fromTag(const QString& tag, LanguageId& id);

 signals:
  void changed();

 private:
  LanguageId m_current = LanguageId::japanese;
  std::unique_ptr<QTranslator> m_translator;
};

}  // namespace madoguchi::app
