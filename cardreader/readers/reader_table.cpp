#include "cardreader/readers/reader_table.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "embedded/reader_table.h"

namespace madoguchi::card {

namespace {

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
                              .driver = row.at("driver").get<std::string>()});
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

bool isReaderTakingDriver(std::string_view kernelDriver) {
  return std::ranges::find(table().kernelDrivers, kernelDriver) != table().kernelDrivers.end();
}

}  // namespace madoguchi::card
