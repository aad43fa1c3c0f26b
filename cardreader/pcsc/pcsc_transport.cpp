#include "cardreader/pcsc/pcsc_transport.h"

namespace madoguchi::card {

class PcscTransport::Private {};

PcscTransport::PcscTransport(ApduLog /*log*/) {}
PcscTransport::~PcscTransport() = default;
ReaderSnapshot PcscTransport::snapshot() { return {}; }
ReaderSnapshot PcscTransport::waitForChange(const ReaderSnapshot& known) { return known; }
void PcscTransport::cancel() noexcept {}
std::unique_ptr<CardConnection> PcscTransport::connect(const std::string& /*reader*/) {
  throw TransportError(TransportFault::serviceUnavailable, "SCardEstablishContext");
}

}  // namespace madoguchi::card
