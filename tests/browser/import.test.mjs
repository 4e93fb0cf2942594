// A list of guests, from the file to the orders, without JavaScript and on a narrow window.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertQuiet, launch, open, sessionOf } from "./kit/browser.mjs";
import { startSite } from "./kit/site.mjs";

const LIST = `Gästeliste;;;

Wer;E-Mail;Firma;Ticket
"Oelde, Dr. Antje von";antje.oelde@import.example;Stadt Lemgo;online
Jörg Müßig;joerg@import.example;;online
`;
let site, browser, page;

before(async () => {
  site = await startSite();
  browser = await launch();
  const session = await sessionOf(browser, site, "organiser");
  page = await open(browser, site, { script: false, width: 320, height: 700, session });
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

test("a list is handed in, and the preview says what is missing", async () => {
  await page.goto("/owl/desk/orders");
  await page.getByRole("link", { name: "Liste übernehmen" }).click();
  await page.getByLabel("Datei").setInputFiles({ name: "gäste.csv", mimeType: "text/csv", buffer: Buffer.from(LIST) });
  await page.getByRole("button", { name: "Zur Vorschau" }).click();
  await page.getByRole("heading", { name: "Vorschau: gäste.csv" }).waitFor();
  await page.getByText("Es gibt keine Spalte mit Namen.").waitFor();
  assert.equal(await page.getByLabel("B: E-Mail").inputValue(), "email");
});

test("a column is named, and the preview shows the people", async () => {
  await page.getByLabel("A: Wer").selectOption({ label: "ganzer Name" });
  await page.getByRole("button", { name: "Neu ansehen" }).click();
  const row = page.getByRole("row", { name: /antje\.oelde@import\.example/ });
  assert.match(await row.innerText(), /Antje\s+von Oelde/);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= 320), true, "it fits");
});

test("taken in, they are found; taken in again, they are known", async () => {
  await page.getByRole("button", { name: "2 Personen übernehmen" }).click();
  await page.getByText("2 Personen sind übernommen.").waitFor();
  await page.goto("/owl/desk/orders?q=muessig");
  await page.getByText("Jörg Müßig").first().waitFor();
  await page.goto("/owl/desk/imports");
  await page.getByLabel(/Zwischenablage/).fill("Name\tE-Mail\tTicket\nJörg Müßig\tJOERG@import.example\tonline\n");
  await page.getByRole("button", { name: "Zur Vorschau" }).click();
  await page.getByText(/Schon angemeldet als [0-9A-Z]{6}\./).waitFor();
  assert.equal(await page.getByRole("button", { name: /übernehmen$/ }).count(), 0);
  assertQuiet(page);
});
