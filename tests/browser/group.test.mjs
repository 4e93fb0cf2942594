// A clerk registers five colleagues on a phone: pasted, mended, with a Leitweg-ID, and two places without names.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertQuiet, launch, open } from "./kit/browser.mjs";
import { link } from "./kit/mail.mjs";
import { startSite } from "./kit/site.mjs";

let site, browser, clerk, guest, pass;

const LINES = ["Lea Nolte <l.nolte@delbrueck.example>", "Petrenko, Olga; o.petrenko@delbrueck", "Mahmut Öztürk\tm.oeztuerk@delbrueck.example", "Anna van der Berg; a.berg@delbrueck.example", "Jörg Brüggemeier; j.b@delbrueck.example"].join("\n");

before(async () => {
  site = await startSite();
  browser = await launch();
  clerk = await open(browser, site, { width: 320, height: 640, touch: true });
  guest = await open(browser, site, { width: 390, height: 844, touch: true });
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

const narrow = async (page) => {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 320, `the page is ${wide} px wide`);
};

test("pasted colleagues stand in the form, and the one with a fault is open", async () => {
  await clerk.goto("/owl/tickets");
  await clerk.getByRole("radio", { name: /^Öffentliche Stelle/ }).check();
  await clerk.getByLabel("Organisation", { exact: false }).first().fill("Stadt Delbrück");
  await clerk.getByLabel("Name", { exact: true }).fill("Petra Kemper");
  await clerk.getByRole("region", { name: "2. Wer meldet an?" }).getByLabel("E-Mail", { exact: true }).fill("p.kemper@delbrueck.example");
  await clerk.getByText("Mehrere Personen auf einmal").click();
  await clerk.getByLabel(/Eine Person je Zeile/).fill(LINES);
  await clerk.getByRole("button", { name: "In die Liste übernehmen" }).click();
  await clerk.getByText("Olga Petrenko").waitFor();
  await narrow(clerk);
  assert.equal(await clerk.locator("details.attendee__fold").count(), 5);
  assert.equal(await clerk.locator("details.attendee__fold[open]").count(), 1, "only who has a fault is open");
  await clerk.locator("#email-2").fill("o.petrenko@delbrueck.example");
});

test("places without names are added, the Leitweg-ID is checked, and the order is placed", async () => {
  await clerk.getByText("Namen stehen noch nicht fest").click();
  await clerk.getByLabel("Wie viele Plätze?").fill("2");
  await clerk.getByRole("button", { name: "Plätze ohne Namen hinzufügen" }).click();
  await clerk.getByText("Name folgt").first().waitFor();
  assert.equal(await clerk.locator("[data-nameless]").count(), 2);
  assert.equal(await clerk.locator("#email-2").inputValue(), "o.petrenko@delbrueck.example", "nothing typed is lost");
  const leitweg = clerk.getByLabel(/Leitweg-ID/);
  if (await leitweg.count()) {
    await leitweg.fill("04011000-12345-67");
    await clerk.getByRole("checkbox", { name: /Datenschutz/ }).check();
    await clerk.getByRole("button", { name: /Verbindlich anmelden|Kostenpflichtig bestellen/ }).last().click();
    await clerk.locator("#buyer-billing-leitweg-id-error").waitFor();
    await leitweg.fill("04011000-1234512345-06");
    for (const [label, value] of [[/Straße/, "Marktstraße 6"], [/Postleitzahl/, "33129"], [/^Ort/, "Delbrück"]]) await clerk.getByLabel(label).fill(value);
  }
  await clerk.getByRole("checkbox", { name: /Datenschutz/ }).check();
  await narrow(clerk);
  await clerk.getByRole("button", { name: /Verbindlich anmelden|Kostenpflichtig bestellen/ }).last().click();
  await clerk.waitForURL(/\/owl\/orders\//);
  await narrow(clerk);
  assert.equal(await clerk.getByRole("heading", { name: "Name folgt" }).count(), 2);
  pass = await clerk.locator("a[href*='/owl/places/']").first().getAttribute("href");
});

test("whoever the place was passed on to takes it, and the second one is told", async () => {
  await guest.goto(pass);
  await guest.getByLabel("Vorname").fill("Henrik");
  await guest.getByLabel("Nachname").fill("Stallmann");
  await guest.getByLabel("E-Mail").fill("h.stallmann@delbrueck.example");
  await guest.getByRole("checkbox", { name: /Datenschutz/ }).check();
  await guest.getByRole("button", { name: "Platz annehmen" }).click();
  await guest.waitForURL(/\/owl\/my\//);
  await guest.getByRole("heading", { name: "Henrik Stallmann" }).waitFor();
  const mail = await site.mails.get("h.stallmann@delbrueck.example");
  assert.ok(link(mail, "/my/"));
  await guest.goto(pass);
  await guest.getByRole("heading", { level: 1, name: "Dieser Platz ist vergeben" }).waitFor();
  assertQuiet(guest);
  assertQuiet(clerk);
});
