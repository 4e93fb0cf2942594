# Documents.

error-document = The document could not be made. Please try again; if it stays like this, tell the organisers.
