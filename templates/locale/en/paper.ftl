# Documents.

error-document = The document could not be created. Please try again; if the problem persists, tell the organisers.
