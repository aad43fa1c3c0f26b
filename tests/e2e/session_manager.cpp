// A manager of desktop sessions for tests, with the library that those of desktops use (X Session
// Management Protocol 1.0). Says its address as its first line, and what the one program that
// registers with it asks and answers as further ones. Lines of its input are put to that program:
// "checkpoint", at which nobody may be asked anything, "shutdown" and "cancelled".

#include <X11/ICE/ICElib.h>
#include <X11/SM/SMlib.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

namespace {

struct Manager {
  SmsConn program = nullptr;
  IceConn connection = nullptr;
  bool isRegistered = false;  // and has saved itself once, which follows it
};

void say(const std::string& what) {
  std::puts(what.c_str());
  std::fflush(stdout);
}

Status registers(SmsConn program, SmPointer manager, char* /*previousId*/) {
  char* id = SmsGenerateClientID(program);
  SmsRegisterClientReply(program, id);
  std::free(id);
  SmsSaveYourself(program, SmSaveLocal, False, SmInteractStyleNone, False);
  static_cast<Manager*>(manager)->program = program;
  return 1;
}

void asksToInteract(SmsConn program, SmPointer /*manager*/, int /*kind*/) {
  say("asks");
  SmsInteract(program);
}

void hasInteracted(SmsConn program, SmPointer /*manager*/, Bool cancels) {
  say(cancels != 0 ? "cancels" : "goes on");
  if (cancels != 0) SmsShutdownCancelled(program);
}

void asksForPhase2(SmsConn program, SmPointer /*manager*/) { SmsSaveYourselfPhase2(program); }

void hasSaved(SmsConn program, SmPointer manager, Bool /*isGood*/) {
  auto& self = *static_cast<Manager*>(manager);
  SmsSaveComplete(program);
  say(self.isRegistered ? "saved" : "registered");
  self.isRegistered = true;
}

void closes(SmsConn program, SmPointer manager, int count, char** reasons) {
  SmFreeReasons(count, reasons);
  static_cast<Manager*>(manager)->program = nullptr;
  SmsCleanUp(program);
  say("closed");
}

void setsProperties(SmsConn /*program*/, SmPointer /*manager*/, int count, SmProp** properties) {
  for (int i = 0; i < count; ++i) {
    const SmProp& one = *properties[i];
    if (std::strcmp(one.name, SmRestartStyleHint) == 0 && one.num_vals == 1 &&
        *static_cast<const char*>(one.vals[0].value) == SmRestartNever) {
      say("is not to be started again");
    }
    SmFreeProperty(properties[i]);
  }
  std::free(static_cast<void*>(properties));
}

void deletesProperties(SmsConn /*program*/, SmPointer /*manager*/, int count, char** names) {
  for (int i = 0; i < count; ++i) std::free(names[i]);
  std::free(static_cast<void*>(names));
}

void asksForProperties(SmsConn program, SmPointer /*manager*/) {
  SmsReturnProperties(program, 0, nullptr);
}

void asksToSave(SmsConn /*program*/, SmPointer /*manager*/, int /*type*/, Bool /*shutdown*/,
                int /*style*/, Bool /*fast*/, Bool /*global*/) {}

Status isNew(SmsConn /*program*/, SmPointer manager, unsigned long* mask, SmsCallbacks* calls,
             char** /*failure*/) {
  *mask = SmsRegisterClientProcMask | SmsInteractRequestProcMask | SmsInteractDoneProcMask |
          SmsSaveYourselfRequestProcMask | SmsSaveYourselfP2RequestProcMask |
          SmsSaveYourselfDoneProcMask | SmsCloseConnectionProcMask | SmsSetPropertiesProcMask |
          SmsDeletePropertiesProcMask | SmsGetPropertiesProcMask;
  calls->register_client = {.callback = &registers, .manager_data = manager};
  calls->interact_request = {.callback = &asksToInteract, .manager_data = manager};
  calls->interact_done = {.callback = &hasInteracted, .manager_data = manager};
  calls->save_yourself_request = {.callback = &asksToSave, .manager_data = manager};
  calls->save_yourself_phase2_request = {.callback = &asksForPhase2, .manager_data = manager};
  calls->save_yourself_done = {.callback = &hasSaved, .manager_data = manager};
  calls->close_connection = {.callback = &closes, .manager_data = manager};
  calls->set_properties = {.callback = &setsProperties, .manager_data = manager};
  calls->delete_properties = {.callback = &deletesProperties, .manager_data = manager};
  calls->get_properties = {.callback = &asksForProperties, .manager_data = manager};
  return 1;
}

/// The library's own ends the process.
void hasGone(IceConn /*connection*/) {}

/// Without the cookie that a desktop hands to its programs.
Bool everybodyMayCome(char* /*host*/) { return True; }

void give(SmsConn program, const std::string& command) {
  if (command == "checkpoint") {
    SmsSaveYourself(program, SmSaveBoth, False, SmInteractStyleNone, False);
  } else if (command == "shutdown") {
    SmsSaveYourself(program, SmSaveBoth, True, SmInteractStyleAny, False);
  } else if (command == "cancelled") {
    SmsShutdownCancelled(program);
  }
}

}  // namespace

int main() {
  IceSetIOErrorHandler(&hasGone);
  Manager manager;
  std::array<char, 256> line{};
  int count = 0;
  IceListenObj* listening = nullptr;
  if (SmsInitialize("tests", "1", &isNew, &manager, &everybodyMayCome, line.size(), line.data()) ==
          0 ||
      IceListenForConnections(&count, &listening, line.size(), line.data()) == 0) {
    std::fprintf(stderr, "%s\n", line.data());
    return 1;
  }
  std::vector<pollfd> waited{pollfd{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0},
                             pollfd{.fd = -1, .events = POLLIN, .revents = 0}};
  for (int i = 0; i < count; ++i) {
    IceSetHostBasedAuthProc(listening[i], &everybodyMayCome);
    waited.push_back(
        {.fd = IceGetListenConnectionNumber(listening[i]), .events = POLLIN, .revents = 0});
  }
  char* addresses = IceComposeNetworkIdList(count, listening);
  say(addresses);
  std::free(addresses);

  pollfd& input = waited[0];
  pollfd& program = waited[1];
  while (poll(waited.data(), waited.size(), -1) > 0) {
    if (program.revents != 0 &&
        IceProcessMessages(manager.connection, nullptr, nullptr) != IceProcessMessagesSuccess) {
      IceCloseConnection(manager.connection);
      manager = {};
      program.fd = -1;
    }
    for (int i = 0; i < count; ++i) {
      IceAcceptStatus status = IceAcceptSuccess;
      if (waited[2 + i].revents == 0) continue;
      manager.connection = IceAcceptConnection(listening[i], &status);
      program.fd = manager.connection == nullptr ? -1 : IceConnectionNumber(manager.connection);
    }
    if (input.revents != 0) {
      if (std::fgets(line.data(), line.size(), stdin) == nullptr) return 0;
      line[std::strcspn(line.data(), "\n")] = '\0';
      if (manager.program != nullptr) give(manager.program, line.data());
    }
  }
  return 1;
}
