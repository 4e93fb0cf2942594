// A workshop has one seat: one books it on a phone without a script, the next one waits and gets it when it comes back, and
// the list for the door knows.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertQuiet, launch, open, sessionOf } from "./kit/browser.mjs";
import { startSite } from "./kit/site.mjs";
import { placeOrder } from "./kit/steps.mjs";

const TITLE = "Von der Scan-Straße zur E-Akte";
const [hanna, tom] = [
  { given: "Hanna", family: "Vogt", email: "h.vogt@hoexter.example" },
  { given: "Tom", family: "Brune", email: "t.brune@hoexter.example" },
];
let site, browser, office, phone, desktop, mine;

before(async () => {
  site = await startSite();
  browser = await launch();
  office = await open(browser, site, { session: await sessionOf(browser, site, "organiser") });
  phone = await open(browser, site, { script: false, width: 320, height: 640 });
  desktop = await open(browser, site);
  const request = (await browser.newContext()).request;
  mine = [];
  for (const who of [hanna, tom]) mine.push(`${(await placeOrder(site, request, [who])).my[0]}/workshops`);
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

test("the office says that there is one seat", async () => {
  await office.goto("/owl/desk/sessions?q=Scan");
  await office.getByRole("link", { name: TITLE }).click();
  await office.locator("#seats").fill("1");
  await office.getByRole("button", { name: "Speichern" }).click();
  await office.goto("/owl/desk/bookings");
  await office.getByRole("row", { name: TITLE }).getByText("0 von 1 Plätzen vergeben").waitFor();
});

test("one books it, with two clicks", async () => {
  await phone.goto(mine[0]);
  await phone.getByRole("button", { name: new RegExp(`^Platz buchen.*${TITLE}`) }).dblclick();
  await phone.getByText("Ihr Platz ist gebucht.").waitFor();
  const wide = await phone.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 320, `the page is ${wide} px wide`);
  await phone.reload();
  assert.equal(await phone.getByText("Gebucht", { exact: true }).count(), 1);
});

test("the next one waits", async () => {
  await desktop.goto(mine[1]);
  await desktop.getByRole("button", { name: new RegExp(`^Auf die Warteliste.*${TITLE}`) }).click();
  await desktop.getByText("Warteliste, Stelle 1").waitFor();
});

test("given back, it is theirs, and they learn it by mail", async () => {
  await phone.getByRole("link", { name: new RegExp(`^Platz zurückgeben.*${TITLE}`) }).click();
  await phone.getByRole("button", { name: "Platz zurückgeben" }).click();
  await phone.getByText("Zurückgegeben.").waitFor();
  const mail = await site.mails.get(tom.email, 2);
  assert.ok(mail.subject.includes(TITLE), mail.subject);
  await desktop.reload();
  await desktop.getByText("Gebucht", { exact: true }).waitFor();
});

test("the list for the door knows", async () => {
  await office.goto("/owl/desk/bookings");
  await office.getByRole("link", { name: TITLE }).click();
  await office.getByText("Tom Brune").first().waitFor();
  assert.equal(await office.getByText("Hanna Vogt").count(), 0);
  for (const window of [office, phone, desktop]) assertQuiet(window);
});
