// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct _xmlDoc;
struct _xmlNode;

namespace news {

/// An element of an XmlDocument, which must outlive it; or none, which has neither name nor text
/// nor children. Names are compared without case and without prefix.
class XmlElement {
 public:
  XmlElement() = default;
  explicit XmlElement(const _xmlNode* node) : node_(node) {}

  explicit operator bool() const { return node_ != nullptr; }
  friend bool operator==(const XmlElement&, const XmlElement&) = default;

  std::string_view name() const;    ///< local: "creator"
  std::string_view prefix() const;  ///< as written, "dc"; also where nothing declares it
  std::string_view space() const;   ///< the namespace's name; empty if it has none
  bool is(std::string_view name) const;

  /// The value of an attribute; empty if there is none.
  std::string attribute(std::string_view name) const;

  XmlElement parent() const;
  XmlElement first_child() const;
  XmlElement next_sibling() const;

  /// The next element in the order of the document, inside of `top`.
  XmlElement next_inside(XmlElement top) const;
  /// The same without what is inside of this one.
  XmlElement next_behind(XmlElement top) const;

  std::vector<XmlElement> children() const;
  /// The first child of that name.
  XmlElement child(std::string_view name) const;
  /// The first element of that name anywhere inside.
  XmlElement find(std::string_view name) const;
  std::vector<XmlElement> find_all(std::string_view name) const;

  /// All text inside, as it stands.
  std::string text() const;
  /// The language that it or the nearest element around it declares; empty if none does.
  std::string language() const;
  /// Whether the document ends inside of it.
  bool is_cut_off() const;

  const _xmlNode* node() const { return node_; }

 private:
  const _xmlNode* node_ = nullptr;
};

/// A parsed XML document. Nothing is ever fetched, and nothing that a document declares is
/// expanded. One that is not well-formed is read after repair_xml. Decoded by its byte order mark
/// or declaration, unless that is plainly wrong: see decode_text.
class XmlDocument {
 public:
  /// Nothing if there is no element, or more tags than `max_xml_tags`. Never throws for what the
  /// bytes are.
  static std::optional<XmlDocument> parse(std::string_view bytes);

  XmlElement root() const;

  /// Whether the document ends before its root element does.
  bool is_cut_off() const { return root().is_cut_off(); }

 private:
  struct Free {
    void operator()(_xmlDoc* document) const;
  };
  explicit XmlDocument(_xmlDoc* document) : document_(document) {}

  std::unique_ptr<_xmlDoc, Free> document_;
};

/// A tree of more would take more memory than any news needs.
inline constexpr std::size_t max_xml_tags = 2'000'000;

}  // namespace news
