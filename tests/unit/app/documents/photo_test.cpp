#include "app/rooms/application/documents/photo.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QPainter>
#include <QTemporaryDir>
#include <algorithm>

#include "app/rooms/application/documents/photo_work.h"
#include "tests/unit/app/event_loop.h"

namespace madoguchi::app {
namespace {

constexpr QSize kPicture(900, 1200);

/// A made-up face before a plain wall, drawn: hair, skin, eyes, shoulders.
QImage face(QColor wall = QColor(225, 228, 232), QColor skin = QColor(205, 165, 140)) {
  QImage image(kPicture, QImage::Format_RGB32);
  image.fill(wall);
  QPainter painter(&image);
  painter.setPen(Qt::NoPen);
  painter.setBrush(QColor(40, 50, 90));
  painter.drawEllipse(100, 950, 700, 700);
  painter.setBrush(QColor(30, 25, 20));
  painter.drawEllipse(220, 150, 460, 560);
  painter.setBrush(skin);
  painter.drawEllipse(250, 230, 400, 660);
  painter.setBrush(Qt::black);
  for (const int x : {350, 500}) {
    painter.drawEllipse(x, 480, 50, 26);
  }
  painter.drawRect(390, 730, 120, 10);
  return image;
}

std::vector<PhotoDoubt> doubts(const QImage& image) {
  return doubtsAbout(image, wholeFrame(image.size()));
}
bool has(const std::vector<PhotoDoubt>& all, PhotoDoubt one) {
  return std::ranges::find(all, one) != all.end();
}

TEST(Photo, TheFrameIsTheLargestOfThreeToFour) {
  EXPECT_EQ(wholeFrame({900, 1200}).width, 900);
  EXPECT_EQ(wholeFrame({1600, 1200}).width, 900);
  EXPECT_EQ(wholeFrame({900, 2000}).width, 900);
  EXPECT_EQ(wholeFrame({900, 2000}).centre, QPointF(450, 1000));
}

TEST(Photo, MovingZoomingAndTurningAreAboutWhatIsSeen) {
  const PhotoFrame whole = wholeFrame(kPicture);
  EXPECT_EQ(movedFrame(whole, {0.1, 0}, kPicture).centre, QPointF(450 - 90, 600))
      << "the picture goes right, so the frame goes left over it";
  EXPECT_EQ(movedFrame(whole, {9, 9}, kPicture).centre, QPointF(0, 0)) << "and stays on it";
  EXPECT_DOUBLE_EQ(zoomedFrame(whole, 2, kPicture).width, 450);
  EXPECT_DOUBLE_EQ(zoomedFrame(whole, 1e9, kPicture).width, 100);
  EXPECT_DOUBLE_EQ(zoomedFrame(whole, 1e-9, kPicture).width, 1800);
  EXPECT_DOUBLE_EQ(turnedFrame(whole, 370).degrees, 10);
}

TEST(Photo, WhatIsTurnedClockwiseIsSeenSo) {
  QImage image(600, 600, QImage::Format_RGB32);
  image.fill(Qt::white);
  QPainter(&image).fillRect(280, 100, 40, 40, Qt::red);  // above the middle
  const QImage turned = framed(image, turnedFrame(wholeFrame(image.size()), 90), {300, 400});
  // The frame is 450 pixels wide; 180 above the middle come to lie 180 to the right of it.
  EXPECT_EQ(turned.pixelColor(150 + 120, 200), QColor(Qt::red));
}

TEST(Photo, AGoodPhotoRaisesNoDoubt) {
  for (const PhotoDoubt doubt : doubts(face())) {
    ADD_FAILURE() << static_cast<int>(doubt);
  }
}

TEST(Photo, EachFaultIsFoundByItself) {
  EXPECT_TRUE(has(doubts(face(Qt::white, QColor(45, 35, 30))), PhotoDoubt::dark));
  EXPECT_TRUE(has(doubts(face(Qt::white, QColor(250, 245, 240))), PhotoDoubt::bright));
  EXPECT_TRUE(has(doubts(face().scaled(150, 200)), PhotoDoubt::tooFewPixels));
  EXPECT_TRUE(has(doubtsAbout(face(), zoomedFrame(wholeFrame(kPicture), 0.7, kPicture)),
                  PhotoDoubt::overEdge));
  QImage curtain = face();
  QPainter painter(&curtain);
  for (int x = 0; x < 160; x += 40) {
    painter.fillRect(x, 0, 20, 800, QColor(120, 60, 60));
  }
  painter.end();
  EXPECT_TRUE(has(doubts(curtain), PhotoDoubt::background));
  const QImage blurred = face()
                             .scaled(30, 40, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                             .scaled(90, 120, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                             .scaled(900, 1200, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
  EXPECT_TRUE(has(doubts(blurred), PhotoDoubt::blurred));
}

TEST(Photo, TheJpegKeepsToItsSize) {
  QImage noise(kPhotoPixels, QImage::Format_RGB32);
  unsigned seed = 1;
  for (int y = 0; y < noise.height(); ++y) {
    for (int x = 0; x < noise.width(); ++x) {
      seed = seed * 1664525U + 1013904223U;
      noise.setPixel(x, y, seed >> 8U);
    }
  }
  const QByteArray jpeg = photoJpeg(noise, 51'200);
  EXPECT_FALSE(jpeg.isEmpty());
  EXPECT_LE(jpeg.size(), 51'200);
  EXPECT_TRUE(photoJpeg(noise, 100).isEmpty());
}

TEST(Photo, AFileThatIsOneAlreadyStaysAsItIs) {
  const QTemporaryDir folder;
  const QString file = folder.filePath(QStringLiteral("photo.jpg"));
  ASSERT_TRUE(face().scaled(kPhotoPixels).save(file, "jpg", 70));
  PhotoWork work;
  work.begin(file);
  ASSERT_TRUE(test::eventually([&] { return !work.isReading(); }));
  QFile made(file);
  ASSERT_TRUE(made.open(QIODevice::ReadOnly));
  const QByteArray content = made.readAll();
  EXPECT_EQ(work.photo(51'200), content);
  EXPECT_NE(work.photo(content.size() - 1), content) << "where it may not be so large";
  work.setFrame(turnedFrame(work.frame(), 1));
  EXPECT_NE(work.photo(51'200), content);
}

/// With a segment behind the first one.
QByteArray withSegment(const QByteArray& jpeg, char marker, const QByteArray& content) {
  constexpr qsizetype kHeadOfJfif = 20;
  QByteArray segment("\xFF", 1);
  segment += marker;
  segment += '\0';
  segment += static_cast<char>(content.size() + 2);
  return jpeg.left(kHeadOfJfif) + segment + content + jpeg.mid(kHeadOfJfif);
}

TEST(Photo, NothingButItsPixelsIsSent) {
  const QTemporaryDir folder;
  const QString file = folder.filePath(QStringLiteral("photo.jpg"));
  ASSERT_TRUE(face().scaled(kPhotoPixels).save(file, "jpg", 70));
  QFile made(file);
  ASSERT_TRUE(made.open(QIODevice::ReadOnly));
  const QByteArray plain = made.readAll();
  made.close();
  const auto sentOf = [&](const QByteArray& content) {
    EXPECT_TRUE(made.open(QIODevice::WriteOnly) && made.write(content) == content.size());
    made.close();
    PhotoWork work;
    work.begin(file);
    EXPECT_TRUE(test::eventually([&] { return !work.isReading(); }));
    EXPECT_EQ(work.fault(), PictureFault::none);
    return work.photo(51'200);
  };
  ASSERT_EQ(sentOf(plain), plain);
  const QByteArray place("exif:GPSLatitude=\"35,40.8N\"");
  for (const auto& [marker, head] :
       {std::pair{'\xE1', QByteArray("http://ns.adobe.com/xap/1.0/\0", 29)},
        {'\xE1', QByteArray("Exif\0\0", 6)},
        {'\xED', QByteArray("Photoshop 3.0\0", 14)},
        {'\xFE', QByteArray("a comment")}}) {
    const QByteArray sent = sentOf(withSegment(plain, marker, head + place));
    EXPECT_FALSE(sent.isEmpty());
    EXPECT_FALSE(sent.contains("GPS")) << head.toStdString();
  }
  EXPECT_FALSE(sentOf(plain + "GPS of a film behind it").contains("GPS"));
}

}  // namespace
}  // namespace madoguchi::app
