#pragma once

#include <QString>
#include <QStringList>
#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/core/operator_texts.h"
#include "app/core/outlets.h"
#include "app/core/policy_fault.h"
#include "app/core/text_size.h"

// What the operator of a machine decides for all who use it, in a file: what may stand there is
// packaging/client/client.schema.json, which is part of the program; docs/policy.md is for people.

namespace madoguchi::app {

/// A machine that stands in an office for everybody.
struct KioskPolicy {
  std::chrono::seconds idle{180};  ///< until a visit ends by itself
  QString printer;                 ///< its queue; empty: nothing is printed
  int pagesPerVisit = 20;
  std::string staffCode;  ///< hashed (staff_code.h); empty: there is no page for staff
  std::optional<int> screenDotsPerInch;  ///< in place of what the screen says of itself
  bool shuffledDigits = false;           ///< on the screen, where a PIN is asked for
};

struct Policy {
  QString server;                ///< as it is written
  QString caFile;                ///< empty: the system's CAs
  std::optional<QString> proxy;  ///< empty: a direct connection; none: as the system says
  QString reader;
  QString termsFolder;    ///< of the operator's own terms of use, or empty (terms_of_use.h)
  QStringList languages;  ///< tags of Language that are offered; never empty
  std::set<std::string> entrances;  ///< those that are offered; empty for all
  std::chrono::minutes secretLifetime{5};
  std::chrono::minutes sessionLifetime = kUsualSessionLifetime;
  std::set<Outlets::Kind> closed = {};  ///< what does not leave the window
  std::optional<KioskPolicy> kiosk = {};
  std::optional<TextSize> textSize = {};
  OperatorTexts::All texts = {};  ///< for people

  Policy();
};

struct ReadPolicy {
  Policy policy;  ///< in use only where there are no faults
  std::vector<PolicyFault> faults;
};

/// A policy that decides nothing where there is no file.
ReadPolicy readPolicy(const QString& path);
/// What keeps a policy that reads well from being used on this machine: files that it names.
std::vector<PolicyFault> faultsHere(const Policy& policy);
/// Whether there is a certificate in the file, as those who connect read it: without one nobody
/// could be trusted.
bool hasCertificate(const QString& pemFile);
/// All that keeps a file from being used as this machine's policy, such as that there is none.
std::vector<PolicyFault> policyFaults(const QString& path);
/// Whether people would agree to no more than a sample of the terms of use, at a service that is in
/// earnest.
bool hasSampleTerms(const QString& server, const QString& termsFolder);

}  // namespace madoguchi::app
