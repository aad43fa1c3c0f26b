#include "cardreader/readers/reader_table.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "embedded/reader_table.h"

namespace madoguchi::card {

namespace {

PinPadQuirk pinPadOf(const nlohmann::json& row) {
  const std::string what = row.value("pinPad", "");
  if (what.empty()) {
    return PinPadQuirk::unknown;
  }
  return what == "noMessage" ? PinPadQuirk::noMessage : PinPadQuirk::unusable;
}

struct Table {
  std::vector<KnownReader> readers;
  std::vector<std::string> kernelDrivers;
};

const Table& table() {
  static const Table read = [] {
    const auto json = nlohmann::json::parse(embedded::reader_table());
    Table made;
    json.at("kernelDrivers").get_to(made.kernelDrivers);
    for (const auto& row : json.at("readers")) {
      made.readers.push_back({.usbId = row.at("usb").get<std::string>(),
                              .name = row.at("name").get<std::string>(),
                              .driver = row.at("driver").get<std::string>(),
                              .pinPad = pinPadOf(row),
                              .serviceName = row.value("serviceName", "")});
    }
    return made;
  }();
  return read;
}

}  // namespace

const KnownReader* knownReader(std::string_view usbId) {
  const auto& readers = table().readers;
  const auto found = std::ranges::find(readers, usbId, &KnownReader::usbId);
  return found != readers.end() ? &*found : nullptr;
}

PinPadQuirk pinPadQuirk(std::string_view usbId, std::string_view serviceName) {
  const auto& readers = table().readers;
  const auto found = std::ranges::find_if(readers, [&](const KnownReader& reader) {
    return usbId.empty() ? !reader.serviceName.empty() &&
                               serviceName.find(reader.serviceName) != std::string_view::npos
                         : reader.usbId == usbId;
  });
  return found != readers.end() ? found->pinPad : PinPadQuirk::unknown;
}

bool isReaderTakingDriver(std::string_view kernelDriver) {
  return std::ranges::find(table().kernelDrivers, kernelDriver) != table().kernelDrivers.end();
}

}  // namespace madoguchi::card
