#pragma once

#include <QString>
#include <QStringList>
#include <functional>
#include <limits>
#include <vector>

class QObject;

namespace madoguchi::app {

/// What goes onto paper, in the language of the moment.
struct Document {
  /// Of a row of a table.
  struct Cell {
    QString text;        ///< as it stands, never markup
    double width = 1;    ///< as a share of the paper's
    bool names = false;  ///< says what stands in other cells
  };
  struct Line {
    QString text = {};
    double size = 1;  ///< of body text
    bool heading = false;
    bool markup = true;    ///< with ruby; otherwise as it stands
    QString picture = {};  ///< a file that stands in place of the text
    /// In place of the text. Rows that follow each other are a table.
    std::vector<Cell> cells = {};
    bool onNewPage = false;
  };
  QString title;  ///< as the printer's queue, or the reader of a file, shows it
  std::vector<Line> lines = {};
  QString foot = {};  ///< of each page, before its number, as it stands; none where it is empty
};

/// A file that the person is to choose.
struct FileWish {
  QString title;  ///< of the dialog
  QString name;   ///< proposed
  QString kinds;  ///< as QFileDialog takes them; empty for any
};

/// Whatever leaves the window. Where the person is at a computer that is not theirs, nothing does:
/// pages ask what is offered here, and never where they are.
///
/// What a person decides in a dialogue is answered when they are done with it. Everything else goes
/// on meanwhile: an answer of the service or the end of the session may take away the page that has
/// asked. The dialogue goes with it then, and there is no answer; nor where the person calls it
/// off.
class Outlets {
 public:
  enum class Kind {
    print,
    file,  ///< what is saved
    clipboard,
    ownFiles,  ///< what the person has, to be sent
  };
  enum class Outcome {
    done,
    failed,
    tooManyPages,  ///< more than are left of mostPages(): nothing was printed
  };
  using Printed = std::function<void(Outcome)>;
  using Chosen = std::function<void(const QString&)>;
  using SeveralChosen = std::function<void(const QStringList&)>;

  virtual ~Outlets() = default;
  [[nodiscard]] virtual bool offers(Kind kind) const = 0;
  virtual void print(const Document& document, const QObject& asker, Printed answer) = 0;
  /// How many pages may be printed, all in all.
  [[nodiscard]] virtual int mostPages() const { return std::numeric_limits<int>::max(); }
  /// Where the person wants a file to be.
  virtual void chooseFile(const FileWish& wish, const QObject& asker, Chosen answer) = 0;
  /// A file that is there.
  virtual void chooseExisting(const FileWish& wish, const QObject& asker, Chosen answer) = 0;
  /// Several of them.
  virtual void chooseSeveral(const FileWish& wish, const QObject& asker, SeveralChosen answer) = 0;
  /// Where such a file is, in the person's own program for files.
  virtual void showFolderOf(const QString& file) = 0;
  virtual void copy(const QString& text) = 0;
};

}  // namespace madoguchi::app
