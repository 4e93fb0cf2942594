// A ticket mail that did not arrive: seen on the overview, understood, sent to the right address.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertQuiet, launch, open, sessionOf } from "./kit/browser.mjs";
import { startSite } from "./kit/site.mjs";
import { fillIn } from "./kit/steps.mjs";

const WRONG = "ole.brinkmann@kries-hoexter.example";
const RIGHT = "ole.brinkmann@kreis-hoexter.example";
let site, browser, page;

before(async () => {
  site = await startSite();
  site.mails.refuse(WRONG);
  browser = await launch();
  const guest = await open(browser, site, { script: false });
  await guest.goto("/owl/tickets");
  await fillIn(guest, { name: "Ole Brinkmann", email: WRONG, organisation: "Kreis Höxter" });
  await guest.getByRole("button", { name: /anmelden$/ }).click();
  await guest.waitForURL(/\/orders\//);
  await guest.context().close();
  const session = await sessionOf(browser, site, "organiser");
  page = await open(browser, site, { script: false, width: 320, height: 700, session });
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= 320);

test("the overview says that it did not arrive, and why", async () => {
  const task = page.locator(".task", { hasText: WRONG }).first();
  for (const end = Date.now() + 30_000; Date.now() < end; await page.waitForTimeout(200)) {
    await page.goto("/owl/desk");
    if (await task.count()) break;
  }
  assert.match(await task.innerText(), /Mail kam nicht an/);
  assert.match(await task.innerText(), /Diese Mailadresse gibt es nicht/);
  assert.equal(await fits(), true, "it fits");
  await task.getByRole("link").first().click();
  await page.getByText("User unknown").first().waitFor();
  assert.equal(await fits(), true, "it fits");
});

test("sent to the right address, it arrives once, and the order knows", async () => {
  await page.getByRole("link", { name: "An andere Adresse senden" }).click();
  assert.equal(await page.getByLabel("Neue Adresse").inputValue(), WRONG, "a letter is mended, not all typed again");
  await page.getByRole("button", { name: "An diese Adresse senden" }).click();
  assert.equal(await page.locator("#address-error").count(), 1, "the same address is no other one");
  await page.getByLabel("Neue Adresse").fill(RIGHT);
  await page.getByRole("button", { name: "An diese Adresse senden" }).click();
  await page.getByText(`Die Mail geht an ${RIGHT}.`).waitFor();
  const mail = await site.mails.get(RIGHT);
  assert.ok(mail.attachments.some((file) => file.contentType === "application/pdf"), "with the ticket");
  await page.goto("/owl/desk/orders?q=kreis-hoexter.example+ole");
  await page.locator("tbody a.code").first().click();
  await page.getByText("Mailadresse berichtigt").first().waitFor();
  assert.ok((await page.locator("main").innerText()).includes(RIGHT));
  assert.equal(await page.getByText(`Die Mail an ${WRONG} kam nicht an.`).count(), 0, "nothing is wrong any more");
});

test("all about the right address stands on a page of its own, and the log tells it", async () => {
  await page.getByRole("link", { name: RIGHT }).first().click();
  await page.getByRole("heading", { name: RIGHT }).waitFor();
  assert.equal(await fits(), true, "it fits");
  await page.goto("/owl/desk/audit?part=orders");
  await page.getByText("Mailadresse berichtigt").first().waitFor();
  assert.equal(await fits(), true, "it fits");
  assertQuiet(page);
});
