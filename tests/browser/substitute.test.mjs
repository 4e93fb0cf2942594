// Somebody cannot come: they name who comes instead, who confirms from a mail on a phone. Only the new code opens the door.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { launch, open, sessionOf } from "./kit/browser.mjs";
import { link } from "./kit/mail.mjs";
import { startSite } from "./kit/site.mjs";
import { NUMBER, placeOrder } from "./kit/steps.mjs";

const from = "wiebke.stoermann@kreis.example";
const to = "jule.brinkmann@kreis.example";
let site, browser, own, phone, office;
let placed, invitation;

before(async () => {
  site = await startSite();
  browser = await launch();
  own = await open(browser, site, { width: 320, height: 700 });
  phone = await open(browser, site, { script: false, width: 320, height: 700 });
  office = await open(browser, site, { session: await sessionOf(browser, site, "organiser") });
  placed = await placeOrder(site, own.context().request, [{ given: "Wiebke", family: "Störmann", email: from }]);
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

test("the page of the ticket says until when, and asks who comes", async () => {
  await own.goto(placed.my[0]);
  await own.getByText(/^An eine andere Person übergeben: bis /).waitFor();
  await fits(own);
  await own.getByRole("link", { name: /^Übergeben/ }).click();
  await fits(own);
  await own.getByRole("button", { name: "Person fragen" }).click();
  await own.getByRole("alert").getByRole("link", { name: /E-Mail-Adresse/ }).waitFor();
  await own.getByLabel("E-Mail der Person, die kommt").fill(to);
  await own.getByRole("button", { name: "Person fragen" }).dblclick();
  await own.getByText(`Übergabe angefragt bei ${to}.`, { exact: false }).waitFor();
  await fits(own);
  invitation = await site.mails.get(to);
  assert.match(invitation.subject, /Wiebke Störmann gibt Ihnen das Ticket/);
  assert.equal(site.mails.to(to).length, 1, "asked once");
});

test("a mail gateway that opens the link takes nothing over", async () => {
  await phone.goto(new URL(link(invitation, "/substitutes/")).pathname);
  await fits(phone);
  await own.reload();
  await own.getByRole("heading", { name: "Wiebke Störmann" }).waitFor();
});

test("who was named confirms without JavaScript, and has the ticket", async () => {
  await phone.getByRole("button", { name: "Ticket übernehmen" }).click();
  await phone.getByRole("alert").waitFor();
  await phone.getByLabel("Vorname").fill("Jule");
  await phone.getByLabel("Nachname").fill("Brinkmann");
  await phone.getByRole("button", { name: "Ticket übernehmen" }).click();
  await phone.getByText("Das Ticket gehört jetzt Ihnen.", { exact: false }).waitFor();
  await phone.getByRole("heading", { name: "Jule Brinkmann" }).waitFor();
  await fits(phone);
  const ticket = await site.mails.get(to, 2);
  assert.match(ticket.subject, /Ihr Ticket/);
  const told = await site.mails.get(from, placed.mails.length + 1);
  assert.match(told.subject, /^Übergeben: /);
});

test("the old link is gone, and the office reads what happened", async () => {
  await own.goto(placed.my[0]);
  assert.equal(own.lastDocument.status(), 404);
  await phone.goto(new URL(link(invitation, "/substitutes/")).pathname);
  await phone.getByRole("heading", { name: "Dieses Ticket ist übernommen" }).waitFor();
  await office.goto(`/owl/desk/orders/${placed.code}/attendees/1`);
  const steps = await office.getByRole("region", { name: "Verlauf" }).innerText();
  assert.match(steps, /Ticket übergeben an Jule Brinkmann/);
  assert.match(steps, /Wiebke Störmann → Jule Brinkmann/);
});

test("the ticket's number lets the new one in", async () => {
  const door = await browser.newContext({ storageState: await sessionOf(browser, site, "door") });
  const number = NUMBER.exec(await office.locator("main").innerText())[0];
  const form = { gate: "main", ticket: number, nonce: randomUUID() };
  const answer = await door.request.post(`${site.url}/owl/door/check-ins`, { form, headers: { Origin: site.url } });
  assert.match(await answer.text(), /Jule Brinkmann/);
  await door.close();
});

/** Nothing is wider than the screen. */
async function fits(page) {
  const [wide, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok(wide <= screen, `${wide} on a screen of ${screen}: ${page.url()}`);
}
