"""PDFs: from PDFium's words, rulings and boxes to blocks in reading order; scans by the words in their pictures."""
