#include <gtest/gtest.h>
#include <zlib.h>

#include <QBuffer>
#include <QFile>
#include <QPainter>
#include <QTemporaryDir>
#include <QtEndian>

#include "app/rooms/application/documents/heic.h"
#include "app/rooms/application/documents/page_list.h"
#include "app/rooms/application/documents/sharpness.h"
#include "protocol/filecheck/judge_pdf.h"
#include "tests/unit/app/event_loop.h"

namespace madoguchi::app {
namespace {

constexpr QSize kBox(1654, 2339);

/// A page with lines that are like strokes of letters.
QImage paper(QSize size) {
  QImage image(size, QImage::Format_RGB32);
  image.fill(Qt::white);
  QPainter painter(&image);
  for (int y = 40; y + 20 < size.height(); y += 40) {
    for (int x = 40; x + 20 < size.width(); x += 24) {
      painter.fillRect(x, y, 4, 20, Qt::black);
      painter.fillRect(x, y + 8, 16, 4, QColor(20, 20, 60));
    }
  }
  return image;
}

/// As if by a Gaussian of two pixels: six times the mean of what is around, of variance 2/3.
QImage blurred(QImage image) {
  image = image.convertToFormat(QImage::Format_Grayscale8);
  for (int pass = 0; pass < 6; ++pass) {
    const QImage before = image;
    for (int y = 1; y + 1 < image.height(); ++y) {
      uchar* line = image.scanLine(y);
      for (int x = 1; x + 1 < image.width(); ++x) {
        int sum = 0;
        for (int near = -1; near <= 1; ++near) {
          const uchar* other = before.constScanLine(y + near);
          sum += other[x - 1] + other[x] + other[x + 1];
        }
        line[x] = static_cast<uchar>((sum + 4) / 9);
      }
    }
  }
  return image;
}

QByteArray encoded(const QImage& image, const char* format) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  EXPECT_TRUE(image.save(&buffer, format, 90));
  return bytes;
}

/// As a telephone writes it that was held upright: turned by 90 degrees, with a place.
QByteArray withExif(const QByteArray& jpeg) {
  constexpr char kExif[] =
      "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0GPS 35.68N";
  const QByteArray exif(kExif, sizeof kExif - 1);
  QByteArray segment("\xFF\xE1\0", 3);
  segment += static_cast<char>(exif.size() + 2);
  return jpeg.left(2) + segment + exif + jpeg.mid(2);
}

QString pictureOfTelephone(const char* name) {
  return QStringLiteral(MADOGUCHI_TEST_DATA "/pictures/") + QLatin1String(name);
}

QByteArray contentOf(const QString& file) {
  QFile source(file);
  EXPECT_TRUE(source.open(QIODevice::ReadOnly)) << file.toStdString();
  return source.readAll();
}

/// Of the fields of the pictures in tests/data/pictures, which were packed with loss.
std::string nameOfColour(const QColor& colour) {
  constexpr int kBright = 128;
  const bool red = colour.red() > kBright;
  const bool green = colour.green() > kBright;
  const bool blue = colour.blue() > kBright;
  if (red && green && blue) return "white ";
  if (red) return "red ";
  if (green) return "green ";
  return blue ? "blue " : "black ";
}

class DocumentsTest : public testing::Test {
 protected:
  QString file(const QString& name, const QByteArray& content) {
    QFile made(m_folder.filePath(name));
    EXPECT_TRUE(made.open(QIODevice::WriteOnly));
    made.write(content);
    return made.fileName();
  }
  PictureFault faultOf(const QByteArray& content) {
    return readPicture(file(QStringLiteral("a"), content), kBox).fault;
  }

 private:
  QTemporaryDir m_folder;
};

TEST_F(DocumentsTest, PicturesBecomeNoLargerThanTheirBoxAndNeverLarger) {
  const auto sizeOf = [&](QSize size) {
    return readPicture(file(QStringLiteral("a"), encoded(paper(size), "jpg")), kBox).image.size();
  };
  EXPECT_EQ(sizeOf({3000, 4000}), QSize(1654, 2205));
  EXPECT_EQ(sizeOf({4000, 3000}), QSize(2205, 1654)) << "across";
  EXPECT_EQ(sizeOf({300, 400}), QSize(300, 400));
}

TEST_F(DocumentsTest, TelephonesPicturesStandUprightAndTellNothingElse) {
  const QString name =
      file(QStringLiteral("phone.jpg"), withExif(encoded(paper({400, 300}), "jpg")));
  const PageRead read = readScannedPage(name);
  ASSERT_EQ(read.fault, PictureFault::none);
  EXPECT_EQ(read.page.size, QSize(300, 400));
  EXPECT_FALSE(read.page.jpeg.contains("Exif"));
  EXPECT_FALSE(read.page.jpeg.contains("GPS"));
}

TEST_F(DocumentsTest, WhatIsNoPictureIsSaidToBeSo) {
  const QByteArray jpeg = encoded(paper({400, 300}), "jpg");
  EXPECT_EQ(faultOf("nothing of the kind"), PictureFault::otherKind);
  EXPECT_EQ(faultOf({}), PictureFault::noContent);
  EXPECT_EQ(faultOf(jpeg.left(jpeg.size() / 2)), PictureFault::damaged);
  EXPECT_EQ(faultOf(encoded(paper({400, 300}), "png").left(200)), PictureFault::damaged);
  EXPECT_EQ(readPicture(QStringLiteral("/nowhere/a.jpg"), kBox).fault, PictureFault::unreadable);
}

TEST_F(DocumentsTest, ColoursAreThoseThatWereSeenWhateverTheProfile) {
  const QColor skin(205, 165, 140);
  const auto seenOf = [&](QColorSpace::NamedColorSpace profile, const char* kind) {
    QImage image(QSize(300, 400), QImage::Format_RGB32);
    image.fill(skin);
    image.setColorSpace(QColorSpace::SRgb);
    image.convertToColorSpace(profile);
    const Picture read = readPicture(file(QStringLiteral("a"), encoded(image, kind)), kBox);
    EXPECT_EQ(read.fault, PictureFault::none);
    EXPECT_FALSE(read.image.colorSpace().isValid()) << "it is told nowhere any more";
    return read.image.pixelColor(100, 100);
  };
  for (const auto profile : {QColorSpace::SRgb, QColorSpace::DisplayP3, QColorSpace::AdobeRgb,
                             QColorSpace::ProPhotoRgb}) {
    for (const char* kind : {"jpg", "png"}) {
      const QColor seen = seenOf(profile, kind);
      EXPECT_NEAR(seen.red(), skin.red(), 3) << profile << kind;
      EXPECT_NEAR(seen.green(), skin.green(), 3) << profile << kind;
      EXPECT_NEAR(seen.blue(), skin.blue(), 3) << profile << kind;
    }
  }
  const Picture telephone = readPicture(pictureOfTelephone("display_p3.heic"), kBox);
  ASSERT_EQ(telephone.fault, PictureFault::none);
  const QColor seen = telephone.image.pixelColor(100, 100);
  EXPECT_NEAR(seen.red(), 213, 3);
  EXPECT_NEAR(seen.green(), 163, 3);
  EXPECT_NEAR(seen.blue(), 136, 3);
}

TEST_F(DocumentsTest, TelephonesHeicPicturesStandAsTheySay) {
  const auto read = [&](const char* name, QSize box) {
    Picture picture = readPicture(pictureOfTelephone(name), box);
    EXPECT_EQ(picture.fault, PictureFault::none) << name;
    return picture.image;
  };
  const auto at = [](const QImage& image, double x, double y) {
    return nameOfColour(image.pixelColor(static_cast<int>(x * image.width()),
                                         static_cast<int>(y * image.height())));
  };
  const QImage turned = read("turned.heic", kBox);
  EXPECT_EQ(turned.size(), QSize(128, 192));
  EXPECT_EQ(
      at(turned, 0.2, 0.2) + at(turned, 0.8, 0.2) + at(turned, 0.2, 0.8) + at(turned, 0.8, 0.8),
      "blue red white green ");
  const QImage mirrored = read("mirrored.heic", kBox);
  EXPECT_EQ(mirrored.size(), QSize(192, 128));
  EXPECT_EQ(at(mirrored, 0.2, 0.2) + at(mirrored, 0.8, 0.2) + at(mirrored, 0.2, 0.8) +
                at(mirrored, 0.8, 0.8),
            "green red white blue ");
  EXPECT_EQ(read("turned.heic", {96, 96}).size(), QSize(64, 96)) << "within its box";
}

TEST_F(DocumentsTest, AHeicPictureBecomesAPageAsAnyOtherDoes) {
  const PageRead read = readScannedPage(pictureOfTelephone("turned.heic"));
  ASSERT_EQ(read.fault, PictureFault::none);
  EXPECT_EQ(read.page.size, QSize(128, 192));
  EXPECT_TRUE(read.page.jpeg.startsWith("\xFF\xD8"));
}

TEST_F(DocumentsTest, DamagedHeicPicturesAreRefusedWhereverTheyEnd) {
  const QByteArray whole = contentOf(pictureOfTelephone("turned.heic"));
  ASSERT_GT(whole.size(), 500);
  for (qsizetype length = 12; length < whole.size(); length += 40)
    EXPECT_EQ(faultOf(whole.left(length)), PictureFault::damaged) << length;
  EXPECT_EQ(faultOf(QByteArray("\0\0\0\x18"
                               "ftypheic\0\0\0\0mif1heic",
                               24)),
            PictureFault::damaged);
}

TEST_F(DocumentsTest, AHeicPictureOfTooManyPixelsIsRefusedByItsHeadAlone) {
  QByteArray content = contentOf(pictureOfTelephone("mirrored.heic"));
  const qsizetype extents = content.indexOf("ispe");  // version and flags, then width and height
  ASSERT_GT(extents, 0);
  content.replace(extents + 8, 8, QByteArray("\0\0\x4E\x20\0\0\x4E\x20", 8));
  EXPECT_EQ(faultOf(content), PictureFault::tooLarge);
}

TEST_F(DocumentsTest, WithoutWhatReadsHeicItIsSaidWhatToDo) {
  const QByteArray content = contentOf(pictureOfTelephone("turned.heic"));
  EXPECT_EQ(readHeic(content, kBox, "/nowhere/madoguchi-read-heic").fault, PictureFault::heic);
}

TEST_F(DocumentsTest, APictureOfTooManyPixelsIsRefusedByItsHeadAlone) {
  // 20,000 pixels each way.
  QByteArray png = encoded(paper({40, 40}), "png");
  png.replace(16, 8, QByteArray("\0\0\x4E\x20\0\0\x4E\x20", 8));
  const auto sum =
      static_cast<quint32>(crc32(0, reinterpret_cast<const Bytef*>(png.constData()) + 12, 17));
  qToBigEndian(sum, png.data() + 29);
  QByteArray jpeg = encoded(paper({40, 40}), "jpg");
  const qsizetype frame = jpeg.indexOf("\xFF\xC0");
  ASSERT_GT(frame, 0);
  jpeg.replace(frame + 5, 4, QByteArray("\x4E\x20\x4E\x20", 4));
  EXPECT_EQ(faultOf(jpeg), PictureFault::tooLarge);
  EXPECT_EQ(faultOf(png), PictureFault::tooLarge);
}

TEST_F(DocumentsTest, SharpnessDoesNotDependOnHowMuchIsWritten) {
  const QImage sharp = paper({800, 1000});
  QImage line(800, 1000, QImage::Format_RGB32);
  line.fill(Qt::white);
  QPainter(&line).drawImage(QRect(40, 40, 400, 60), sharp, QRect(40, 40, 400, 60));
  QImage blank(800, 1000, QImage::Format_RGB32);
  blank.fill(QColor(250, 248, 240));
  EXPECT_GT(sharpness(sharp), 0.5);
  EXPECT_GT(sharpness(line), 0.5);
  EXPECT_GT(sharpness(blank), 0.5) << "paper is not blurred";
  EXPECT_LT(sharpness(blurred(sharp)), 0.2);
}

TEST_F(DocumentsTest, BlurredAndSmallPagesAreHardToRead) {
  const auto isHard = [&](const QImage& image) {
    return readScannedPage(file(QStringLiteral("a.png"), encoded(image, "png"))).page.isHardToRead;
  };
  EXPECT_FALSE(isHard(paper(kBox)));
  EXPECT_TRUE(isHard(blurred(paper(kBox.scaled(1300, 1800, Qt::KeepAspectRatio)))));
  EXPECT_TRUE(isHard(paper({600, 800}))) << "72 dpi";
}

TEST_F(DocumentsTest, SeveralPicturesBecomeOneGoodPdfInTheirOrder) {
  PageList list;
  list.add({file(QStringLiteral("one.jpg"), encoded(paper({400, 300}), "jpg")),
            file(QStringLiteral("none.jpg"), "none"),
            file(QStringLiteral("two.png"),
                 encoded(paper({300, 400}).convertToFormat(QImage::Format_Grayscale8), "png"))});
  ASSERT_TRUE(test::eventually([&] { return !list.isReading(); }));
  ASSERT_EQ(list.pages().size(), 2U);
  EXPECT_EQ(list.fault(), PictureFault::otherKind);
  EXPECT_EQ(list.faultyName(), QStringLiteral("none.jpg"));
  list.move(0, 1);
  list.move(0, -1);  // there is nothing before it
  list.turn(1);
  EXPECT_EQ(list.pages().front().name, QStringLiteral("two.png"));
  const QByteArray pdf = list.pdf();
  EXPECT_EQ(filecheck::judgePdf(filecheck::checkPdfBesideThis(), pdf.toStdString(),
                                std::chrono::steady_clock::now() + std::chrono::minutes(1)),
            std::nullopt);
  EXPECT_TRUE(pdf.contains("/Count 2"));
  const qsizetype across = pdf.indexOf("/MediaBox[0 0 842 595]/Rotate 90");
  EXPECT_GT(across, pdf.indexOf("/MediaBox[0 0 595 842]/Rotate 0"));
  EXPECT_TRUE(pdf.contains("/DeviceGray"));
  EXPECT_TRUE(pdf.contains("/DeviceRGB"));
  EXPECT_LT(pdf.size() - list.bytes(), 2000);
  list.remove(0);
  EXPECT_EQ(list.pages().size(), 1U);
}

}  // namespace
}  // namespace madoguchi::app
