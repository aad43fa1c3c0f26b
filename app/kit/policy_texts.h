#pragma once

#include <QString>
#include <vector>

#include "app/core/policy_fault.h"
#include "app/widgets/ruby_text.h"

namespace madoguchi::app {

/// What is wrong with a policy, a line for each fault with its place, or that it is in order, with
/// a line break at its end, in the language of the moment.
RubyText policyInWords(const QString& file, const std::vector<PolicyFault>& faults);

}  // namespace madoguchi::app
