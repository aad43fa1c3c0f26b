#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <string>

#include "app/core/text_size.h"

#include "app/core/operator_texts.h"

namespace madoguchi::app {

/// How the program was started: command line first, then the machine's file.
struct ProgramOptions {
  QString language;  ///< a tag of Language, or empty
  QString server;    ///< origin of the backend; with `doctor` it may be empty
  QString caFile;
  QString reader;
  QString termsFolder;  ///< of the operator's own terms of use, or empty (terms_of_use.h)
  OperatorTexts::All operatorTexts;
  QString report;
  std::string passwordLink;  ///< what a link of a mail holds that the system handed over, or empty
  double textScale = 1.0;
  TextSize textSize = TextSize::normal;  ///< until the person chooses another
  bool demo = false;                     ///< a simulated card in the process instead of readers
  QString person;
  QString pki;
  bool doctor = false;  ///< check this computer without a window, and end
  bool json = false;    ///< the result for programs
};

struct ParsedOptions {
  std::optional<ProgramOptions> options;  ///< none: print `text` and end with `exitCode`
  QString text;
  int exitCode = 0;
};

/// `arguments` with the program's name first. Needs no QCoreApplication.
ParsedOptions parseOptions(const QStringList& arguments, const QString& machineFile);

}  // namespace madoguchi::app
