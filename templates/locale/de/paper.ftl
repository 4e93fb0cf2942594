# Documents.

error-document = Das Dokument konnte nicht erstellt werden. Bitte versuchen Sie es noch einmal; bleibt es dabei, melden Sie sich bei der Organisation.
