// The least that a Qt Widgets program can be: what Qt itself costs.
#include <QApplication>
#include <QLabel>
#include <QMainWindow>

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  QMainWindow window;
  window.setCentralWidget(new QLabel(QStringLiteral("窓口 Madoguchi")));
  window.resize(900, 700);
  window.show();
  return QApplication::exec();
}
