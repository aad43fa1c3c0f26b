#include <QApplication>
#include <QBuffer>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QTest>

#include "forms/engine/attachment.h"
#include "tests/unit/app/pages/application_fixture.h"
#include "tests/unit/backend/files/pdf_files.h"

// Documents and the photo of an application, before they are sent.

namespace madoguchi::test {
namespace {

using backend::test::goodPdf;
using backend::test::kPage;
using backend::test::kPages;
using backend::test::pdfOf;

const std::string kFiles = kDraft + "/attachments";
const std::string kFirstFile = "application.documents.r1.file";

class ApplicationDocumentsTest : public ApplicationTest {
 protected:
  /// On the page where files are chosen, with a document that has no file yet, and another one of
  /// so many bytes.
  void toDocuments(std::uint64_t otherBytes = 1000) {
    forms::Answers answers = goodAnswers();
    answers.values.erase("photo");
    const std::string other = forms::toText(
        {.digest = std::string(64, 'b'), .mediaType = "application/pdf", .bytes = otherBytes});
    answers.groups["documents"] = {{.id = "r1", .values = {{"title", "課税証明書"}}},
                                   {.id = "r2", .values = {{"title", "住民票"}, {"file", other}}}};
    ASSERT_NO_FATAL_FAILURE(toDraft(answers, "filing"));
  }
  void choose(const QString& name, const std::string& pdf) {
    outlets.existing = file(name, QByteArray::fromStdString(pdf));
    ASSERT_TRUE(press(kFirstFile.c_str()));
  }
  static QByteArray encoded(const QImage& image) {
    QByteArray png;
    QBuffer buffer(&png);
    EXPECT_TRUE(image.save(&buffer, "png"));
    return png;
  }
  bool isSaid(const char* words) {
    return eventually([&] { return wordsOf("application.upload").contains(words); });
  }
};

TEST_F(ApplicationDocumentsTest, APdfIsJudgedHereAsTheServiceWould) {
  ASSERT_NO_FATAL_FAILURE(toDocuments());
  choose("form.pdf",
         pdfOf({"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(a)>>>>", kPages, kPage}));
  EXPECT_TRUE(isSaid("scripts")) << shown().toStdString();
  choose("cut.pdf", goodPdf().substr(0, 100));
  EXPECT_TRUE(isSaid("is damaged")) << shown().toStdString();
  choose("empty.pdf", pdfOf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>"}));
  EXPECT_TRUE(isSaid("no pages")) << shown().toStdString();
  EXPECT_TRUE(server->requests(kFiles).empty()) << "none of them was sent";
}

TEST_F(ApplicationDocumentsTest, AGoodPdfIsSentOnceItWasChecked) {
  ASSERT_NO_FATAL_FAILURE(toDocuments());
  const std::string pdf = goodPdf();
  server->answer(kFiles, attachment(201, 0, pdf.size()));
  server->answer(kFiles + "/" + kFileId + "/content", attachment(200, pdf.size(), pdf.size()));
  server->answer(kDraft, kept(2));
  choose("good.pdf", pdf);
  ASSERT_TRUE(eventually([&] { return puts() == 1; })) << shown().toStdString();
  EXPECT_EQ(server->requests(kFiles + "/" + kFileId + "/content").front().body, pdf);
}

TEST_F(ApplicationDocumentsTest, AllFilesTogetherMayBeSoLarge) {
  ASSERT_NO_FATAL_FAILURE(toDocuments(26'214'400 - 100));
  choose("one.pdf", goodPdf());
  EXPECT_TRUE(isSaid("too large together")) << shown().toStdString();
  EXPECT_TRUE(server->requests(kFiles).empty());
}

TEST_F(ApplicationDocumentsTest, AFileThatIsChosenWhileAnotherOneIsSentGoesBesideIt) {
  ASSERT_NO_FATAL_FAILURE(toDocuments());
  const QByteArray photo = madePhoto();
  const auto bytes = static_cast<std::uint64_t>(photo.size());
  ScriptedServer::Answer slow = attachment(200, bytes, bytes);
  slow.never = true;
  server->answer(kFiles, attachment(201, 0, bytes));
  server->answer(kFiles + "/" + kFileId + "/content", slow);
  outlets.existing = file("photo.jpg", photo);
  ASSERT_TRUE(press("application.photo"));
  ASSERT_NO_FATAL_FAILURE(usePhoto());
  ASSERT_TRUE(eventually(
      [&] { return server->requests(kFiles + "/" + kFileId + "/content").size() == 1; }));
  const std::string pdf = goodPdf();
  const std::string other = "f2" + std::string(30, '0');
  const std::string digest(64, 'c');
  server->answer(kFiles, {.status = 201, .body = fileJson(0, pdf.size(), {}, digest, other)});
  server->answer(kFiles + "/" + other + "/content",
                 {.status = 200, .body = fileJson(pdf.size(), pdf.size(), {}, digest, other)});
  server->answer(kDraft, kept(2));
  server->answer(kDraft, kept(3));
  choose("good.pdf", pdf);
  ASSERT_TRUE(eventually([&] { return puts() == 1; })) << shown().toStdString();
  EXPECT_TRUE(wordsOf("application.upload").contains("photo.jpg")) << "it is on its way still";
  server->release();
  ASSERT_TRUE(eventually([&] { return puts() == 2; })) << shown().toStdString();
  EXPECT_TRUE(lastPut().at("values").contains("photo"));
  EXPECT_TRUE(lastPut().at("values").at("documents").at(0).contains("file"));
}

QImage pageOfPaper(QColor ink) {
  QImage page(1654, 2339, QImage::Format_RGB32);
  page.fill(Qt::white);
  QPainter painter(&page);
  for (int y = 100; y < 2200; y += 60) painter.fillRect(100, y, 1400, 20, ink);
  return page;
}

TEST_F(ApplicationDocumentsTest, PicturesOfPagesAreJoinedInAnOrderThatCanBeChanged) {
  ASSERT_NO_FATAL_FAILURE(toDocuments());
  outlets.existing = file("first.png", encoded(pageOfPaper(Qt::black)));
  ASSERT_TRUE(press(kFirstFile.c_str()));
  ASSERT_TRUE(eventually([&] { return find("scan.page.1.turn") != nullptr; }))
      << shown().toStdString();
  outlets.several = {file("second.png", encoded(pageOfPaper(Qt::blue))), file("none.png", "none")};
  ASSERT_TRUE(press("scan.add"));
  ASSERT_TRUE(eventually([&] { return find("scan.page.2.up") != nullptr; }));
  ASSERT_TRUE(eventually([&] { return wordsOf("scan.fault").contains("none.png"); }));
  EXPECT_EQ(find("scan.page.1.warning"), nullptr) << "it is sharp";
  const auto canGoUp = [&] {
    const QWidget* up = find("scan.page.2.up");
    return up != nullptr && up->isEnabled();
  };
  ASSERT_TRUE(eventually(canGoUp));
  ASSERT_TRUE(press("scan.page.2.up"));
  EXPECT_EQ(QApplication::focusWidget(), find("scan.page.1.down")) << "the focus goes with it";
  ASSERT_TRUE(press("scan.page.2.turn"));
  ASSERT_TRUE(eventually([&] { return find("scan.use")->isEnabled(); }));
  server->answer(kFiles, attachment(201, 0, 1));
  ASSERT_TRUE(press("scan.use"));
  ASSERT_TRUE(eventually([&] { return server->requests(kFiles).size() == 1; }));
  const auto announced = nlohmann::json::parse(server->requests(kFiles).front().body);
  EXPECT_EQ(announced.at("kind"), "document");
  EXPECT_EQ(announced.at("name"), "second.pdf") << "of the first page";
}

TEST_F(ApplicationDocumentsTest, AllPicturesTogetherMayBeSoLarge) {
  ASSERT_NO_FATAL_FAILURE(toDocuments(26'214'400 - 100));
  outlets.existing = file("first.png", encoded(pageOfPaper(Qt::black)));
  ASSERT_TRUE(press(kFirstFile.c_str()));
  ASSERT_TRUE(eventually([&] { return textOf("scan.size").contains("too large"); }))
      << shown().toStdString();
  EXPECT_FALSE(find("scan.use")->isEnabled());
}

TEST_F(ApplicationDocumentsTest, ThePhotoIsCutWithKeysAndSentOnceThePersonIsSure) {
  ASSERT_NO_FATAL_FAILURE(toDocuments());
  outlets.existing = file("face.png", encoded(QImage::fromData(madePhoto()).scaled(900, 1000)));
  ASSERT_TRUE(press("application.photo"));
  ASSERT_TRUE(eventually([&] { return find("photo.view") != nullptr; })) << shown().toStdString();
  EXPECT_TRUE(wordsOf("photo.doubts").contains("plain")) << "it is all colours";
  const auto seen = [&] { return find<QLabel>("photo.preview")->pixmap().toImage(); };
  auto* view = find("photo.view");
  view->setFocus();
  for (const Qt::Key key : {Qt::Key_Plus, Qt::Key_Down, Qt::Key_Left, Qt::Key_PageUp}) {
    const QImage before = seen();
    QTest::keyClick(view, key);
    EXPECT_NE(seen(), before) << key;
  }
  ASSERT_TRUE(press("photo.use"));
  EXPECT_NE(find("photo.unsure"), nullptr) << "it asks first";
  EXPECT_TRUE(server->requests(kFiles).empty());
  server->answer(kFiles, attachment(201, 0, 1));
  ASSERT_NO_FATAL_FAILURE(usePhoto());
  ASSERT_TRUE(eventually([&] { return server->requests(kFiles).size() == 1; }));
  const auto announced = nlohmann::json::parse(server->requests(kFiles).front().body);
  EXPECT_EQ(announced.at("kind"), "photo");
  EXPECT_EQ(announced.at("name"), "face.jpg");
  EXPECT_LE(announced.at("bytes"), 51'200);
}

TEST_F(ApplicationDocumentsTest, APictureOfATelephoneIsTakenAsPhotoAndAsPage) {
  ASSERT_NO_FATAL_FAILURE(toDocuments());
  outlets.existing = QStringLiteral(MADOGUCHI_TEST_DATA "/pictures/turned.heic");
  ASSERT_TRUE(press("application.photo"));
  ASSERT_TRUE(eventually([&] { return find("photo.use") != nullptr; })) << shown().toStdString();
  EXPECT_EQ(find("photo.fault"), nullptr);
  ASSERT_TRUE(press("photo.cancel"));
  ASSERT_TRUE(press(kFirstFile.c_str()));
  ASSERT_TRUE(eventually([&] { return find("scan.page.1.turn") != nullptr; }))
      << shown().toStdString();
  EXPECT_EQ(find("scan.fault"), nullptr);
}

TEST_F(ApplicationDocumentsTest, ABrokenPhotoIsSaidAndCanBeGivenUp) {
  ASSERT_NO_FATAL_FAILURE(toDocuments());
  outlets.existing = file("photo.jpg", madePhoto().left(3000));
  ASSERT_TRUE(press("application.photo"));
  ASSERT_TRUE(eventually([&] { return wordsOf("photo.fault").contains("is damaged"); }))
      << shown().toStdString();
  EXPECT_EQ(find("photo.use"), nullptr);
  ASSERT_TRUE(press("photo.cancel"));
  EXPECT_NE(find("application.photo"), nullptr);
}

}  // namespace
}  // namespace madoguchi::test
