#pragma once

#include <QString>
#include <QTranslator>
#include <array>
#include <map>
#include <utility>

namespace madoguchi::app {

/// Texts that only an operator can write: who they are, and how to reach their help desk - number,
/// hours, page. They are texts like all others, everywhere in the language of the moment; this is
/// to be installed as a translator.
class OperatorTexts : public QTranslator {
 public:
  /// By tag of Language; under an empty one, for every language. Markup.
  using Words = std::map<QString, QString>;
  /// By their names in the machine's file (app/core/policy.h).
  using All = std::map<QString, Words>;
  static constexpr auto kHelpDesk = "helpDesk";
  static constexpr auto kName = "operator";
  static constexpr auto kUpdateNotice = "updateNotice";
  static constexpr std::array kNames = {kHelpDesk, kName, kUpdateNotice};

  explicit OperatorTexts(All ofMachine) : m_ofMachine(std::move(ofMachine)) {}
  /// Where the machine's file names no help desk; for every language.
  void setHelpDeskOfService(const QString& words);

  [[nodiscard]] QString translate(const char* context, const char* id, const char* disambiguation,
                                  int count) const override;
  [[nodiscard]] bool isEmpty() const override { return false; }

 private:
  All m_ofMachine;
  QString m_helpDeskOfService;
};

/// How to reach the help desk, in the language of the moment; empty where nobody named one. Markup.
QString helpDesk();
/// Who runs the service; empty where the machine's file does not tell. Markup.
QString operatorName();
/// Where people get a newer program; empty where the machine's file does not tell. Markup.
QString updateNotice();

}  // namespace madoguchi::app
