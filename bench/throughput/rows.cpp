// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/throughput/rows.hpp"

#include "news/base/error.hpp"

namespace news::bench {

RowWriter::RowWriter(const std::filesystem::path& path)
    : path_(path), file_(path, std::ios::binary) {
  if (!file_) throw FileError(path.string(), "cannot be written");
}

void RowWriter::write_field(const std::string& field) {
  const std::uint64_t size = field.size();
  file_.write(reinterpret_cast<const char*>(&size), sizeof size);
  file_.write(field.data(), static_cast<std::streamsize>(field.size()));
}

void RowWriter::write(const Row& row) {
  for (const std::string* field : {&row.id, &row.title, &row.body}) write_field(*field);
}

void RowWriter::close() {
  file_.close();
  if (!file_) throw FileError(path_.string(), "was not written whole");
}

RowReader::RowReader(const std::filesystem::path& path) : file_(path, std::ios::binary) {
  if (!file_) throw FileError(path.string(), "cannot be read");
}

bool RowReader::read_field(std::string& field) {
  std::uint64_t size = 0;
  if (!file_.read(reinterpret_cast<char*>(&size), sizeof size)) return false;
  field.resize(size);
  return bool(file_.read(field.data(), static_cast<std::streamsize>(size)));
}

bool RowReader::read(Row& row) {
  return read_field(row.id) && read_field(row.title) && read_field(row.body);
}

TextSize size_of_rows(const std::filesystem::path& rows) {
  TextSize size;
  RowReader reader(rows);
  for (Row row; reader.read(row);) {
    ++size.documents;
    size.bytes += row.title.size() + row.body.size();
  }
  return size;
}

void write_dump(const std::filesystem::path& rows, const std::filesystem::path& dump) {
  RowReader reader(rows);
  std::ofstream out(dump, std::ios::binary);
  for (Row row; reader.read(row);) {
    out << "id=" << row.id << "\ntitle=" << row.title << "\ntext=";
    for (const char c : row.body) {
      out << c;
      if (c == '\n') out << '=';
    }
    out << "\n\n";
  }
  out.close();
  if (!out) throw FileError(dump.string(), "was not written whole");
}

}  // namespace news::bench
