// A group of three comes too late. It waits, is told by mail when places are held for it, and takes them; all without a
// script as well as with one.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertQuiet, launch, open, sessionOf } from "./kit/browser.mjs";
import { link } from "./kit/mail.mjs";
import { startSite } from "./kit/site.mjs";

const clerk = "petra.kemper@stadt.example";
let site, browser, guest, office, own;

before(async () => {
  site = await startSite();
  browser = await launch();
  guest = await open(browser, site, { script: false, width: 320, height: 700 });
  office = await open(browser, site, { session: await sessionOf(browser, site, "organiser") });
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

test("what is sold out leads to the waiting list, and a mail to one's own page", async () => {
  // So many that a group of three can fit, all of them for who waits already.
  await resize("5");
  await guest.goto("/owl");
  await guest.getByRole("link", { name: /^Auf die Warteliste/ }).first().click();
  await guest.getByLabel("Wie viele Plätze, zusammen").fill("3");
  await guest.getByLabel("Name").fill("Petra Kemper");
  await guest.getByLabel("E-Mail").fill(clerk);
  await guest.getByLabel(/^Organisation/).fill("Stadt Delbrück");
  await guest.getByRole("button", { name: "Auf die Warteliste setzen" }).click();
  await guest.getByRole("heading", { name: "Bitte sehen Sie in Ihr Postfach" }).waitFor();
  own = new URL(link(await site.mails.get(clerk), "/waiting/")).pathname;
  await guest.goto(own);
  await guest.getByRole("heading", { name: "Sie stehen auf der Warteliste" }).waitFor();
  await guest.getByText(/^Sie stehen an Stelle \d+\.$/).waitFor();
});

test("the office sees them in the queue", async () => {
  await office.goto("/owl/desk/waiting?q=kemper");
  await office.getByRole("link", { name: "Petra Kemper" }).click();
  await office.getByRole("region", { name: "Worauf gewartet wird" }).getByText("3", { exact: true }).waitFor();
});

test("there are more places, and the group is offered three", async () => {
  await resize("60");
  const mail = await site.mails.get(clerk, 2);
  assert.match(mail.subject, /3 Plätze sind für Sie frei/);
  await guest.goto(new URL(link(mail, "/waiting/")).pathname);
  await guest.getByRole("heading", { name: "Für Sie ist etwas frei" }).waitFor();
  await office.goto("/owl/desk/places");
  await office.getByText("für die Warteliste gehalten").first().waitFor();
});

test("it takes them with the names of three", async () => {
  await guest.getByRole("link", { name: "Annehmen und Namen eintragen" }).click();
  assert.equal(await guest.locator("fieldset[data-attendee]").count(), 3);
  await guest.locator("input[name=buyer][value=public_body]").check();
  for (const [n, given] of [[1, "Lea"], [2, "Henrik"], [3, "Nour"]]) {
    await guest.locator(`input[name=given-${n}]`).fill(given);
    await guest.locator(`input[name=family-${n}]`).fill("Stallmann");
  }
  await guest.locator("input[name=terms]").check();
  await guest.locator("button[name=action][value=place].kern-btn--primary").click();
  await guest.waitForURL(/\/owl\/orders\//);
  await guest.getByText("Nour Stallmann").first().waitFor();
  await site.mails.get(clerk, 3);
  await guest.goto(own);
  await guest.getByRole("heading", { name: "Sie haben Ihre Plätze" }).waitFor();
  await office.goto("/owl/desk/waiting?q=kemper");
  await office.getByText("hat angenommen").first().waitFor();
  await assertQuiet(office);
});

async function resize(size) {
  await office.goto("/owl/desk/settings/quotas");
  await office.getByRole("link", { name: /Ehrenamt und Studium/ }).first().click();
  await office.locator("input[name=size]").fill(size);
  await office.locator("main .kern-btn--primary[type=submit]").click();
  await office.getByText("Gespeichert", { exact: false }).first().waitFor();
}
