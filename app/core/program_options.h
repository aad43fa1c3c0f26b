#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <string>
#include <vector>

#include "app/core/policy.h"

namespace madoguchi::app {

/// How the program was started: command line first, then the machine's file.
struct ProgramOptions {
  QString language;  ///< a tag of Language, or empty
  QString server;    ///< origin of the backend; with `doctor` it may be empty
  QString caFile;
  QString reader;
  Policy policy;  ///< all else that it says; the command line has a say in the above
  QString report;
  std::string passwordLink;  ///< what a link of a mail holds that the system handed over, or empty
  double textScale = 1.0;
  bool demo = false;  ///< a simulated card in the process instead of readers
  QString person;
  QString pki;
  bool kiosk = false;  ///< as the policy says, too; `policy.kiosk` is there then
  std::string visit;   ///< of a kiosk: the room of the one visit that this process is, or empty
  bool asksStaffCode = false;  ///< and nothing else
  bool doctor = false;         ///< check this computer without a window, and end
  bool json = false;           ///< the result for programs
};

/// What is to be said of a policy, in the language of who asks: by main(), which can speak it.
struct PolicyReport {
  QString file;
  QString language;  ///< that was asked for, or empty
  std::vector<PolicyFault> faults;
};

struct ParsedOptions {
  std::optional<ProgramOptions> options;  ///< none: say the rest and end with `exitCode`
  QString text;
  std::optional<PolicyReport> policy = std::nullopt;
  int exitCode = 0;
};

/// `arguments` with the program's name first; `ownPolicy` is the machine's file. Needs no
/// QCoreApplication.
ParsedOptions parseOptions(const QStringList& arguments, const QString& ownPolicy);

}  // namespace madoguchi::app
