// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/reader.hpp"

#include <memory>

/// The readers, one a format. registry.cpp gives their order.
namespace news {

std::unique_ptr<Reader> make_arc_reader();           ///< "arc"
std::unique_ptr<Reader> make_csv_reader();           ///< "csv"
std::unique_ptr<Reader> make_feed_reader();          ///< "feed"
std::unique_ptr<Reader> make_html_reader();          ///< "html"
std::unique_ptr<Reader> make_json_lines_reader();    ///< "jsonl"
std::unique_ptr<Reader> make_json_reader();          ///< "json"
std::unique_ptr<Reader> make_mail_reader();          ///< "mail"
std::unique_ptr<Reader> make_newsml_g2_reader();     ///< "newsml-g2"
std::unique_ptr<Reader> make_newsml_reader();        ///< "newsml"
std::unique_ptr<Reader> make_nitf_reader();          ///< "nitf"
std::unique_ptr<Reader> make_rcv1_reader();          ///< "rcv1"
std::unique_ptr<Reader> make_reuters_sgml_reader();  ///< "reuters"
std::unique_ptr<Reader> make_text_reader();          ///< "text"
std::unique_ptr<Reader> make_trec_reader();          ///< "trec"
std::unique_ptr<Reader> make_tsv_reader();           ///< "tsv"
std::unique_ptr<Reader> make_warc_reader();          ///< "warc"
std::unique_ptr<Reader> make_wmt_reader();           ///< "wmt"

}  // namespace news
