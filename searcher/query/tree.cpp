// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/tree.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

namespace news {

namespace {

constexpr std::array<std::pair<std::string_view, SearchField>, 11> field_names = {{
    {"title", SearchField::title},
    {"author", SearchField::author},
    {"outlet", SearchField::outlet},
    {"section", SearchField::section},
    {"topic", SearchField::topic},
    {"lang", SearchField::language},
    {"language", SearchField::language},
    {"url", SearchField::url},
    {"date", SearchField::date},
    {"since", SearchField::since},
    {"until", SearchField::until},
}};

std::string leaf_text(const QueryNode& node) {
  std::string text(name_of(node.field));
  if (!text.empty()) text += ":";
  switch (node.kind) {
    case QueryNode::Kind::phrase:
      return text + "\"" + node.text + "\"";
    case QueryNode::Kind::prefix:
      return text + node.text + "*";
    case QueryNode::Kind::fuzzy:
      return text + node.text + "~" + (node.distance > 0 ? std::to_string(node.distance) : "");
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

std::string in_parentheses(const std::string& text) { return "(" + text + ")"; }

/// A minus sign before another one would not be one.
std::string signed_text(const QueryNode& leaf) {
  const std::string text = leaf_text(leaf);
  if (!leaf.excluded) return text;
  return "-" + (text.starts_with('-') ? in_parentheses(text) : text);
}

/// `in_list`: words stand beside it, to which a minus sign inside would belong.
std::string group_text(const QueryNode& node, bool outermost, bool in_list) {
  std::string inside;
  for (const QueryNode& child : node.children) {
    if (!inside.empty()) inside += joint(node);
    inside += child.is_leaf() ? signed_text(child)
                              : group_text(child, false, node.kind == QueryNode::Kind::list);
  }
  if (node.excluded) return "-" + in_parentheses(inside);
  const bool bare = outermost || (node.children.size() < 2 && !in_list);
  return bare ? inside : in_parentheses(inside);
}

std::string group_name(const QueryNode& group, bool require_all) {
  switch (group.kind) {
    case QueryNode::Kind::near:
      return fmt::format("with at most {} words between", group.distance);
    case QueryNode::Kind::all:
      return "all of";
    case QueryNode::Kind::any:
      return "any of";
    default:
      return require_all ? "all of" : "any of, the more the better";
  }
}

void add_outline(const QueryNode& node, bool require_all, std::size_t depth,
                 std::vector<std::string>& lines) {
  const std::string start = std::string(2 * depth, ' ') + (node.excluded ? "not " : "");
  if (node.is_leaf()) {
    lines.push_back(start + leaf_text(node));
    return;
  }
  lines.push_back(start + group_name(node, require_all));
  for (const QueryNode& child : node.children) add_outline(child, require_all, depth + 1, lines);
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

std::string to_text(const QueryNode& node) {
  return node.is_leaf() ? signed_text(node) : group_text(node, true, false);
}

std::vector<std::string> to_outline(const QueryNode& node, bool require_all) {
  std::vector<std::string> lines;
  add_outline(node, require_all, 0, lines);
  return lines;
}

}  // namespace news
