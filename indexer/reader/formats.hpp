// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/reader.hpp"

#include <memory>

/// The readers, one a format. registry.cpp gives their order.
namespace news {

std::unique_ptr<Reader> make_arc_reader();           ///< "arc"
std::unique_ptr<Reader> make_json_lines_reader();    ///< "jsonl"
std::unique_ptr<Reader> make_json_reader();          ///< "json"
std::unique_ptr<Reader> make_mail_reader();          ///< "mail"
std::unique_ptr<Reader> make_reuters_sgml_reader();  ///< "reuters"
std::unique_ptr<Reader> make_text_reader();          ///< "text"
std::unique_ptr<Reader> make_warc_reader();          ///< "warc"

}  // namespace news
