// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/newsroom.hpp"

#include "news/index/open.hpp"
#include "tests/support/index_parts.hpp"
#include "tests/support/reading.hpp"

#include <algorithm>

namespace news::test {

void Listener::on_unreadable(const BadRecord& record) {
  heard.push_back(to_string(record.origin) + ": " + record.reason);
}

void Listener::on_source(const std::string& name, std::uint64_t articles,
                         std::uint64_t unreadable) {
  heard.push_back(name + " " + std::to_string(articles) + "+" + std::to_string(unreadable));
  if (after_source) after_source();
}

void Listener::on_stage(const std::string& stage) {
  if (at_stage) at_stage(stage);
}

void Newsroom::write(std::string_view name, std::string_view content) const {
  folder_.write("news/" + std::string(name), content);
}

void Newsroom::remove(std::string_view name) const {
  std::filesystem::remove(folder_.path() / "news" / name);
}

void Newsroom::damage(const std::string& file) const {
  folder_.write("news.idx/" + file, damage_text);
}

void Newsroom::replace_by_endless_link(const std::string& name) const {
  remove(name);
  std::filesystem::create_symlink(name, folder_.path() / "news" / name);
}

UpdateSummary Newsroom::update(const std::function<void(UpdateSettings&)>& change) {
  UpdateSettings settings;
  settings.index = index();
  settings.paths = {folder_ / "news"};
  if (change) change(settings);
  listener.heard.clear();
  return update_index(settings, listener, stop);
}

UpdateSummary Newsroom::rebuild() {
  return update([](UpdateSettings& settings) { settings.rebuild = true; });
}

std::string Newsroom::titles() const { return sorted_titles_in(open_index({index()}).database); }

std::string Newsroom::files() const {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(index())) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return joined(names, " ");
}

std::string article_line(const std::string& id, const std::string& title) {
  return R"({"id": ")" + id + R"(", "title": ")" + title + R"(", "text": "Of )" + title +
         " and number " + id + ".\"}\n";
}

std::string counts(const UpdateSummary& summary) {
  std::string out;
  for (const std::uint64_t count :
       {summary.articles_read, summary.articles_new, summary.articles_updated,
        summary.articles_unchanged, summary.articles_removed, summary.articles_repeated}) {
    out += (out.empty() ? "" : " ") + std::to_string(count);
  }
  return out;
}

}  // namespace news::test
