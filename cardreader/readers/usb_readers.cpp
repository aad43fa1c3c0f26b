#include "cardreader/readers/usb_readers.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <set>
#include <string_view>
#include <system_error>

#include "cardreader/readers/reader_table.h"

namespace madoguchi::card {

namespace {

namespace fs = std::filesystem;

// https://www.usb.org/defined-class-codes
constexpr std::string_view kSmartCardClass = "0b";
// Serves the smart-card class.
constexpr std::string_view kClassDriver = "libccid";

/// A line of sysfs, as much of it as can be shown.
std::string attribute(const fs::path& file) {
  std::string line;
  std::ifstream stream(file);
  std::getline(stream, line);
  std::erase_if(line, [](unsigned char c) { return c < ' ' || c > '~'; });
  return line;
}

std::string kernelDriverOf(const fs::path& interface) {
  std::error_code missing;
  const std::string driver = fs::read_symlink(interface / "driver", missing).filename().string();
  return isReaderTakingDriver(driver) ? driver : std::string();
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

/// "RC-S300/S", "3437": the words that tell models apart.
std::set<std::string> modelWords(const std::string& name) {
  std::set<std::string> words;
  std::string word;
  for (const char c : lower(name) + ' ') {
    const bool part = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '/';
    if (part) {
      word += c;
      continue;
    }
    const bool digit =
        std::ranges::any_of(word, [](unsigned char one) { return std::isdigit(one) != 0; });
    if (digit && word.size() > 2) {
      words.insert(word);
    }
    word.clear();
  }
  return words;
}

bool alike(const UsbReader& reader, const std::string& servedName) {
  const std::string name = lower(servedName);
  if (!reader.ownName.empty() && name.find(lower(reader.ownName)) != std::string::npos) {
    return true;
  }
  const std::set<std::string> words = modelWords(reader.name);
  const std::set<std::string> others = modelWords(servedName);
  return std::ranges::any_of(words, [&](const std::string& word) { return others.contains(word); });
}

/// What the kernel holds, or has no driver, is certainly not served.
bool mayBeServed(const UsbReader& reader) {
  return reader.kernelDriver.empty() && !reader.withoutDriver;
}

}  // namespace

std::vector<UsbReader> usbReaders(const fs::path& devices) {
  std::vector<UsbReader> readers;
  std::error_code missing;
  std::set<fs::path> folders;  // in an order that does not depend on the file system
  for (const auto& entry : fs::directory_iterator(devices, missing)) {
    folders.insert(entry.path());
  }
  for (const fs::path& folder : folders) {
    const std::string id = attribute(folder / "idVendor") + ':' + attribute(folder / "idProduct");
    if (id.size() < 9) {
      continue;  // an interface, or a hub port
    }
    UsbReader reader;
    reader.usbId = lower(id);
    reader.ownName = attribute(folder / "product");
    bool ofTheClass = false;
    for (const fs::path& interface : folders) {
      if (!interface.filename().string().starts_with(folder.filename().string() + ':')) {
        continue;
      }
      ofTheClass = ofTheClass || attribute(interface / "bInterfaceClass") == kSmartCardClass;
      if (reader.kernelDriver.empty()) {
        reader.kernelDriver = kernelDriverOf(interface);
      }
    }
    if (const KnownReader* known = knownReader(reader.usbId)) {
      reader.name = known->name;
      reader.driver = known->driver;
    } else if (ofTheClass) {
      reader.name = reader.ownName.empty() ? reader.usbId : reader.ownName;
      reader.driver = kClassDriver;
    } else {
      continue;
    }
    readers.push_back(std::move(reader));
  }
  return readers;
}

std::vector<UsbReader> notServed(std::vector<UsbReader> connected,
                                 std::span<const std::string> served) {
  const auto likeNone = std::ranges::count_if(served, [&](const std::string& name) {
    return std::ranges::none_of(connected,
                                [&](const UsbReader& reader) { return alike(reader, name); });
  });
  std::erase_if(connected, [&](const UsbReader& reader) {
    return !reader.withoutDriver && std::ranges::any_of(served, [&](const std::string& name) {
      return alike(reader, name);
    });
  });
  const auto free = std::ranges::count_if(connected, mayBeServed);
  if (likeNone >= free) {
    std::erase_if(connected, mayBeServed);
  }
  return connected;
}

}  // namespace madoguchi::card
