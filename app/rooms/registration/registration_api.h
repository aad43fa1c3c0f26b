#pragma once

#include <functional>
#include <string>

#include "app/core/pending.h"
#include "app/rooms/registration/registration_answers.h"

namespace madoguchi::app {

class Server;

/// `idempotencyKey` is a UUID: the same one for the same form, however often it is sent.
Pending sendRegistration(Server& server, const std::string& idempotencyKey, std::string body,
                         std::function<void(const RegistrationAnswer&)> answer);

}  // namespace madoguchi::app
