// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/interactive/frame.hpp"
#include "searcher/interactive/session.hpp"

namespace news {

/// The picture of a session: every line fits its area, and nothing in it can disturb a terminal.
Frame draw(const Session& session);

}  // namespace news
