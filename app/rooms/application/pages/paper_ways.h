#pragma once

#include <QWidget>
#include <functional>

#include "app/core/outlets.h"
#include "app/kit/page_widget.h"

namespace madoguchi::app {

class SavedNotice;

/// The ways onto paper of one document: to the printer and into a PDF file, as far as they are
/// offered, and under them what has become of it. Hidden where neither is.
class PaperWays : public QWidget {
  Q_OBJECT
 public:
  struct Words {
    Text print;
    Text save;
    QString file;  ///< the proposed name
  };
  /// Object names begin with `name`: "applicationFiled.paper.print".
  PaperWays(Outlets& outlets, Words words, std::function<Document()> document, const QString& name,
            QWidget* parent = nullptr);

 private:
  void print();
  void save();

  Outlets& m_outlets;
  Words m_words;
  std::function<Document()> m_document;
  RubyLabel* m_printed;
  SavedNotice* m_saved;
};

/// Of a whole application.
PaperWays* makeApplicationPaperWays(Outlets& outlets, std::function<Document()> paper,
                                    const QString& name, QWidget* parent);

}  // namespace madoguchi::app
