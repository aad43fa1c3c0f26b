#include "app/widgets/secret_field.h"

#include <gtest/gtest.h>

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFontInfo>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QMetaProperty>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <cctype>
#include <optional>

#include "app/widgets/look.h"

namespace madoguchi::app {
namespace {

class SecretFieldTest : public testing::Test {
 protected:
  void SetUp() override { m_field.show(); }
  void type(const char* keys) { QTest::keyClicks(&m_field, QLatin1String(keys)); }
  void typeCharacter(const QString& character) {
    QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, character);
    QCoreApplication::sendEvent(&m_field, &press);
  }
  std::string taken() {
    const card::SecretBuffer secret = m_field.copy();
    m_field.clear();
    return {secret.bytes().begin(), secret.bytes().end()};
  }
  QAccessibleInterface& accessible() { return *QAccessible::queryAccessibleInterface(&m_field); }
  /// Every text that somebody could ask the field for.
  QString everythingToldAboutIt() {
    QString all;
    for (int i = 0; i < m_field.metaObject()->propertyCount(); ++i)
      all += m_field.metaObject()->property(i).read(&m_field).toString() + u'\n';
    for (const auto which : {QAccessible::Name, QAccessible::Description, QAccessible::Value,
                             QAccessible::Help, QAccessible::Accelerator})
      all += accessible().text(which) + u'\n';
    QAccessibleTextInterface* text = accessible().textInterface();
    all += text->text(0, text->characterCount());
    int start = 0;
    int end = 0;
    all += text->textAtOffset(0, QAccessible::CharBoundary, &start, &end);
    for (const auto query : {Qt::ImSurroundingText, Qt::ImCurrentSelection, Qt::ImTextBeforeCursor,
                             Qt::ImTextAfterCursor})
      all += m_field.inputMethodQuery(query).toString();
    return all;
  }

  SecretField m_field{rulesOf(card::Secret::signaturePassword)};
};

TEST_F(SecretFieldTest, LooksAsTheFieldsBesideIt) {
  const QLineEdit line;
  EXPECT_EQ(m_field.sizeHint().height(), line.sizeHint().height());
  EXPECT_EQ(m_field.fontInfo().pixelSize(), line.fontInfo().pixelSize())
      << "the width of its frame depends on it";
  const auto frame = [this] { return m_field.grab().toImage().pixelColor(m_field.width() / 2, 0); };
  const QColor before = frame();
  m_field.setWrong(true);
  EXPECT_EQ(frame(), coloursOf(m_field.palette()).error);
  m_field.setWrong(false);
  EXPECT_EQ(frame(), before);
}

TEST_F(SecretFieldTest, TakesLettersAndDigitsKeyByKeyAsCapitals) {
  type("aZ0b9y");
  EXPECT_EQ(m_field.length(), 6);
  EXPECT_EQ(taken(), "AZ0B9Y");
  EXPECT_EQ(m_field.length(), 0);
}

TEST_F(SecretFieldTest, TakesFullWidthCharacters) {
  for (const QString& character :
       {QStringLiteral("ａ"), QStringLiteral("Ｂ"), QStringLiteral("３")})
    typeCharacter(character);
  EXPECT_EQ(taken(), "AB3");
}

TEST_F(SecretFieldTest, TakesTheDigitsOfEveryKeyboard) {
  for (const char* character : {"٠", "۱", "२", "၃", "๔", "៥", "６"})
    typeCharacter(QString::fromUtf8(character));
  EXPECT_EQ(taken(), "0123456");
}

TEST_F(SecretFieldTest, RefusesEverythingElseAndSaysSo) {
  const QSignalSpy refused(&m_field, &SecretField::refused);
  // Among them what only looks like a letter or digit: Cyrillic А, ², ①, 三.
  for (const char* character : {"!", " ", "-", "あ", "é", "＠", "А", "²", "①", "三"})
    typeCharacter(QString::fromUtf8(character));
  EXPECT_EQ(refused.count(), 10);
  EXPECT_EQ(m_field.length(), 0);
}

TEST_F(SecretFieldTest, TakesOnlyFourDigitsAsPin) {
  SecretField pin(rulesOf(card::Secret::authenticationPin));
  pin.show();
  const QSignalSpy refused(&pin, &SecretField::refused);
  const QSignalSpy full(&pin, &SecretField::full);
  QTest::keyClicks(&pin, QStringLiteral("1a2345"));
  EXPECT_EQ(refused.count(), 1);
  EXPECT_EQ(full.count(), 1);
  EXPECT_EQ(pin.length(), 4);
}

TEST_F(SecretFieldTest, IsEditedAtTheCursor) {
  type("ACD");
  QTest::keyClick(&m_field, Qt::Key_Left);
  QTest::keyClick(&m_field, Qt::Key_Left);
  type("B");
  QTest::keyClick(&m_field, Qt::Key_End);
  QTest::keyClick(&m_field, Qt::Key_Backspace);
  QTest::keyClick(&m_field, Qt::Key_Home);
  QTest::keyClick(&m_field, Qt::Key_Delete);
  EXPECT_EQ(taken(), "BC");
}

TEST_F(SecretFieldTest, RefusesToBePastedInto) {
  const QSignalSpy refused(&m_field, &SecretField::pasteRefused);
  QApplication::clipboard()->setText(QStringLiteral("MADO1234"));
  QTest::keyClick(&m_field, Qt::Key_V, Qt::ControlModifier);
  QTest::keyClick(&m_field, Qt::Key_Insert, Qt::ShiftModifier);
  QTest::mouseClick(&m_field, Qt::MiddleButton);
  EXPECT_EQ(refused.count(), 3);
  EXPECT_EQ(m_field.length(), 0);
}

TEST_F(SecretFieldTest, GivesNothingToTheClipboard) {
  QApplication::clipboard()->setText(QStringLiteral("before"));
  m_field.setShown(true);
  type("MADO1234");
  for (const auto key : {Qt::Key_A, Qt::Key_C, Qt::Key_X})
    QTest::keyClick(&m_field, key, Qt::ControlModifier);
  EXPECT_EQ(QApplication::clipboard()->text(), QStringLiteral("before"));
  EXPECT_EQ(m_field.length(), 8);
}

TEST_F(SecretFieldTest, TakesNothingThatIsDropped) {
  EXPECT_FALSE(m_field.acceptDrops());
  QMimeData data;
  data.setText(QStringLiteral("MADO1234"));
  QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(&m_field, &drop);
  EXPECT_EQ(m_field.length(), 0);
}

TEST_F(SecretFieldTest, KeepsInputMethodsOut) {
  EXPECT_FALSE(m_field.testAttribute(Qt::WA_InputMethodEnabled));
  EXPECT_TRUE(m_field.inputMethodHints().testFlag(Qt::ImhSensitiveData));
  QInputMethodEvent commit;
  commit.setCommitString(QStringLiteral("MADO1234"));
  QCoreApplication::sendEvent(&m_field, &commit);
  EXPECT_EQ(m_field.length(), 0);
}

TEST_F(SecretFieldTest, TellsNobodyWhatItHolds) {
  for (const bool shown : {false, true}) {
    m_field.setShown(shown);
    m_field.clear();
    type("QZQZQZQZ");
    QTest::keyClick(&m_field, Qt::Key_Backspace);
    const QString told = everythingToldAboutIt();
    EXPECT_FALSE(told.contains(u'Q')) << told.toStdString();
    EXPECT_FALSE(told.contains(u'Z')) << told.toStdString();
  }
}

TEST_F(SecretFieldTest, TellsHowManyCharactersItHolds) {
  type("QQ7");
  EXPECT_EQ(accessible().textInterface()->characterCount(), 3);
  EXPECT_EQ(accessible().textInterface()->text(0, 99), QString(3, QChar(0x2022)));
  EXPECT_TRUE(accessible().state().passwordEdit);
  EXPECT_EQ(accessible().editableTextInterface(), nullptr);
}

TEST_F(SecretFieldTest, DrawsTheSameForAnySecretWhileHidden) {
  m_field.resize(m_field.sizeHint());
  type("AAAAAA");
  const QImage first = m_field.grab().toImage();
  m_field.clear();
  type("W1W1W1");
  EXPECT_EQ(m_field.grab().toImage(), first);
  m_field.setShown(true);
  EXPECT_NE(m_field.grab().toImage(), first);
}

TEST_F(SecretFieldTest, LeavesMnemonicsAndReturnToThePage) {
  for (const auto& [key, modifier, text] :
       {std::tuple{Qt::Key_N, Qt::KeyboardModifiers(Qt::AltModifier), QStringLiteral("n")},
        std::tuple{Qt::Key_Return, Qt::KeyboardModifiers(), QStringLiteral("\r")}}) {
    QKeyEvent press(QEvent::KeyPress, key, modifier, text);
    QCoreApplication::sendEvent(&m_field, &press);
    EXPECT_FALSE(press.isAccepted());
  }
  EXPECT_EQ(m_field.length(), 0);
}

/// A password for which capitals count, from a password manager.
class PastedSecretTest : public testing::Test {
 protected:
  static std::optional<char> letter(char typed) {
    return std::isalpha(static_cast<unsigned char>(typed)) != 0 ? std::optional(typed)
                                                                : std::nullopt;
  }
  std::string pasted(const QString& text) {
    QGuiApplication::clipboard()->setText(text);
    QTest::keySequence(&m_field, QKeySequence::Paste);
    const card::SecretBuffer secret = m_field.copy();
    m_field.clear();
    return {secret.bytes().begin(), secret.bytes().end()};
  }

  SecretField m_field{
      {.longest = 8, .accepted = &letter, .casesDiffer = true, .mayBePasted = true}};
};

TEST_F(PastedSecretTest, TakesWhatIsPastedWholeOrNotAtAll) {
  QSignalSpy refused(&m_field, &SecretField::refused);
  QSignalSpy full(&m_field, &SecretField::full);
  EXPECT_EQ(pasted(QStringLiteral(" aBcＤ\n")), "aBcD");
  EXPECT_EQ(refused.size(), 0);
  EXPECT_EQ(pasted("ab1c"), "");
  EXPECT_EQ(refused.size(), 1);
  EXPECT_EQ(pasted("abcdefgh"), "abcdefgh");
  EXPECT_EQ(full.size(), 0);
  EXPECT_EQ(pasted("abcdefghi"), "") << "not without its end";
  EXPECT_EQ(full.size(), 1);
  QTest::keyClick(&m_field, 'x');
  EXPECT_EQ(pasted("abcdefgh"), "x");
  EXPECT_EQ(full.size(), 2);
}

TEST_F(PastedSecretTest, TellsCapsLockByTheLettersThatCome) {
  m_field.show();
  QSignalSpy seen(&m_field, &SecretField::capsLockSeen);
  QTest::keyClick(&m_field, 'a');
  QTest::keyClick(&m_field, 'A', Qt::ShiftModifier);
  EXPECT_EQ(seen.size(), 0);
  QKeyEvent capital(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, "A");
  QCoreApplication::sendEvent(&m_field, &capital);
  ASSERT_EQ(seen.size(), 1);
  EXPECT_TRUE(seen.takeFirst().front().toBool());
  QTest::keyClick(&m_field, Qt::Key_CapsLock);
  ASSERT_EQ(seen.size(), 1);
  EXPECT_FALSE(seen.takeFirst().front().toBool());
  QKeyEvent small(QEvent::KeyPress, Qt::Key_A, Qt::ShiftModifier, "a");
  QCoreApplication::sendEvent(&m_field, &small);
  EXPECT_EQ(seen.size(), 1);
}

}  // namespace
}  // namespace madoguchi::app
