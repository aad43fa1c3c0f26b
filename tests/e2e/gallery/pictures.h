#pragma once

#include <QDir>
#include <QSize>
#include <QString>

class QApplication;
class QWidget;

namespace madoguchi::test {

/// Lets layouts within layouts settle, one after the other.
void settle();

/// An argument of the program.
inline constexpr auto kOnlyComplaints = "--complaints";

/// Writes what is seen of a window (<start>.png) and the whole length of its page
/// (<start>.full.png) into `folder`; with kOnlyComplaints only where something is wrong with it.
/// How much that is (page_check.h), which is written to the error output.
int picture(QWidget& window, const QDir& folder, const QString& start);

/// The same of the pages of the demonstration form, in each language, in a window of this size.
int pictureDemonstration(const QDir& folder, QSize size);

/// The same of the pages of a kiosk, on screens that lie and stand.
int pictureKiosk(QApplication& application, const QDir& folder);

}  // namespace madoguchi::test
