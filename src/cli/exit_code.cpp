// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/exit_code.hpp"

#include "news/base/error.hpp"

#include <new>

#include <xapian.h>

namespace news {

namespace {

std::string message_of(const std::string& program, const Error& error) {
  std::string message = program + ": " + error.what() + "\n";
  if (!error.remedy().empty()) message += "  " + error.remedy() + "\n";
  return message;
}

}  // namespace

Failure describe_current_exception(const std::string& program) {
  try {
    throw;
  } catch (const UsageError& error) {
    const std::string hint = "  Try '" + program + " --help'.\n";
    return {ExitCode::failed, message_of(program, error) + (error.remedy().empty() ? hint : "")};
  } catch (const IndexBusy& error) {
    return {ExitCode::busy, message_of(program, error)};
  } catch (const Interrupted& error) {
    return {ExitCode::interrupted, message_of(program, error)};
  } catch (const Error& error) {
    return {ExitCode::failed, message_of(program, error)};
  } catch (const Xapian::Error& error) {
    return {ExitCode::failed, program + ": " + error.get_description() + "\n"};
  } catch (const std::bad_alloc&) {
    return {ExitCode::failed, program +
                                  ": out of memory\n  Give it more; news-index takes less with "
                                  "fewer --threads and less --memory.\n"};
  } catch (const std::exception& error) {
    return {ExitCode::failed, program + ": " + error.what() + "\n"};
  }
}

}  // namespace news
