#pragma once

#include <string>
#include <vector>

namespace madoguchi::backend::test {

/// A PDF file of these objects, numbered from 1, of which the first is its catalogue.
inline std::string pdfOf(const std::vector<std::string>& objects, const std::string& trailer = {}) {
  std::string pdf = "%PDF-1.7\n";
  std::string table = "0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    std::string offset = std::to_string(pdf.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string count = std::to_string(objects.size() + 1);
  const std::string start = std::to_string(pdf.size());
  return pdf + "xref\n0 " + count + "\n" + table + "trailer\n<</Size " + count + "/Root 1 0 R" +
         trailer + ">>\nstartxref\n" + start + "\n%%EOF\n";
}

inline const std::string kPages = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
inline const std::string kPage = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>";

/// One blank page; `more` makes several files of one shape.
inline std::string goodPdf(const std::string& more = {}) {
  return pdfOf({"<</Type/Catalog/Pages 2 0 R>>", kPages, kPage, "(" + more + ")"});
}

/// The head of a picture and nothing to see.
inline std::string jpegOf(unsigned char width, unsigned char height) {
  std::string jpeg("\xFF\xD8\xFF\xC0\x00\x0B\x08\x01", 8);
  jpeg += static_cast<char>(height);
  jpeg += '\x01';
  jpeg += static_cast<char>(width);
  jpeg += std::string("\x01\x01\x11\x00\xFF\xDA\x00\x08\x01\x01\x00\x00\x3F\x00pixels\xFF\xD9", 22);
  return jpeg;
}

}  // namespace madoguchi::backend::test
