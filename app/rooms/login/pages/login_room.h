#pragma once

#include <memory>

#include "app/kit/rooms.h"

namespace madoguchi::app {

class CardLoginFlow;
class LoginFlow;

OpenedRoom loginRoom(std::unique_ptr<LoginFlow> flow);
OpenedRoom cardLoginRoom(std::unique_ptr<CardLoginFlow> flow);

}  // namespace madoguchi::app
