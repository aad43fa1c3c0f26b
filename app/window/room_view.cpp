#include "app/window/room_view.h"

#include <QApplication>
#include <algorithm>
#include <utility>

#include "app/core/room_names.h"
#include "app/kit/page_widget.h"

namespace madoguchi::app {

RoomView::RoomView(Rooms rooms, QWidget* parent)
    : QStackedWidget(parent), m_rooms(std::move(rooms)) {}

RoomView::~RoomView() {
  // Pages know their journeys.
  for (Open& room : m_open) delete room.page;
}

PageWidget* RoomView::page() const { return m_over != nullptr ? m_over : m_open.back().page; }

Place RoomView::headerPlace() const {
  for (auto room = m_open.rbegin(); room != m_open.rend(); ++room) {
    if (Place place = room->journey->place(); place.steps > 0) return place;
  }
  return m_open.back().journey->place();
}

bool RoomView::anyLeft(Leaving what, bool (Journey::*is)() const) const {
  // The rooms under a login that is left end with it: nobody is logged in there.
  const bool isAlone = what == Leaving::shown && m_open.back().door.at != kLoginAgain;
  if (isAlone) return (m_open.back().journey.get()->*is)();
  return std::ranges::any_of(m_open,
                             [is](const Open& room) { return (room.journey.get()->*is)(); });
}

bool RoomView::wouldLoseSomething(Leaving what) const {
  return anyLeft(what, &Journey::wouldLoseSomething);
}

bool RoomView::isSending(Leaving what) const { return anyLeft(what, &Journey::isSending); }

bool RoomView::mayHaveArrived(Leaving what) const {
  return anyLeft(what, &Journey::mayHaveArrived);
}

void RoomView::open(const Door& door) {
  push(door);
  showPage();
}

void RoomView::push(const Door& door) {
  OpenedRoom opened = m_rooms.at(door.room).open(door.at);
  const Journey* who = opened.journey.get();
  connect(who, &Journey::placeChanged, this, [this, who] {
    const Open& last = m_open.back();
    if (last.journey.get() == who && last.page != nullptr) showPage();
  });
  connect(who, &Journey::needs, this, [this, who](const Door& next) { onNeeds(who, next); });
  connect(who, &Journey::ended, this,
          [this, who](const std::optional<Door>& next) { onEnded(who, next); });
  m_open.push_back({door, std::move(opened.journey), std::move(opened.makePage), {}, {}});
}

void RoomView::pop() {
  m_open.back().journey->disconnect(this);
  m_open.back().journey->leave();
  m_left.push_back(std::move(m_open.back()));
  m_open.pop_back();
}

void RoomView::onNeeds(const Journey* who, const Door& door) {
  if (m_open.back().journey.get() != who) return;
  Open& covered = m_open.back();
  const QWidget* focus = QApplication::focusWidget();
  if (covered.page != nullptr && covered.page->isAncestorOf(focus))
    covered.focusBefore = focus->objectName();
  push(door);
  m_open[m_open.size() - 2].journey->cover();
  showPage();
}

void RoomView::onEnded(const Journey* who, const std::optional<Door>& next) {
  bool found = false;
  while (!found) {
    found = m_open.back().journey.get() == who;
    pop();
  }
  if (next || m_open.empty()) {
    push(next ? *next : Door{kHomeRoom});
  } else {
    m_open.back().journey->uncover();
  }
  showPage();
}

void RoomView::goBack() {
  if (m_over != nullptr) {
    emit m_over->closed();  // as by its own button, which more than this may listen to
  } else if (!m_open.back().journey->back()) {
    emit leavingWanted(Leaving::shown);
  }
}

void RoomView::leave(Leaving what) {
  while (what == Leaving::all && m_open.size() > 1) pop();
  onEnded(m_open.back().journey.get(), {});
}

void RoomView::showPage() {
  Open& room = m_open.back();
  QPointer<PageWidget> before = std::exchange(room.page, nullptr);
  room.page = room.makePage();
  connect(room.page, &PageWidget::overWanted, this, &RoomView::lay);
  connect(room.page, &PageWidget::helpWanted, this, &RoomView::helpWanted);
  connect(room.page, &PageWidget::leaveWanted, this, [this] { emit leavingWanted(Leaving::all); });
  show(room.page);
  emit pageShown(room.journey->place());
  discard(m_over);
  discard(before);
  for (Open& covered : m_open) {
    if (covered.page != room.page) discard(covered.page);
  }
  for (Open& left : std::exchange(m_left, {})) {
    discard(left.page);
    // After its page, and at the latest with the window.
    Journey* journey = left.journey.release();
    journey->setParent(this);
    journey->deleteLater();
  }
  const QString focus = std::exchange(room.focusBefore, {});
  room.page->takeFocusBack(focus.isEmpty() ? nullptr : room.page->findChild<QWidget*>(focus));
}

void RoomView::show(PageWidget* page) {
  connect(page, &QWidget::windowTitleChanged, this, &RoomView::titleChanged);
  addWidget(page);
  setCurrentWidget(page);
  emit titleChanged();
}

void RoomView::discard(QPointer<PageWidget>& page) {
  if (page == nullptr) return;
  removeWidget(page);
  page->hide();
  // What the person has just done may come from it, and is not over there.
  page->deleteLater();
  page.clear();
}

void RoomView::lay(PageWidget* over) {
  if (m_over == nullptr) m_openedFrom = QApplication::focusWidget();
  discard(m_over);
  m_over = over;
  connect(m_over, &PageWidget::closed, this, &RoomView::takeAway);
  connect(m_over, &PageWidget::overWanted, this, &RoomView::lay);
  show(m_over);
  m_over->focusFirst();
}

void RoomView::takeAway() {
  PageWidget* over = std::exchange(m_over, nullptr);
  PageWidget& page = *m_open.back().page;
  setCurrentWidget(&page);
  removeWidget(over);
  over->deleteLater();
  emit titleChanged();
  page.takeFocusBack(page.isAncestorOf(m_openedFrom) ? m_openedFrom.data() : nullptr);
}

}  // namespace madoguchi::app
