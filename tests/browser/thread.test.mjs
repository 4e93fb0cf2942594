// The whole thread, as people go through it: register, get the ticket by mail, show it at the door, look it up in the
// office, change it, give it back.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertQuiet, launch, logIn, open } from "./kit/browser.mjs";
import { camera, codesInPdf, textOfPdf } from "./kit/code.mjs";
import { attachment, link } from "./kit/mail.mjs";
import { startSite } from "./kit/site.mjs";
import { fillIn, NUMBER } from "./kit/steps.mjs";

const petra = { name: "Petra Kemper", email: "petra.kemper@stadt.example", organisation: "Stadt Delbrück" };
const renamed = "Petra Kemper-Österhaus";
let site, browser, film, guest, door, desk;
let order, mail, code, number;

before(async () => {
  site = await startSite();
  film = camera(site.folder);
  browser = await launch({ camera: film.file });
  guest = await open(browser, site);
  door = await open(browser, site, { width: 390, height: 844, camera: true, touch: true });
  desk = await open(browser, site);
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

test("somebody registers, clicks twice, and has one order", async () => {
  await guest.goto("/owl");
  await guest.getByRole("link", { name: "Jetzt anmelden" }).first().click();
  await fillIn(guest, petra);
  await guest.getByRole("button", { name: "Verbindlich anmelden" }).dblclick();
  await guest.waitForURL(/\/owl\/orders\//);
  order = guest.url();
  await guest.getByRole("heading", { level: 1, name: /eine Person/ }).waitFor();
  await guest.getByRole("status").filter({ hasText: "Ihre Anmeldung ist da" }).waitFor();
  number = NUMBER.exec(await guest.getByRole("article", { name: petra.name }).innerText())[0];
  assertQuiet(guest);
});

test("the ticket comes by mail, with a code that can be read from paper", async () => {
  mail = await site.mails.get(petra.email);
  assert.match(mail.subject, /^Ihr Ticket für DigitaleZukunft@OWL/);
  assert.equal(new URL(link(mail, "/orders/")).pathname, new URL(order).pathname);
  const pdf = attachment(mail, "application/pdf").content;
  assert.match(textOfPdf(pdf), /Petra\s+Kemper/);
  const codes = codesInPdf(pdf, site.folder);
  code = codes.find((text) => !text.startsWith("http"));
  assert.ok(code?.length > 40, `no ticket among the codes of the PDF: ${codes}`);
  // The mail was sent once: whoever was going to send it again has done so by now.
  assert.equal(site.mails.to(petra.email).length, 1);
});

test("the camera at the door reads it: come in, and the second time stop", async () => {
  await door.goto("/owl/door");
  await logIn(door, site.logins.door);
  await door.waitForURL(/\/owl\/door/);
  const verdict = door.getByRole("alert");
  film.show(code);
  await verdict.getByRole("heading", { name: "Herein", exact: true }).waitFor();
  await verdict.getByText(petra.name).waitFor();
  film.clear();
  await door.getByRole("link", { name: "Nächster Code" }).click();
  await verdict.waitFor({ state: "detached" });
  // As long as a code must be out of sight to count as a scan of its own.
  await door.waitForTimeout(2_500);
  film.show(code);
  await verdict.getByRole("heading", { name: "Halt", exact: true }).waitFor();
  await verdict.getByText("Ticket schon benutzt").waitFor();
  film.clear();
  assertQuiet(door);
});

test("the office finds the order, the admission and the mail", async () => {
  await desk.goto("/owl/desk/orders");
  await logIn(desk, site.logins.organiser);
  await desk.getByRole("searchbox", { name: /Wo ist mein Ticket/ }).fill("petra kemper");
  await desk.keyboard.press("Enter");
  await desk.getByText(petra.email).or(desk.getByRole("link", { name: number.slice(0, 6) })).first().waitFor();
  if (!/\/orders\/[^?]+$/.test(desk.url())) await desk.getByRole("link", { name: number.slice(0, 6) }).click();
  await desk.getByRole("heading", { level: 1, name: new RegExp(number.slice(0, 6)) }).waitFor();
  const person = desk.getByRole("region", { name: "Teilnehmende" });
  await person.getByText(number).waitFor();
  await person.getByText(/Haupteingang/).waitFor();
  const history = desk.getByRole("region", { name: "Verlauf" });
  await history.getByText(`Eingelassen: ${petra.name}`).waitFor();
  await history.getByText(/Mail verschickt: Ihr Ticket/).waitFor();
  await history.getByText("Ein Ticket bestellt").waitFor();
  assert.equal(await history.getByText("Ein Ticket bestellt").count(), 1);
  await desk.getByRole("region", { name: "Mails" }).getByRole("link", { name: mail.subject }).click();
  await desk.getByRole("heading", { level: 1, name: mail.subject }).waitFor();
  await desk.getByText("gesendet", { exact: true }).first().waitFor();
  assertQuiet(desk);
});

test("the attendee corrects the name and gives the place back", async () => {
  await guest.goto(link(mail, "/my/"));
  await guest.getByRole("link", { name: /^Name ändern/ }).click();
  await guest.getByLabel("Nachname").fill("Kemper-Österhaus");
  await guest.getByRole("button", { name: "Namen ändern" }).click();
  await guest.getByRole("status").filter({ hasText: "Der Name ist geändert" }).waitFor();
  await guest.getByRole("article", { name: renamed }).waitFor();
  await guest.getByRole("link", { name: /^Stornieren/ }).click();
  await guest.getByLabel(/^Grund/).fill("Ich bin krank.");
  await guest.getByRole("button", { name: "Ticket stornieren" }).click();
  await guest.getByRole("heading", { level: 1, name: "Ihr Ticket ist storniert" }).waitFor();
  const farewell = await site.mails.get(petra.email, 2);
  assert.match(farewell.text, /storniert|abgesagt|zurück/i);
  assertQuiet(guest);
});

test("the door then says that it is cancelled", async () => {
  await door.getByRole("link", { name: "Nächster Code" }).click();
  await door.waitForTimeout(2_500);
  film.show(code);
  const verdict = door.getByRole("alert");
  await verdict.getByRole("heading", { name: "Halt", exact: true }).waitFor();
  await verdict.getByText("Ticket storniert").waitFor();
  await verdict.getByText(renamed).waitFor();
  assertQuiet(door);
});

test("the order's page says so, too", async () => {
  await guest.goto(order);
  await guest.getByRole("heading", { level: 1, name: /storniert/ }).waitFor();
  await guest.getByText(`Name geändert`).or(guest.getByText(/zu „Petra Kemper-Österhaus“/)).first().waitFor();
  assertQuiet(guest);
});
