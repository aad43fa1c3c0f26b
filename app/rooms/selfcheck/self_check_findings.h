#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "app/card/card_work.h"
#include "app/card/surroundings.h"
#include "app/server/tls_observation.h"
#include "cardreader/readers/usb_readers.h"

// What the self-check looks at, before anything is judged. The card's certificate in it is judged
// by its dates only and goes no further.

namespace madoguchi::app {

struct ComputerFindings {
  Surroundings surroundings;
  std::vector<card::UsbReader> usbReaders;
  std::string serviceVersion;  ///< of the PC/SC service's protocol, "4:4"; empty where unknown
  bool canKeepSecrets = true;  ///< see card::canKeepSecrets()
  /// Not known where there is no window.
  std::optional<bool> japaneseFont = std::nullopt;
};

struct ServerFindings {
  bool configured = true;  ///< otherwise there is none to look at
  FailureCode failure = FailureCode::none;
  std::string proxyHost;           ///< empty for a direct connection
  std::string proxyNotUnderstood;  ///< a setting that is no address of a proxy
  TlsSeen tls;
  bool ownAnchors = false;               ///< a CA file is given; otherwise the system's CAs count
  std::vector<CertificateSeen> anchors;  ///< in that file
  std::optional<std::chrono::seconds> clockAhead;  ///< this computer's clock minus the server's
};

/// A part that is missing has not been looked at yet.
struct SelfCheckFindings {
  std::optional<ComputerFindings> computer;
  std::optional<CardCheck> card;
  std::optional<ServerFindings> server;
};

}  // namespace madoguchi::app
