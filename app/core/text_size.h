#pragma once

#include <QString>
#include <array>
#include <optional>

namespace madoguchi::app {

/// How large a person wants everything to be, on top of what the system says.
enum class TextSize { normal, large, largest };
/// From the smallest on.
inline constexpr std::array kTextSizes = {TextSize::normal, TextSize::large, TextSize::largest};

/// On its button, in the machine's file and where it is kept: "A", "A+", "A++".
QString nameOf(TextSize size);
std::optional<TextSize> textSizeNamed(const QString& name);
/// So many times as large as the usual: 1, 1.4 and 2 (WCAG 2.2, 1.4.4).
double timesOf(TextSize size);
/// The next one in this direction, where there is one.
TextSize larger(TextSize size);
TextSize smaller(TextSize size);

}  // namespace madoguchi::app
