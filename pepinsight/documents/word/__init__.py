"""Word files, and what is rewritten as Word's elements: OpenDocument, rich text, web pages, e-mails, plain text."""
