// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/page_metadata.hpp"

#include "indexer/markup/html_text.hpp"
#include "indexer/reader/page/author_names.hpp"
#include "indexer/reader/page/date_order.hpp"
#include "indexer/reader/page/json_ld.hpp"
#include "indexer/reader/page/meta_tags.hpp"
#include "indexer/reader/page/microdata.hpp"
#include "indexer/reader/page/page_heading.hpp"
#include "indexer/reader/page/page_title_choice.hpp"
#include "indexer/reader/page/shown_authors.hpp"
#include "indexer/reader/page/shown_dates.hpp"
#include "news/article/dates.hpp"
#include "news/base/ascii.hpp"
#include "news/text/fold.hpp"
#include "news/text/whitespace.hpp"

namespace news {

namespace {

using Claim = PageClaims::Claim;

/// Reads and chooses. The document outlives it.
class MetadataReader {
 public:
  explicit MetadataReader(const HtmlDocument& document) : document_(document) {}

  PageMetadata run() {
    add_head_claims(document_, claims_);
    add_microdata_claims(document_, claims_);
    PageMetadata metadata;
    metadata.url = choose_url();
    add_json_ld_claims(document_, metadata.url,
                       claims_.first(PageField::title, ClaimSource::open_graph), claims_);
    metadata.language = choose_language();
    metadata.outlet = choose_outlet();
    if (metadata.url.empty()) metadata.url = choose_url();
    const Language dates = language_of_dates(claims_, metadata.language, metadata.url);
    add_shown_claims(dates);
    add_date_of_address(metadata.url, claims_);
    metadata.title = choose_title(claims_, heading_, metadata.outlet);
    metadata.published = choose_date(PageField::published, dates);
    metadata.modified = choose_date(PageField::modified, dates);
    if (!metadata.published) metadata.published = metadata.modified;
    if (metadata.modified && metadata.modified->day_number() < metadata.published->day_number()) {
      metadata.modified.reset();  // of another clock, or of a template
    }
    metadata.section = claims_.best(PageField::section);
    metadata.authors = choose_authors(metadata);
    metadata.topics = choose_topics();
    for (const Claim* claim : claims_.of(PageField::summary)) {
      metadata.summaries.push_back(squeezed_title(claim->value));
    }
    metadata.body = claims_.best(PageField::body);
    return metadata;
  }

 private:
  void add_shown_claims(Language language) {
    const NodeId heading = find_heading(document_, claims_);
    if (heading >= document_.size()) return;
    heading_ = fold_whitespace(short_text_of(document_, heading));
    add_shown_dates(document_, heading, language, claims_);
    add_shown_authors(document_, heading, claims_);
  }

  /// rel=canonical, else the most trusted of what is an address.
  std::string choose_url() const {
    const auto is_url = [](std::string_view text) {
      return text.starts_with("http://") || text.starts_with("https://");
    };
    std::string canonical = claims_.first(PageField::url, ClaimSource::marked);
    if (is_url(canonical)) return canonical;
    for (const Claim* claim : claims_.of(PageField::url)) {
      if (is_url(claim->value)) return claim->value;
    }
    return {};
  }

  /// The most trusted name; one in a program's writing, "@thepost", only for want of another.
  std::string choose_outlet() const {
    for (const Claim* claim : claims_.of(PageField::outlet)) {
      if (!is_handle(claim->value)) return claim->value;
    }
    return claims_.best(PageField::outlet);
  }

  Language choose_language() const {
    for (const Claim* claim : claims_.of(PageField::language)) {
      if (const auto language = Language::parse(claim->value)) return *language;
    }
    return {};
  }

  std::optional<Timestamp> choose_date(PageField field, Language language) const {
    for (const Claim* claim : claims_.of(field)) {
      if (const auto date = parse_date(claim->value, language)) return date;
    }
    return std::nullopt;
  }

  /// Those of the most trusted source that names a person or an agency. The outlet itself is an
  /// author, and so is a handle, only where nobody else is named anywhere.
  std::vector<std::string> choose_authors(const PageMetadata& metadata) const {
    std::vector<std::string> authors;
    std::vector<std::string> last_resort;
    ClaimSource source = ClaimSource::json_ld;
    ClaimSource last_source = ClaimSource::json_ld;
    for (const Claim* claim : claims_.of(PageField::author)) {
      if (!authors.empty() && claim->source != source) break;
      for (std::string& name : author_names(claim->value)) {
        if (claim->source > ClaimSource::json_ld_page && is_section(name)) continue;
        const bool doubtful = is_handle(name) || is_outlet_name(name, metadata);
        if (doubtful && !last_resort.empty() && claim->source != last_source) continue;
        (doubtful ? last_source : source) = claim->source;
        add_once(std::move(name), doubtful ? last_resort : authors);
      }
    }
    return authors.empty() ? last_resort : authors;
  }

  static void add_once(std::string name, std::vector<std::string>& names) {
    if (std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(std::move(name));
  }

  /// Whether what stands where names do is the name of a section.
  bool is_section(std::string_view name) const {
    const auto sections = claims_.of(PageField::section);
    return std::any_of(sections.begin(), sections.end(),
                       [name](const Claim* claim) { return claim->value == name; });
  }

  /// Whether a name is the outlet's, that of its site, or of one of its desks: "CNN Business".
  static bool is_outlet_name(std::string_view name, const PageMetadata& metadata) {
    const std::string form = squeezed_title(name);
    const std::string outlet = squeezed_title(metadata.outlet);
    if (form.empty()) return true;
    const std::string desk = fold_case(metadata.outlet) + " ";
    if (desk.size() > 2 && fold_case(name).starts_with(desk)) return true;
    if (!outlet.empty() && (form == outlet || outlet.find(form) != outlet.npos)) return true;
    const bool domain = name.find('.') != name.npos && name.find(' ') == name.npos;
    std::string_view host = metadata.url;
    host.remove_prefix(std::min(host.find("//") + 2, host.size()));
    host = host.substr(0, host.find('/'));
    return domain && ascii::to_lower(host).find(ascii::to_lower(name)) != std::string::npos;
  }

  /// Those of the most trusted source. A single value is a list with commas.
  std::vector<std::string> choose_topics() const {
    const auto found = claims_.of(PageField::topic);
    std::vector<std::string> topics;
    for (const Claim* claim : found) {
      if (claim->source != found.front()->source) break;
      add_topics(claim->value, topics);
    }
    return topics;
  }

  static void add_topics(std::string_view list, std::vector<std::string>& topics) {
    while (!list.empty()) {
      const std::size_t end = std::min(list.find_first_of(",;"), list.size());
      const std::string_view topic = ascii::trim(list.substr(0, end));
      if (!topic.empty()) topics.emplace_back(topic);
      list.remove_prefix(std::min(end + 1, list.size()));
    }
  }

  const HtmlDocument& document_;
  PageClaims claims_;
  std::string heading_;
};

}  // namespace

PageMetadata page_metadata(const HtmlDocument& document) { return MetadataReader(document).run(); }

}  // namespace news
