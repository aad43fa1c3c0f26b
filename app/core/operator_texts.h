#pragma once

#include <QString>
#include <QTranslator>
#include <array>
#include <chrono>
#include <map>
#include <utility>

namespace madoguchi::app {

/// Without action, where the machine's file does not say otherwise.
inline constexpr std::chrono::minutes kUsualSessionLifetime{30};

/// Texts that only an operator can write: who they are, and how to reach their help desk - number,
/// hours, page. They are texts like all others, everywhere in the language of the moment; this is
/// to be installed as a translator. So it is with the one number of the machine's file that stands
/// in texts.
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

  explicit OperatorTexts(All ofMachine,
                         std::chrono::minutes sessionLifetime = kUsualSessionLifetime)
      : m_ofMachine(std::move(ofMachine)), m_sessionLifetime(sessionLifetime) {}
  /// Where the machine's file names no help desk; for every language.
  void setHelpDeskOfService(const QString& words);

  [[nodiscard]] QString translate(const char* context, const char* id, const char* disambiguation,
                                  int count) const override;
  [[nodiscard]] bool isEmpty() const override { return false; }

 private:
  All m_ofMachine;
  std::chrono::minutes m_sessionLifetime;
  QString m_helpDeskOfService;
};

/// How to reach the help desk, in the language of the moment; empty where nobody named one. Markup.
QString helpDesk();
/// Who runs the service; empty where the machine's file does not tell. Markup.
QString operatorName();
/// Where people get a newer program; empty where the machine's file does not tell. Markup.
QString updateNotice();
/// After how long without action a session ends on this machine.
int sessionMinutes();

}  // namespace madoguchi::app
