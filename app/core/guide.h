#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace madoguchi::app {

/// A piece of the user guide, from top to bottom.
struct GuideBlock {
  enum class Kind { text, item, step, picture };
  Kind kind = Kind::text;
  QString words;      ///< markup; of a picture what it shows, without readings
  QString picture{};  ///< its file in the resources
};

/// What somebody at one place, or in one kind of trouble, wants to know.
struct GuideChapter {
  QStringList places;  ///< where it opens by itself (Place::page)
  QString title;       ///< markup
  std::vector<GuideBlock> blocks;
};

struct Guide {
  QString title;  ///< markup
  std::vector<GuideChapter> chapters;
};

/// Reads docs/user-guide/<tag>.md: "#" and "##", lines of "- " and "1. ", pictures, paragraphs of
/// one line; <ruby>; and before each chapter a comment with its places.
Guide readGuide(const QString& markdown);
/// The one of a language, from the resources.
Guide guideIn(const QString& tag);
/// The chapter for a place; the first one, which says what there is, where no other is.
std::size_t chapterAt(const Guide& guide, const QString& place);

}  // namespace madoguchi::app
