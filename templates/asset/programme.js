// A star is set and taken without the page being loaded anew. Without this module each star is a button of a form.
document.addEventListener("submit", async (event) => {
  const button = event.submitter;
  if (!button?.matches("button.star")) return;
  event.preventDefault();
  if (button.getAttribute("aria-busy")) return;
  button.setAttribute("aria-busy", "true");
  const on = button.name === "star";
  try {
    const body = new URLSearchParams([[button.name, button.value]]);
    const answer = await fetch(event.target.action, { method: "POST", body, headers: { accept: "application/json" } });
    if (!answer.ok) throw new Error(String(answer.status));
    for (const same of document.querySelectorAll(`button.star[value="${button.value}"]`)) {
      same.name = on ? "unstar" : "star";
      same.setAttribute("aria-pressed", String(on));
    }
  } catch {
    // The form as it is: its answer says what is wrong.
    const sent = document.createElement("input");
    Object.assign(sent, { type: "hidden", name: button.name, value: button.value });
    event.target.append(sent);
    event.target.submit();
  } finally {
    button.removeAttribute("aria-busy");
  }
});
