// Only in builds for the thread sanitizer: tells it of the order that Qt's event queue gives. The
// sanitizer cannot see the locks of that queue, since Qt is not compiled for it, and would take for
// a race whatever one thread prepares and another one is called with. This stands before
// QMetaObject::invokeMethod(), by which all of this program's threads hand on their results.
#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

#include <QMetaObject>

namespace {

/// Stands before what is to be called. Either thread may be the last to let it go.
class ToldOf final : public QtPrivate::QSlotObjectBase {
 public:
  explicit ToldOf(QSlotObjectBase* slot) : QSlotObjectBase(&act), m_slot(slot) {
    __tsan_release(this);
  }

 private:
  static void act(int what, QSlotObjectBase* self, QObject* receiver, void** arguments,
                  bool* /*same*/) {
    auto* const told = static_cast<ToldOf*>(self);
    __tsan_acquire(told);
    if (what == Call) {
      told->m_slot->call(receiver, arguments);
      __tsan_release(told);
    } else if (what == Destroy) {
      told->m_slot->destroyIfLastRef();
      delete told;
    }
  }

  QSlotObjectBase* m_slot;
};

}  // namespace

bool QMetaObject::invokeMethodImpl(QObject* object, QtPrivate::QSlotObjectBase* slot,
                                   Qt::ConnectionType type, void* result) {
  using Real = bool (*)(QObject*, QtPrivate::QSlotObjectBase*, Qt::ConnectionType, void*);
  static const auto real = reinterpret_cast<Real>(
      dlsym(RTLD_NEXT,
            "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseE"
            "N2Qt14ConnectionTypeEPv"));
  return real(object, new ToldOf(slot), type, result);
}
