#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <memory>

#include "app/core/system.h"

class QTranslator;

namespace madoguchi::app {

/// The language of the whole program, by its tag ("ja", "easy", "en": protocol/languages.h). Texts
/// are asked with qtTrId(); widgets hear of a switch by QEvent::LanguageChange and ask again.
class Language : public QObject {
  Q_OBJECT
 public:
  /// `offered` are the tags that people can choose, at least one. A text that has the name of the
  /// `system` at the end of its id ("failure.serviceMissing.remedy.windows") is shown in place of
  /// the one without.
  explicit Language(QStringList offered = tags(), QObject* parent = nullptr,
                    QString system = systemName());
  ~Language() override;
  [[nodiscard]] const QString& current() const { return m_current; }
  [[nodiscard]] const QStringList& offered() const { return m_offered; }
  /// Loads the texts from :/i18n/madoguchi_<tag>.qm, and Qt's own for its dialogs where the system
  /// has them, and says changed(). Nothing where it is not offered.
  void set(const QString& tag);

  /// A text in a language that need not be the one of the moment; empty where there is none.
  static QString textIn(const QString& tag, const char* id);

  /// All tags, in the order in which they are offered.
  static QStringList tags();
  /// The language to begin with, of those that are offered: the option where it is a tag, else the
  /// saved one, else the first that the system speaks (systemLanguages), else English, else the
  /// first.
  [[nodiscard]] QString initial(const QString& option, const QString& saved,
                                const QStringList& system) const;

 signals:
  void changed();

 private:
  const QStringList m_offered;
  const QString m_system;
  QString m_current;
  std::unique_ptr<QTranslator> m_translator;
  std::unique_ptr<QTranslator> m_ofQt;
};

}  // namespace madoguchi::app
