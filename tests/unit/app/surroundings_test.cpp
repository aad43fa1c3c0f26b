#include "app/card/surroundings.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>
#include <fstream>
#include <map>

namespace madoguchi::test {
namespace {

class SurroundingsTest : public ::testing::Test {
 protected:
  app::Surroundings look() {
    return app::lookAround([this](const char* name) { return environment[name]; }, root());
  }
  std::filesystem::path root() const { return folder.path().toStdString(); }
  void write(const std::string& file, const std::string& text) {
    const std::filesystem::path path = root() / file;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << text;
  }

  QTemporaryDir folder;
  std::map<std::string, std::string> environment;
};

TEST_F(SurroundingsTest, NothingIsSaidOfASessionAtTheComputer) {
  environment = {{"XDG_SESSION_ID", "3"}, {"XDG_SESSION_TYPE", "tty"}, {"DISPLAY", ":0"}};
  write("run/systemd/sessions/3", "ACTIVE=1\nREMOTE=0\n");
  EXPECT_EQ(look().remote, "");
  EXPECT_EQ(look().sandbox, "");
}

TEST_F(SurroundingsTest, RemoteSessionsAreKnownByTheirPrograms) {
  for (const auto& [variable, meaning] :
       std::map<std::string, std::string>{{"SSH_CONNECTION", "ssh"},
                                          {"XRDP_SESSION", "xrdp"},
                                          {"VNCDESKTOP", "vnc"},
                                          {"X2GO_SESSION", "x2go"},
                                          {"NXSESSIONID", "nx"}}) {
    environment = {{variable, "something"}};
    EXPECT_EQ(look().remote, meaning);
  }
}

TEST_F(SurroundingsTest, RemoteSessionsAreKnownByLogind) {
  environment = {{"XDG_SESSION_ID", "c7"}};
  write("run/systemd/sessions/c7", "ACTIVE=1\nREMOTE=1\n");
  EXPECT_EQ(look().remote, "logind");
  environment = {{"XDG_SESSION_ID", "../sessions/c7"}};
  EXPECT_EQ(look().remote, "");
}

TEST_F(SurroundingsTest, SandboxesAreKnown) {
  environment = {{"SNAP_NAME", "madoguchi"}};
  EXPECT_EQ(look().sandbox, "snap");
  environment = {{"FLATPAK_ID", "jp.example.Madoguchi"}};
  EXPECT_EQ(look().sandbox, "flatpak");
  environment = {};
  write(".flatpak-info", "[Application]\n");
  EXPECT_EQ(look().sandbox, "flatpak");
}

TEST_F(SurroundingsTest, PortalsAreKnownBeforeTheyAreAsked) {
  const auto leaves = [this] {
    return app::leavesDialogsToPortal(look(),
                                      [this](const char* name) { return environment[name]; });
  };
  environment = {{"QT_QPA_PLATFORMTHEME", "gtk3"}, {"XDG_CURRENT_DESKTOP", "GNOME"}};
  EXPECT_FALSE(leaves());
  for (const auto& [variable, value] :
       std::map<std::string, std::string>{{"QT_QPA_PLATFORMTHEME", "xdgdesktopportal"},
                                          {"GTK_USE_PORTAL", "1"},
                                          {"FLATPAK_ID", "jp.example.Madoguchi"},
                                          {"SNAP_NAME", "madoguchi"}}) {
    environment = {{variable, value}};
    EXPECT_TRUE(leaves()) << variable;
  }
}

}  // namespace
}  // namespace madoguchi::test
