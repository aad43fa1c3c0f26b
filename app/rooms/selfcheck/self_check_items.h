#pragma once

#include <QJsonObject>
#include <QString>
#include <vector>

#include "app/rooms/selfcheck/self_check_findings.h"

// How findings are judged. docs/self-check.md lists the items with the keys of their details.

namespace madoguchi::app {

enum class CheckId {
  // What a person can see and do something about
  service,
  readers,
  card,
  certificates,
  tries,
  network,
  clock,
  fonts,
  // What they tell to a help desk
  session,
  memory,
  proxy,
  tls,
  trustAnchors,
};
/// For walking over all of them.
inline constexpr CheckId kLastCheckId = CheckId::trustAnchors;
inline constexpr CheckId kFirstForHelpDesk = CheckId::session;

/// `notice`: works, but somebody may want to know. `notChecked`: something before it is in the way,
/// or it is not known yet.
enum class Verdict { good, notice, bad, notChecked };

struct CheckItem {
  CheckId id = CheckId::session;
  Verdict verdict = Verdict::notChecked;
  FailureCode code = FailureCode::none;  ///< always one with `bad`
  QJsonObject details;                   ///< nothing personal, no serial number
};

/// One item for each CheckId, in their order.
std::vector<CheckItem> judge(const SelfCheckFindings& findings);

/// `bad` where any item is, else `notice` where any is, else `good`.
Verdict wholeVerdict(const std::vector<CheckItem>& items);

/// Why there is no way to a reader, where the surroundings say more than `plain` (serviceMissing,
/// serviceIncompatible or noReader) does. Another code comes back as it is.
FailureCode whyNoReader(FailureCode plain, const Surroundings& surroundings,
                        const std::vector<card::UsbReader>& usbReaders);

/// A reader's name without the serial number that the service puts in brackets.
QString withoutSerial(const std::string& readerName);

/// Names for JSON and translation ids, for example "trustAnchors", "notChecked".
QString name(CheckId id);
QString name(Verdict verdict);

}  // namespace madoguchi::app
