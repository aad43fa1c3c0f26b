#pragma once

#include <QByteArray>
#include <cstddef>
#include <optional>

#include "cardreader/secret_buffer.h"

// What one system does in its own way: system_linux.cpp.

namespace madoguchi::app {

/// Tells the service manager that started this program how it is, by its datagrams (sd_notify(3):
/// NOTIFY_SOCKET, a path, or with "@" first a name of the abstract namespace). Nothing where there
/// is none.
void tellServiceManager(const QByteArray& state);

/// Whether somebody types what the program reads.
bool isAtTerminal();
/// A line of it, not shown meanwhile; without a prompt where nobody types. None where it has other
/// than printable ASCII, or more than `longest`.
std::optional<card::SecretBuffer> readHiddenLine(const char* prompt, std::size_t longest);

}  // namespace madoguchi::app
