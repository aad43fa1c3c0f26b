#pragma once

#include <QString>
#include <QStringList>
#include <chrono>
#include <filesystem>
#include <functional>

// What one system does in its own way: system_linux.cpp, system_windows.cpp.

namespace madoguchi::app {

/// Keeps what the process has in memory to itself: no core dump, no debugger of the same user, no
/// library that writes secrets down because the environment asks for it; and sees to it that as
/// much memory can be locked as passwords take (SecretBuffer). Called first in main().
void hardenProcess();

/// "linux" or "windows": texts that name something of a system have its name at the end of their
/// id (language.h).
QString systemName();

/// In which the person has the system's own texts, best first, as QLocale takes them: not how dates
/// and numbers look, which is Japanese on most computers that were bought in Japan, whoever reads
/// them, and which QLocale::uiLanguages() puts first (Qt 6.4).
QStringList systemLanguages();

/// A clock that nobody sets and that goes on while the machine sleeps, which steady_clock's own
/// does not on Linux.
std::chrono::steady_clock::time_point timeThroughSleep();

/// The machine's policy (policy.h): where only administrators write. On Windows beside the program,
/// because whoever may exchange that could exchange everything.
QString machinePolicyFile();

/// A path as the person or an option gave it, whatever characters it has: from std::string, paths
/// are made byte by byte on Windows.
std::filesystem::path pathOf(const QString& file);

/// Lets what is printed be seen where the program was started from, on systems that keep programs
/// with windows from it.
void printWhereItIsSeen();
/// Whether nobody sees what is printed: the program can show a window, and nothing waits for words.
bool isStartedFromAnIcon(int argc);

/// Calls `end` from the event loop where the system ends the program (SIGTERM, SIGHUP, SIGINT), in
/// place of ending it at once, which it does when it asks for the second time. Windows closes the
/// window for that, and the person is asked.
void onSystemsEnd(std::function<void()> end);

/// Goes on where the manager of the desktop's session breaks: the library through which Qt speaks
/// with it (libICE) ends the program then, QTBUG-53678.
void outliveSessionManager();

/// What the system names where it lists this window, by QWidget::winId(), among those that keep the
/// computer from being shut down, on systems that give reasons there. Empty: no longer.
void sayWhyShutdownWaits(quintptr window, const QString& why);

}  // namespace madoguchi::app
