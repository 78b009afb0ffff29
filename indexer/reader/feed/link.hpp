// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/feed/named_children.hpp"

#include <string>
#include <string_view>

namespace news {

/// Where an entry leads, absolute if something says where the feed is: its xml:base or the feed's
/// own url. Its id counts if it is an address and there is no link.
std::string link_of_entry(XmlElement entry, const NamedChildren& children,
                          std::string_view feed_url);

/// What an entry is called: guid, id, rdf:about.
std::string id_of_entry(XmlElement entry, const NamedChildren& children);

/// `reference` as seen from `base`; as it is if `base` is no address. "../" is left as it is.
std::string absolute_url(std::string_view base, std::string_view reference);

}  // namespace news
