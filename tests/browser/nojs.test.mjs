// The thread without JavaScript: every form is a form.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertQuiet, launch, logIn, open } from "./kit/browser.mjs";
import { link } from "./kit/mail.mjs";
import { startSite } from "./kit/site.mjs";
import { fillIn, NUMBER } from "./kit/steps.mjs";

const bernd = { name: "Bernd Rolfes", email: "bernd.rolfes@kreis.example", organisation: "Kreis Lippe" };
let site, browser, guest, door;
let number, mail;

before(async () => {
  site = await startSite();
  browser = await launch();
  guest = await open(browser, site, { script: false });
  door = await open(browser, site, { script: false, width: 390, height: 844 });
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

test("people are added and removed by the server, and what was typed stays", async () => {
  await guest.goto("/owl/tickets");
  await fillIn(guest, bernd);
  await guest.getByRole("button", { name: "Noch eine Person" }).click();
  await person(2).getByLabel("Vorname").fill("Weg");
  await guest.getByRole("button", { name: "Noch eine Person" }).click();
  await person(3).getByLabel("Vorname").fill("Anke");
  await person(3).getByLabel("Nachname").fill("Tölle");
  await person(3).getByLabel("Ticket").selectOption("online");
  await guest.getByRole("button", { name: /^Entfernen ?: Person 2$/ }).click();
  assert.equal(await person(3).count(), 0);
  assert.equal(await person(2).getByLabel("Vorname").inputValue(), "Anke");
  assert.equal(await person(2).getByLabel("Ticket").inputValue(), "online");
  assert.equal(await guest.getByLabel("Organisation").inputValue(), bernd.organisation);
  assert.ok(await guest.getByRole("checkbox", { name: /Datenschutz/ }).isChecked());
});

test("what it comes to is told on asking", async () => {
  await guest.getByRole("button", { name: "Übersicht aktualisieren" }).click();
  const summary = guest.getByRole("complementary", { name: "Ihre Bestellung" });
  await summary.getByText("1 × Online: Livestream").waitFor();
  await summary.getByText(/^1 × Vor Ort/).waitFor();
});

test("two clicks make one order", async () => {
  await guest.getByRole("button", { name: "Verbindlich anmelden" }).dblclick();
  // The second click breaks off the first one's answer: what shows in the end counts.
  await guest.getByRole("heading", { level: 1, name: /zwei Personen/ }).waitFor();
  assert.match(guest.url(), /\/owl\/orders\//);
  number = NUMBER.exec(await guest.getByRole("article", { name: bernd.name }).innerText())[0];
  mail = await site.mails.get(bernd.email);

  const desk = await open(browser, site, { script: false });
  await desk.goto("/owl/desk/orders?q=bernd.rolfes@kreis.example");
  await logIn(desk, site.logins.organiser);
  await desk.getByText("1 Bestellung", { exact: true }).or(desk.getByRole("heading", { level: 1, name: new RegExp(number.slice(0, 6)) })).first().waitFor();
  await desk.context().close();
});

test("the door checks a number typed by hand", async () => {
  await door.goto("/owl/door");
  await logIn(door, site.logins.door);
  await check(number.toLowerCase());
  await verdict("Herein").getByText(bernd.name).waitFor();
  await door.getByRole("link", { name: "Nächster Code" }).click();
  await check(number);
  await verdict("Halt").getByText("Ticket schon benutzt").waitFor();
});

test("letting in all the same needs a reason", async () => {
  await door.getByText("Trotzdem einlassen …").click();
  await door.getByLabel(/^Grund/).fill("War kurz draußen");
  await door.getByRole("button", { name: "Trotzdem einlassen" }).click();
  await door.getByRole("alert").getByText("War kurz draußen").waitFor();
});

test("whose phone is dead is found by name and let in", async () => {
  await door.getByRole("link", { name: "Nächster Code" }).click();
  await door.getByRole("searchbox", { name: "Name, Organisation oder Code" }).fill("Rolfes");
  await door.getByRole("button", { name: "Suchen" }).click();
  await door.getByRole("listitem").filter({ hasText: bernd.name }).getByText(/Drin seit/).waitFor();
});

test("one person gives the place back, and the door knows", async () => {
  await guest.goto(link(mail, "/my/"));
  await guest.getByRole("link", { name: /^Stornieren/ }).click();
  await guest.getByRole("button", { name: "Ticket stornieren" }).click();
  await guest.getByRole("heading", { level: 1, name: "Ihr Ticket ist storniert" }).waitFor();
  await door.goto("/owl/door");
  await check(number);
  await verdict("Halt").getByText("Ticket storniert").waitFor();
  assertQuiet(guest);
  assertQuiet(door);
});

const person = (n) => guest.getByRole("group", { name: `Person ${n}`, exact: true });

async function check(typed) {
  await door.getByLabel("Ticketnummer").fill(typed);
  await door.getByRole("button", { name: "Prüfen" }).click();
  await door.waitForURL(/\/check-ins\//);
}

const verdict = (word) => door.getByRole("alert").filter({ has: door.getByRole("heading", { name: word, exact: true }) });
