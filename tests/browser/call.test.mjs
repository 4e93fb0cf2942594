// Somebody hands in a talk without a script, somebody else with one; the office accepts and announces; both learn it by
// mail, and one confirms behind the link.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertQuiet, launch, open, sessionOf } from "./kit/browser.mjs";
import { link } from "./kit/mail.mjs";
import { startSite } from "./kit/site.mjs";

const [lea, nour] = ["lea.nolte@lemgo.example", "nour@lippe.example"];
let site, browser, plain, guest, office, own;

before(async () => {
  site = await startSite();
  browser = await launch();
  plain = await open(browser, site, { script: false, width: 320, height: 700 });
  guest = await open(browser, site);
  office = await open(browser, site, { session: await sessionOf(browser, site, "organiser") });
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

test("the office sets up a call", async () => {
  await office.goto("/owl/desk/calls");
  await office.getByRole("link", { name: "Neuer Aufruf" }).click();
  await office.getByLabel("Titel, deutsch").fill("Ideen für die Bühne");
  await office.getByLabel("Text, deutsch").fill("Zeigen Sie, woran Sie **arbeiten**.");
  await office.getByLabel("Veröffentlicht").check();
  await office.getByRole("button", { name: "Speichern" }).click();
  await office.getByRole("heading", { name: "Ideen für die Bühne" }).waitFor();
});

async function ask(window, email) {
  await window.goto("/owl");
  await window.getByRole("link", { name: "Ideen für die Bühne" }).click();
  await window.getByLabel("E-Mail").fill(email);
  await window.getByRole("button", { name: "Link senden" }).click();
  await window.getByRole("heading", { name: "Sehen Sie in Ihr Postfach" }).waitFor();
  return new URL(link(await site.mails.get(email), "/submissions/")).pathname;
}

test("handing in without a script: half of it is kept, the whole is handed in", async () => {
  own = await ask(plain, lea);
  await plain.goto(own);
  await plain.locator("#title").fill("Was Daten können");
  await plain.getByRole("button", { name: "Entwurf speichern" }).click();
  await plain.getByText("Ihr Entwurf ist gespeichert.").waitFor();
  await plain.getByRole("button", { name: "Einreichen" }).click();
  await plain.getByText("Sagen Sie kurz, worum es geht.").first().waitFor();
  await plain.getByLabel("Kurz gesagt").fill("Drei Beispiele aus **Lemgo**.");
  await plain.locator("#language").selectOption("de");
  await plain.locator("#name").fill("Lea Nolte");
  await plain.getByRole("button", { name: "Einreichen" }).click();
  await plain.getByText("Der Beitrag ist eingereicht.").waitFor();
  const mail = await site.mails.get(lea, 2);
  assert.match(mail.subject, /^Eingereicht: Was Daten können/);
});

test("with a script, what is typed is counted and kept", async () => {
  const path = await ask(guest, nour);
  await guest.goto(path);
  await guest.locator("#title").fill("Sensoren am Fluss");
  await guest.getByLabel("Kurz gesagt").fill("👩‍👩‍👧‍👦 am Fluss");
  await guest.locator("[data-counts=abstract] [data-count]").getByText("10", { exact: true }).waitFor();
  await guest.getByText("Gespeichert", { exact: true }).waitFor();
  await guest.reload();
  assert.equal(await guest.locator("#title").inputValue(), "Sensoren am Fluss");
  await guest.locator("#language").selectOption("de");
  await guest.locator("#name").fill("Nour Al-Khatib");
  await guest.getByRole("button", { name: "Einreichen" }).click();
  await guest.getByText("Der Beitrag ist eingereicht.").waitFor();
});

test("the office decides quietly on both and announces it", async () => {
  await office.goto("/owl/desk/submissions");
  for (const title of ["Was Daten können", "Sensoren am Fluss"]) await office.getByLabel(`${title} wählen`).check();
  await office.getByRole("button", { name: "Annehmen vormerken" }).click();
  await office.getByRole("button", { name: "Für 2 Beiträge vormerken" }).click();
  await office.getByText("Für 2 Beiträge vorgemerkt.").waitFor();
  await plain.goto(own);
  assert.equal(await plain.getByText("Angenommen").count(), 0);
  await office.getByRole("link", { name: /\d+ Entscheidungen bekannt geben/ }).click();
  await office.getByRole("button", { name: "Jetzt bekannt geben" }).click();
  await office.getByText(/\d+ Entscheidungen sind bekannt gegeben\./).waitFor();
});

test("who speaks confirms behind the link", async () => {
  const mail = await site.mails.get(lea, 3);
  assert.match(mail.subject, /^Angenommen: Was Daten können/);
  await plain.goto(new URL(link(mail, "/speaking/")).pathname);
  await plain.getByRole("button", { name: "Ich komme" }).click();
  await plain.getByText("Danke, Ihr Beitrag ist bestätigt.").waitFor();
  await office.goto("/owl/desk/submissions?state=confirmed");
  await office.getByRole("link", { name: "Was Daten können" }).waitFor();
});

test("nothing complained", () => {
  for (const window of [guest, office]) assertQuiet(window);
});
