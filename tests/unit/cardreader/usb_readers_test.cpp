#include "cardreader/readers/usb_readers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "cardreader/readers/reader_table.h"
#include "cardreader/readers/windows_devices.h"
#include "tests/support/temporary_folder.h"

namespace madoguchi::card {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;

/// A folder laid out as the kernel shows USB devices.
class UsbReadersTest : public testing::Test {
 protected:
  void plug(const std::string& port, const std::string& vendor, const std::string& product,
            const std::string& name, const std::string& interfaceClass,
            const std::string& kernelDriver = {}) {
    write(devices / port / "idVendor", vendor);
    write(devices / port / "idProduct", product);
    write(devices / port / "product", name);
    write(devices / port / "serial", "SERIAL-4711");
    const fs::path interface = devices / (port + ":1.0");
    write(interface / "bInterfaceClass", interfaceClass);
    if (!kernelDriver.empty()) {
      fs::create_symlink("../../../bus/usb/drivers/" + kernelDriver, interface / "driver");
    }
  }
  static void write(const fs::path& file, const std::string& line) {
    fs::create_directories(file.parent_path());
    std::ofstream(file) << line << '\n';
  }

  const test::TemporaryFolder folder;
  const fs::path devices = folder.path();
};

TEST_F(UsbReadersTest, KnowsReadersByIdAndByClass) {
  plug("1-1", "054c", "0dc8", "RC-S300/S", "0b");
  plug("1-2", "046d", "c31c", "Keyboard", "03");
  plug("1-3.2", "1234", "ABCD", "Brand New Reader", "0b");
  write(devices / "usb1" / "idVendor", "1d6b");
  const auto found = usbReaders(devices);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].name, "Sony PaSoRi RC-S300/S");
  EXPECT_EQ(found[0].driver, "libccid");
  EXPECT_EQ(found[1].usbId, "1234:abcd");
  EXPECT_EQ(found[1].name, "Brand New Reader");
  EXPECT_EQ(found[1].driver, "libccid");
}

TEST_F(UsbReadersTest, NamesTheKernelDriverThatHoldsAReader) {
  plug("1-1", "054c", "06c1", "RC-S380/S", "ff", "port100");
  plug("1-2", "072f", "2200", "ACR122U", "0b", "usbfs");
  const auto found = usbReaders(devices);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].kernelDriver, "port100");
  EXPECT_EQ(found[0].driver, "");
  EXPECT_EQ(found[1].kernelDriver, "");
}

TEST_F(UsbReadersTest, FindsNothingWhereThereIsNoSuchFolder) {
  EXPECT_THAT(usbReaders(devices / "missing"), IsEmpty());
}

TEST_F(UsbReadersTest, ShowsNoControlCharactersOfADevice) {
  plug("1-1", "1234", "5678", "Evil\033[2JReader\x7f", "0b");
  EXPECT_EQ(usbReaders(devices).at(0).name, "Evil[2JReader");
}

TEST_F(UsbReadersTest, TellsWhichTheServiceLacks) {
  plug("1-1", "054c", "0dc9", "RC-S300/P", "0b");
  plug("1-2", "072f", "223b", "ACR1252 Dual Reader", "0b");
  const std::vector<std::string> sony = {"SONY FeliCa RC-S300/P (0803456) 00 00"};
  const std::vector<std::string> both = {sony[0], "ACS ACR1252 Dual Reader [PICC] 01 00",
                                         "ACS ACR1252 Dual Reader [SAM] 01 01"};
  const std::vector<std::string> oneUnlike = {"Something Quite Else 00 00"};
  const std::vector<std::string> twoUnlike = {oneUnlike[0], "Another 01 00"};
  EXPECT_THAT(notServed(usbReaders(devices), {}), testing::SizeIs(2));
  EXPECT_THAT(notServed(usbReaders(devices), sony),
              ElementsAre(Field(&UsbReader::usbId, "072f:223b")));
  EXPECT_THAT(notServed(usbReaders(devices), both), IsEmpty());
  EXPECT_THAT(notServed(usbReaders(devices), oneUnlike), testing::SizeIs(2));
  EXPECT_THAT(notServed(usbReaders(devices), twoUnlike), IsEmpty());
}

TEST_F(UsbReadersTest, WhatTheKernelHoldsIsNotServed) {
  plug("1-1", "054c", "06c1", "RC-S380/S", "ff", "port100");
  EXPECT_THAT(notServed(usbReaders(devices), std::vector<std::string>{"Virtual PCD 00 00"}),
              ElementsAre(Field(&UsbReader::kernelDriver, "port100")));
}

const WindowsDevice kPasori = {
    .hardwareIds = {"USB\\VID_054C&PID_06C1&REV_0100", "USB\\VID_054C&PID_06C1"},
    .compatibleIds = {"USB\\Class_FF&SubClass_00", "USB\\Class_FF"},
    .description = "NFC Port/PaSoRi"};
const WindowsDevice kNew = {.hardwareIds = {"USB\\VID_1234&PID_ABCD&MI_00"},
                            .compatibleIds = {"USB\\Class_0b&SubClass_00&Prot_00"},
                            .description = "Brand\033 New"};

TEST(WindowsDevicesTest, NamesReadersThatHaveNoDriver) {
  WindowsDevice again = kNew;
  again.hardwareIds = {"USB\\VID_1234&PID_ABCD&MI_01"};
  WindowsDevice keyboard = kPasori;
  keyboard.hardwareIds = {"USB\\VID_046D&PID_C31C"};
  WindowsDevice notOfUsb = kNew;
  notOfUsb.hardwareIds = {"SWD\\SOMETHING"};
  const std::vector<WindowsDevice> devices = {kPasori, kNew, again, keyboard, notOfUsb, {}};
  const auto found = readersWithoutDriver(devices);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].usbId, "054c:06c1");
  EXPECT_EQ(found[0].name, "Sony PaSoRi RC-S380/S");
  EXPECT_EQ(found[0].ownName, "NFC Port/PaSoRi");
  EXPECT_EQ(found[1].usbId, "1234:abcd");
  EXPECT_EQ(found[1].name, "Brand New");
}

TEST(WindowsDevicesTest, AreNotTakenForReadersThatAreServed) {
  const auto found = readersWithoutDriver(std::vector<WindowsDevice>{kPasori});
  EXPECT_THAT(notServed(found, std::vector<std::string>{"Something Quite Else 0"}),
              testing::SizeIs(1));
  EXPECT_THAT(notServed(found, std::vector<std::string>{"Sony RC-S380/S 0"}), testing::SizeIs(1));
}

TEST(WindowsDevicesTest, SaysNothingOfReadersThatHaveOne) {
  std::vector<WindowsDevice> devices = {kPasori, kNew};
  for (WindowsDevice& device : devices) device.hasDriver = true;
  EXPECT_THAT(readersWithoutDriver(devices), IsEmpty());
}

TEST(ReaderTableTest, KnowsItsRows) {
  ASSERT_NE(knownReader("054c:06c3"), nullptr);
  EXPECT_EQ(knownReader("054c:06c3")->driver, "");
  EXPECT_EQ(knownReader("ffff:ffff"), nullptr);
  EXPECT_TRUE(isReaderTakingDriver("pn533_usb"));
  EXPECT_FALSE(isReaderTakingDriver(""));
}

}  // namespace
}  // namespace madoguchi::card
