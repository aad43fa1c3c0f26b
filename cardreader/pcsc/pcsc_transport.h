#pragma once

#include <memory>
#include <string>

#include "cardreader/guarded_connection.h"
#include "cardreader/transport.h"

namespace madoguchi::card {

/// Readers and cards through the PC/SC service.
///
/// waitForChange() sleeps in the service, or on the place where the service will appear while there
/// is none. It does not wake up by itself, but for one more look two seconds after it began to
/// wait, and a turn that libpcsclite takes each minute. One thread may wait while another connects
/// and transmits; each connection has a service context of its own. A card that this transport
/// holds is not reported as in use.
class PcscTransport : public CardTransport {
 public:
  /// `log` is called in the thread that transmits.
  explicit PcscTransport(ApduLog log = {});
  ~PcscTransport() override;
  PcscTransport(const PcscTransport&) = delete;
  PcscTransport& operator=(const PcscTransport&) = delete;

  ReaderSnapshot snapshot() override;
  /// Throws TransportError where the service is there but cannot be waited on.
  ReaderSnapshot waitForChange(const ReaderSnapshot& known) override;
  void cancel() noexcept override;
  std::unique_ptr<CardConnection> connect(const std::string& reader) override;

 private:
  class Private;
  std::unique_ptr<Private> d;
};

}  // namespace madoguchi::card
