// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/tree.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

namespace news {

namespace {

constexpr std::array<std::pair<std::string_view, SearchField>, 8> field_names = {{
    {"title", SearchField::title},
    {"author", SearchField::author},
    {"outlet", SearchField::outlet},
    {"section", SearchField::section},
    {"topic", SearchField::topic},
    {"lang", SearchField::language},
    {"url", SearchField::url},
    {"date", SearchField::date},
}};

std::string leaf_text(const QueryNode& node) {
  std::string text(name_of(node.field));
  if (!text.empty()) text += ":";
  switch (node.kind) {
    case QueryNode::Kind::phrase:
      return text + "\"" + node.text + "\"";
    case QueryNode::Kind::prefix:
      return text + node.text + "*";
    default:
      return text + node.text;
  }
}

std::string joint(const QueryNode& node) {
  switch (node.kind) {
    case QueryNode::Kind::near:
      return fmt::format(" NEAR/{} ", node.distance);
    case QueryNode::Kind::all:
      return " AND ";
    case QueryNode::Kind::any:
      return " OR ";
    default:
      return " ";
  }
}

std::string to_text(const QueryNode& node, bool outermost) {
  const std::string sign = node.excluded ? "-" : "";
  if (node.is_leaf()) return sign + leaf_text(node);
  std::string inside;
  for (const QueryNode& child : node.children) {
    if (!inside.empty()) inside += joint(node);
    inside += to_text(child, false);
  }
  const bool bare = !node.excluded && (outermost || node.children.size() < 2);
  return bare ? sign + inside : sign + "(" + inside + ")";
}

}  // namespace

std::optional<SearchField> field_named(std::string_view name) {
  for (const auto& [known, field] : field_names) {
    if (known == name) return field;
  }
  return std::nullopt;
}

std::string_view name_of(SearchField field) {
  for (const auto& [name, known] : field_names) {
    if (known == field) return name;
  }
  return {};
}

std::string to_text(const QueryNode& node) { return to_text(node, true); }

}  // namespace news
