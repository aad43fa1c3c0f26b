#pragma once

#include <QByteArray>
#include <QSize>
#include <filesystem>

#include "app/rooms/application/documents/picture.h"

namespace madoguchi::app {

/// Whether a file that begins so is a picture as telephones make them.
bool isHeic(const QByteArray& head);

/// Where madoguchi-read-heic lies beside this program, installed or not.
std::filesystem::path readHeicBesideThis();

/// Upright, sizeWithin() that box, read by madoguchi-read-heic, which has little memory and time.
/// Where that program is not installed, the fault is PictureFault::heic. Any thread.
Picture readHeic(const QByteArray& content, QSize box,
                 const std::filesystem::path& program = readHeicBesideThis());

}  // namespace madoguchi::app
