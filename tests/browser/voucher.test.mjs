// A voucher sheet: an organiser draws codes and takes them along, a guest uses one.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { assertQuiet, launch, open, sessionOf } from "./kit/browser.mjs";
import { startSite } from "./kit/site.mjs";

let site, browser, office, code;

before(async () => {
  site = await startSite();
  browser = await launch();
  office = await open(browser, site, { width: 1280, height: 900, session: await sessionOf(browser, site, "organiser") });
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

test("an organiser draws a batch, which is there once", async () => {
  await office.goto("/owl/desk/vouchers");
  await office.getByRole("link", { name: "Viele ziehen" }).click();
  await office.getByLabel("Anzahl").fill("12");
  await office.getByLabel(/Vorne steht/).fill("probe");
  await office.getByLabel(/Schlagwort/).fill("Probe");
  await office.getByRole("button", { name: "Gutscheine ziehen" }).click();
  await office.getByText("12 Gutscheine sind gezogen.").waitFor();
  assert.equal(await office.locator("tbody th a.code", { hasText: "PROBE-" }).count(), 12);
});

test("the sheet holds them", async () => {
  const coming = office.waitForEvent("download");
  await office.getByRole("button", { name: "csv" }).click();
  const file = await coming;
  assert.match(file.suggestedFilename(), /^owl-gutscheine-.*\.csv$/);
  const lines = (await readFile(await file.path(), "utf8")).trim().split("\n");
  assert.equal(lines.length, 13);
  code = /PROBE-[2-9A-Z]{8}/.exec(lines[1])[0];
  const book = office.waitForEvent("download");
  await office.getByRole("button", { name: "xlsx" }).click();
  assert.match((await book).suggestedFilename(), /\.xlsx$/);
});

test("a guest uses one, on a phone, and it is used up", async () => {
  const guest = await open(browser, site, { width: 320, height: 700 });
  await guest.goto("/owl/tickets?category=online");
  await guest.getByLabel("Gutscheincode").fill("falsch-1");
  await guest.getByRole("button", { name: "Einlösen" }).click();
  await guest.getByText("Diesen Gutscheincode gibt es nicht.").first().waitFor();
  await guest.getByLabel("Gutscheincode").fill(code.toLowerCase());
  await guest.getByRole("button", { name: "Einlösen" }).click();
  await guest.getByText(`Der Gutschein ${code} gilt für 1 Ticket.`).waitFor();
  assert.equal(await guest.evaluate(() => document.documentElement.scrollWidth <= 320), true, "it fits");
  await guest.goto(`/owl/tickets?category=online&voucher=${code}`);
  await guest.getByText(`Der Gutschein ${code} gilt für 1 Ticket.`).waitFor();
  await guest.getByLabel(/Privat/).check();
  await guest.getByLabel("Name", { exact: true }).fill("Gesa Probst");
  await guest.getByLabel("E-Mail", { exact: true }).first().fill("gesa.probst@voucher.example");
  await guest.locator("#self").check();
  await guest.locator("#terms").check();
  await guest.getByRole("button", { name: /bestellen|anmelden/i }).last().click();
  // Who orders has become person 1, whom the form shows first.
  if (await guest.locator("form[data-register]").count()) {
    await guest.getByRole("button", { name: /bestellen|anmelden/i }).last().click();
  }
  await guest.waitForURL(/\/owl\/orders\//);
  assertQuiet(guest);
  await office.goto(`/owl/desk/vouchers?q=${code}`);
  await office.getByText("1 von 1").first().waitFor();
  await office.getByRole("link", { name: code }).click();
  await office.getByText("Gesa Probst").first().waitFor();
  assertQuiet(office);
});
