// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/markup/html_tag.hpp"
#include "news/base/arena.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// The number of a node in its document, in document order.
using NodeId = std::uint32_t;

/// A parsed page or fragment: elements and text in one flat array, in document order, so that the
/// subtree of a node is a range of it, and to go through everything is a loop.
///
///   for (NodeId n = root + 1; n < document[root].end; ++n) ...            the whole subtree
///   for (NodeId n = root + 1; n < document[root].end; n = document[n].end) ...  the children
///
/// Comments are left out, and so is the text of styles and scripts, but for scripts that are data
/// (JSON-LD). Parsing never fails: whatever the bytes are, a document comes out.
class HtmlDocument {
 public:
  struct Attribute {
    std::string_view name;  ///< in lower case
    std::string_view value;
  };

  struct Node {
    HtmlTag tag = HtmlTag::text;
    NodeId parent = 0;  ///< the root's is itself
    NodeId end = 0;     ///< behind its last descendant
    std::uint32_t attributes_begin = 0;
    std::uint32_t attributes_end = 0;
    std::string_view text = {};  ///< of a text; the name of an element
  };

  /// A document of just a root.
  HtmlDocument();

  /// `html` is UTF-8, whatever it says of itself.
  static HtmlDocument parse(std::string_view html);

  static constexpr NodeId root = 0;

  NodeId size() const { return static_cast<NodeId>(nodes_.size()); }
  const Node& operator[](NodeId node) const { return nodes_[node]; }
  bool is_text(NodeId node) const { return nodes_[node].tag == HtmlTag::text; }

  std::span<const Attribute> attributes(NodeId node) const {
    const Node& n = nodes_[node];
    return std::span(attributes_)
        .subspan(n.attributes_begin, n.attributes_end - n.attributes_begin);
  }
  /// The value of an attribute; empty if there is none.
  std::string_view attribute(NodeId node, std::string_view name) const;

  /// The first element of that tag in the subtree; size() if there is none.
  NodeId find(HtmlTag tag, NodeId within = root) const;

  /// Elements that are open at a time. Where more are, all are closed and what follows stands in
  /// the root: nothing is lost, and no input can make parsing slow.
  static constexpr int max_depth = 500;

 private:
  class Builder;

  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  Arena strings_;
};

}  // namespace news
