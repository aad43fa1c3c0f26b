#include "forms/bulk/csv.h"

#include <gmock/gmock.h>

// Tables as spreadsheets save them: encodings, separators, quotation marks.

namespace madoguchi::forms {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// 氏名,都 in each.
constexpr std::string_view kUtf8 = "氏名,都";
constexpr std::string_view kShiftJis = "\x8E\x81\x96\xBC,\x93\x73";

TEST(Csv, IsReadInEveryEncodingThatSpreadsheetsOfJapanSave) {
  const Cells expected = {{"氏名", "都"}};
  const std::string utf16le("\xFF\xFE\x0F\x6C\x0D\x54,\0\xFD\x90", 10);
  const std::string utf16be("\xFE\xFF\x6C\x0F\x54\x0D\0,\x90\xFD", 10);
  EXPECT_EQ(readCsv(kUtf8).rows, expected);
  EXPECT_EQ(readCsv("\xEF\xBB\xBF" + std::string(kUtf8)).rows, expected);
  EXPECT_EQ(readCsv(kShiftJis).rows, expected);
  EXPECT_EQ(readCsv(utf16le).rows, expected);
  EXPECT_EQ(readCsv(utf16be).rows, expected);
}

TEST(Csv, TakesTheCharactersThatOnlyWindowsHasInShiftJis) {
  EXPECT_EQ(readCsv("\xFB\xFC\x87\x40\x81\x60,").rows, (Cells{{"髙①～"}}));
}

TEST(Csv, SaysWhatIsNoTable) {
  EXPECT_EQ(readCsv("PK\x03\x04rest of a workbook").fault, CsvFault::workbook);
  EXPECT_EQ(readCsv("\xD0\xCF\x11\xE0rest of an old one").fault, CsvFault::workbook);
  EXPECT_EQ(readCsv(std::string("a\0b", 3)).fault, CsvFault::notText);
  EXPECT_EQ(readCsv("\xEF\xBB\xBF\x8E\x81").fault, CsvFault::notText);
  EXPECT_EQ(readCsv("\xFF\xFF\xFF").fault, CsvFault::notText);
  EXPECT_EQ(readCsv("a,\"b\nc,d\n").fault, CsvFault::openQuote);
  EXPECT_EQ(readCsv(std::string(kMostCsvBytes + 1, 'a')).fault, CsvFault::tooLarge);
  EXPECT_EQ(readCsv(std::string(kMostCsvBytes, 'a')).fault, CsvFault::none);
}

TEST(Csv, IsApartByWhateverTheFirstRowHasMostOf) {
  EXPECT_EQ(readCsv("a;b;c\n1,5;2;3").rows, (Cells{{"a", "b", "c"}, {"1,5", "2", "3"}}));
  EXPECT_EQ(readCsv("a\tb\n1,5\t2").rows, (Cells{{"a", "b"}, {"1,5", "2"}}));
  EXPECT_EQ(readCsv("\"a;b;c\",d\n1;2,3").rows, (Cells{{"a;b;c", "d"}, {"1;2", "3"}}));
}

TEST(Csv, KeepsWhatStandsInQuotationMarks) {
  EXPECT_EQ(readCsv("\"a,b\",\"c\"\"d\",\"e\r\nf\rg\"\r\n1").rows,
            (Cells{{"a,b", "c\"d", "e\nf\ng"}, {"1"}}));
  EXPECT_EQ(readCsv("5\" pipe,b").rows, (Cells{{"5\" pipe", "b"}}));
}

TEST(Csv, LeavesOutWhatIsEmptyAtItsEnds) {
  EXPECT_EQ(readCsv("a,b,,\r\n,,,\r\n1,,2\r\n,,\r\n\r\n").rows,
            (Cells{{"a", "b"}, {}, {"1", "", "2"}}));
  EXPECT_THAT(readCsv("").rows, IsEmpty());
  EXPECT_THAT(readCsv("\xEF\xBB\xBF").rows, IsEmpty());
}

TEST(Csv, IsReadAsItWasWritten) {
  const Cells cells = {{"氏名", "a,b", "c\"d", "e\nf"}, {"=1+1", "+81 3", "-", "@x", "'=", "'x"}};
  EXPECT_EQ(readCsv(writtenCsv(cells)).rows, cells);
}

TEST(Csv, IsReadAsItWasWrittenWhateverItsHeadingsHold) {
  const Cells cells = {{"a", "b;;;;;;", "c\t\t\t\t"}, {"1", "2", "3"}};
  EXPECT_EQ(readCsv(writtenCsv(cells)).rows, cells);
}

TEST(Csv, IsNoFormulaToASpreadsheet) {
  EXPECT_EQ(writtenCsv({{"=HYPERLINK(1)", "+81", "a=b", "＝１"}}),
            "\xEF\xBB\xBF\"'=HYPERLINK(1)\",\"'+81\",a=b,\"'＝１\"\r\n");
}

}  // namespace
}  // namespace madoguchi::forms
