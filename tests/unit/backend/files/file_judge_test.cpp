#include "backend/files/file_judge.h"

#include <gmock/gmock.h>
#include <zlib.h>

#include <fstream>

#include "backend/core/deadline.h"
#include "backend/core/loggable_error.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/backend/files/pdf_files.h"

namespace madoguchi::backend {
namespace {

using protocol::Reason;
using test::goodPdf;
using test::kPage;
using test::kPages;
using test::pdfOf;

class FileJudgeTest : public testing::Test {
 protected:
  std::optional<Reason> judge(const std::string& bytes,
                              std::chrono::milliseconds time = std::chrono::seconds(60)) {
    return m_judge.judgePdf(bytes, deadlineIn(time));
  }
  /// With something in its catalogue.
  std::optional<Reason> judgeWith(const std::string& more, const std::string& object = "null") {
    return judge(pdfOf({"<</Type/Catalog/Pages 2 0 R" + more + ">>", kPages, kPage, object}));
  }

  FileJudge m_judge{MADOGUCHI_CHECK_PDF};
};

TEST_F(FileJudgeTest, AGoodFileIsTaken) { EXPECT_EQ(judge(goodPdf()), std::nullopt); }

TEST_F(FileJudgeTest, AProgramThatDoesNotRunSaysNothingOfAFile) {
  for (const char* program : {"/bin/false", "/nowhere/madoguchi-check-pdf"}) {
    FileJudge other{program};
    EXPECT_THAT([&] { other.demandWorks(); },
                testing::ThrowsMessage<LoggableError>(
                    testing::HasSubstr(std::string(program) + " cannot be run")));
    EXPECT_THROW(other.judgePdf(goodPdf(), deadlineIn(std::chrono::seconds(60))), std::system_error)
        << program;
  }
}

TEST_F(FileJudgeTest, AProgramThatTakesNoGoodFileIsNotWorkedWith) {
  EXPECT_NO_THROW(m_judge.demandWorks());
  const madoguchi::test::TemporaryFolder folder;
  const auto program = folder.path() / "check-pdf";
  std::ofstream(program) << "#!/bin/sh\nexit 10\n";
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  EXPECT_THAT([&] { FileJudge(program).demandWorks(); },
              testing::ThrowsMessage<LoggableError>(testing::HasSubstr("takes no good file")));
}

TEST_F(FileJudgeTest, WhatIsNoPdfIsOfAnotherType) {
  EXPECT_EQ(judge(""), Reason::fileType);
  EXPECT_EQ(judge("PK\3\4 a document of another kind"), Reason::fileType);
  EXPECT_EQ(judge(std::string(2000, ' ') + goodPdf()), Reason::fileType);
}

TEST_F(FileJudgeTest, ADamagedFileIsRefusedWhereverItIsCut) {
  const std::string good = goodPdf();
  for (std::size_t size = 9; size + 7 < good.size(); size += 23) {
    EXPECT_EQ(judge(good.substr(0, size)), Reason::fileDamaged) << size;
  }
}

/// The file with one of its words in the place of another.
std::string with(std::string pdf, const std::string& word, const std::string& other) {
  return pdf.replace(pdf.find(word), word.size(), other);
}

TEST_F(FileJudgeTest, WhatOfficeProgramsAndPrintersGetWrongIsTaken) {
  const std::string good = goodPdf();
  EXPECT_EQ(judge(with(good, "/Size 5", "/Size 6")), std::nullopt);
  EXPECT_EQ(judge(with(good, "/Size 5", "/Size 60")), std::nullopt);
  const std::string place = std::to_string(good.find("4 0 obj"));
  EXPECT_EQ(judge(with(good, std::string(10 - place.size(), '0') + place, "0000000000")),
            std::nullopt)
      << "an object that is nowhere";
  EXPECT_EQ(judgeWith("/Font#20#Name 1"), std::nullopt);
  for (const std::string end : {"\r\n", "\r", " \n"}) {
    EXPECT_EQ(judgeWith("", "<</Length 5>>\nstream" + end + "0 0 m\nendstream"), std::nullopt);
  }
}

TEST_F(FileJudgeTest, WhatOthersMayReadOtherwiseIsRefused) {
  const std::string good = goodPdf();
  EXPECT_EQ(judge(with(good, "/Size 5", "/Size 4")), Reason::fileDamaged) << "hides an object";
  EXPECT_EQ(judgeWith("/A 1/A 2"), Reason::fileDamaged);
  EXPECT_EQ(judgeWith("", "<</Length 3>>\nstream\n0 0 m\nendstream"), Reason::fileDamaged);
  EXPECT_EQ(judge(with(good, "endobj", "      ")), Reason::fileDamaged);
}

TEST_F(FileJudgeTest, AFileWithoutPagesIsEmpty) {
  EXPECT_EQ(judge(pdfOf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>"})),
            Reason::fileEmpty);
}

TEST_F(FileJudgeTest, ScriptsAreFoundWhereverTheyStand) {
  const std::string script = "<</S/JavaScript/JS(app.alert(1))>>";
  EXPECT_EQ(judgeWith("/OpenAction" + script), Reason::fileWithScript);
  EXPECT_EQ(judgeWith("/OpenAction 4 0 R", script), Reason::fileWithScript);
  EXPECT_EQ(judgeWith("/Names<</JavaScript<</Names[(a)4 0 R]>>>>", script), Reason::fileWithScript);
  EXPECT_EQ(judgeWith("", script), Reason::fileWithScript) << "although nothing refers to it";
  EXPECT_EQ(judgeWith("/AA<</WC[[" + script + "]]>>"), Reason::fileWithScript);
  EXPECT_EQ(judgeWith("/OpenAction<</S/#4aavaScript>>"), Reason::fileWithScript)
      << "in other letters";
  EXPECT_EQ(judgeWith("/OpenAction<</S/Launch/F(a.exe)>>"), Reason::fileWithScript);
}

TEST_F(FileJudgeTest, FilesInsideAreFound) {
  EXPECT_EQ(judgeWith("/Names<</EmbeddedFiles<</Names[]>>>>"), Reason::fileWithFiles);
  EXPECT_EQ(judgeWith("", "<</Type/Filespec/EF<<>>>>"), Reason::fileWithFiles);
}

/// A gibibyte of zeros in a mebibyte: the same piece again and again.
std::string bomb() {
  const std::string zeros(16UL << 20U, '\0');
  z_stream packer{};
  deflateInit(&packer, Z_BEST_SPEED);
  const auto packed = [&packer, &zeros] {
    std::string out(1UL << 20U, '\0');
    packer.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(zeros.data()));
    packer.avail_in = static_cast<uInt>(zeros.size());
    packer.next_out = reinterpret_cast<Bytef*>(out.data());
    packer.avail_out = static_cast<uInt>(out.size());
    deflate(&packer, Z_FULL_FLUSH);
    out.resize(out.size() - packer.avail_out);
    return out;
  };
  std::string bytes = packed();
  const std::string piece = packed();
  for (int i = 1; i < 64; ++i) {
    bytes += piece;
  }
  deflateEnd(&packer);
  return bytes;
}

TEST_F(FileJudgeTest, ABombTakesNoMoreThanItsShare) {
  const std::string table = bomb();  // of what stands where, which is unpacked before all else
  EXPECT_EQ(judge("%PDF-1.7\n1 0 obj\n<</Type/XRef/Size 9/W[1 2 1]/Root 1 0 R"
                  "/Filter/FlateDecode/Length " +
                  std::to_string(table.size()) + ">>\nstream\n" + table +
                  "\nendstream\nendobj\nstartxref\n9\n%%EOF\n"),
            Reason::fileDamaged);
}

TEST_F(FileJudgeTest, CirclesAndDepthsEnd) {
  EXPECT_EQ(judge(pdfOf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 1>>"})),
            Reason::fileDamaged);
  EXPECT_EQ(judgeWith("/A 1 0 R"), std::nullopt);
  EXPECT_EQ(judgeWith("/A" + std::string(50'000, '[') + std::string(50'000, ']')),
            Reason::fileDamaged);
}

// Of the file it tells nothing that others had more to do: it stays, and is looked at once more.
TEST_F(FileJudgeTest, WhatTakesTooLongIsEndedAndDamagedOnlyByItsOwnLimit) {
  const madoguchi::test::TemporaryFolder folder;
  const auto program = [&folder](const std::string& name, const std::string& does) {
    const auto path = folder.path() / name;
    std::ofstream(path) << "#!/bin/sh\n" + does + "\n";
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    return path;
  };
  FileJudge sleepy(program("sleeps", "exec /bin/sleep 600"));
  EXPECT_EQ(sleepy.judgePdf(goodPdf(), deadlineIn(std::chrono::milliseconds(20))),
            Reason::unavailable);
  FileJudge busy(program("works", "kill -XCPU $$"));  // as the system ends it
  EXPECT_EQ(busy.judgePdf(goodPdf(), deadlineIn(std::chrono::minutes(1))), Reason::fileDamaged);
  FileJudge nobody(folder.path() / "nobody");
  EXPECT_THROW(nobody.judgePdf(goodPdf(), deadlineIn(std::chrono::minutes(1))), std::system_error);
}

TEST(JudgeJpeg, TakesAPictureAndNothingElse) {
  const std::string good = test::jpegOf(90, 120);
  EXPECT_EQ(judgeJpeg(good), std::nullopt);
  EXPECT_EQ(judgeJpeg(""), Reason::fileType);
  EXPECT_EQ(judgeJpeg("\x89PNG\r\n"), Reason::fileType);
  EXPECT_EQ(judgeJpeg(good.substr(0, good.size() - 1)), Reason::fileDamaged) << "it was cut";
  for (std::size_t size = 2; size < good.size(); ++size) {
    EXPECT_NE(judgeJpeg(good.substr(0, size)), std::nullopt) << size;
  }
  std::string huge = good;
  huge[7] = '\xFF';
  EXPECT_EQ(judgeJpeg(huge), Reason::fileDamaged) << "65,000 pixels";
}

}  // namespace
}  // namespace madoguchi::backend
