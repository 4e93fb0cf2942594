// Leads to the list of errors above a form that came back. Without this module it is read out by its role=alert.
document.querySelector("#fehler")?.focus();
