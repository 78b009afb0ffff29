// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/index_update.hpp"
#include "tests/support/temporary_folder.hpp"

#include <atomic>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace news::test {

/// Writes down what it hears.
class Listener : public UpdateObserver {
 public:
  void on_unreadable(const BadRecord& record) override;
  void on_source(const std::string& name, std::uint64_t articles,
                 std::uint64_t unreadable) override;
  void on_progress(const UpdateSummary& /*so_far*/, const std::string& /*reading*/) override {}
  void on_stage(const std::string& stage) override;

  std::vector<std::string> heard;
  std::function<void()> after_source;
  std::function<void(const std::string&)> at_stage;
};

/// A folder of news and the index of it.
class Newsroom {
 public:
  void write(std::string_view name, std::string_view content) const;
  void remove(std::string_view name) const;

  static constexpr std::string_view damage_text = "nonsense\n";
  void damage(const std::string& file) const;

  /// Puts something that cannot be opened, whoever tries, in the place of a file.
  void replace_by_endless_link(const std::string& name) const;

  UpdateSummary update(const std::function<void(UpdateSettings&)>& change = {});
  UpdateSummary rebuild();

  std::string titles() const;

  /// The names of all that is in the index's folder.
  std::string files() const;

  std::filesystem::path index() const { return folder_.path() / "news.idx"; }

  Listener listener;
  std::atomic<bool> stop = false;

 private:
  TemporaryFolder folder_;
};

/// A line of JSON with an article.
std::string article_line(const std::string& id, const std::string& title);

/// "read new updated unchanged removed repeated"
std::string counts(const UpdateSummary& summary);

}  // namespace news::test
