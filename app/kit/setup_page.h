#pragma once

#include "app/kit/page_widget.h"
#include "app/widgets/ruby_text.h"

namespace madoguchi::app {

/// What a person sees who starts the program on a computer whose operator has not set it up, or not
/// right: a window of its own.
class SetupPage : public PageWidget {
  Q_OBJECT
 public:
  /// `fault` is in words for the operator.
  explicit SetupPage(const RubyText& fault, QWidget* parent = nullptr);
};

}  // namespace madoguchi::app
