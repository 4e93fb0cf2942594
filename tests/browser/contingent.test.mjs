// The office holds places for a partner, who names people on a page of their own.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertQuiet, launch, logIn, open } from "./kit/browser.mjs";
import { link } from "./kit/mail.mjs";
import { startSite } from "./kit/site.mjs";

let site, browser, desk, partner, own;

before(async () => {
  site = await startSite();
  browser = await launch();
  desk = await open(browser, site);
  partner = await open(browser, site, { width: 320, height: 640, touch: true });
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

test("places are held, and the partner gets their link by mail", async () => {
  await desk.goto("/owl/desk/contingents/new");
  await logIn(desk, site.logins.organiser);
  await desk.locator("#partner").selectOption({ index: 1 });
  await desk.getByLabel("Ticket", { exact: true }).selectOption("online");
  await desk.locator("#places").fill("3");
  await desk.locator("#until").fill("2027-02-01T12:00");
  await desk.locator("#contact-name").fill("Jule Brand");
  await desk.locator("#email").fill("j.brand@partner.example");
  await desk.getByRole("button", { name: "Plätze belegen" }).dblclick();
  await desk.getByRole("heading", { name: "0 von 3 vergeben" }).waitFor();
  const mail = await site.mails.get("j.brand@partner.example");
  own = link(mail, "/contingents/");
  assert.equal(site.mails.to("j.brand@partner.example").length, 1, "a double click holds them once");
  assertQuiet(desk);
});

test("the partner pastes people, and takes one back", async () => {
  await partner.goto(new URL(own).pathname);
  await partner.getByText("Mehrere Personen auf einmal").click();
  await partner.getByLabel(/Eine Person je Zeile/).fill("Lea Nolte; l.nolte@partner.example\nOlga Petrenko; o.petrenko@partner.example");
  await partner.getByRole("button", { name: "In die Liste übernehmen" }).click();
  await partner.getByRole("button", { name: "Plätze vergeben" }).last().click();
  await partner.getByText("2 Plätze sind vergeben").waitFor();
  assert.ok(link(await site.mails.get("o.petrenko@partner.example"), "/my/"));
  const wide = await partner.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 320, `the page is ${wide} px wide`);
  await partner.getByRole("link", { name: /^Zurückziehen.*Lea Nolte/ }).click();
  await partner.getByRole("button", { name: "Zurückziehen" }).click();
  await partner.getByText("Das Ticket ist zurückgezogen.").waitFor();
  assertQuiet(partner);
});

test("the office sees who was named, and ends it", async () => {
  const before = await heldForPartners();
  await desk.goBack();
  await desk.reload();
  await desk.getByRole("heading", { name: "1 von 3 vergeben" }).waitFor();
  await desk.getByRole("link", { name: "Kontingent beenden" }).click();
  await desk.getByRole("button", { name: "Kontingent beenden" }).click();
  await desk.getByText("Das Kontingent ist beendet.").waitFor();
  assert.equal(await heldForPartners(), before - 2, "no place of it is held any more");
  assertQuiet(desk);
});

/** How many places are held for partners, over all quotas. */
async function heldForPartners() {
  await desk.goto("/owl/desk/places");
  return desk.evaluate(() =>
    [...document.querySelectorAll("table")].reduce((sum, table) => {
      const at = [...table.querySelectorAll("thead th")].findIndex((head) => head.textContent === "Für Partner");
      // The sum, or the one row.
      const last = [...table.tBodies[0].rows].at(-1);
      return sum + (at < 0 ? 0 : Number(last.cells[at].textContent));
    }, 0),
  );
}
