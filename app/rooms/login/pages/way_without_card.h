#pragma once

namespace madoguchi::app {

class CardLoginFlow;
class FailurePanel;

/// The way of who waits for a decision while the card's certificate has ended: to the login with
/// ID and password. It is there while the flow says so; `panel` is that of what has failed.
void addWayWithoutCard(FailurePanel& panel, CardLoginFlow& flow);

}  // namespace madoguchi::app
