// From a need to a contact: two join, one on a phone without a script; a need meets an offer, the reason says so; interest is
// blind until it is mutual; and who leaves is gone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertQuiet, launch, open } from "./kit/browser.mjs";
import { startSite } from "./kit/site.mjs";
import { link } from "./kit/mail.mjs";
import { placeOrder } from "./kit/steps.mjs";

const people = [
  { given: "Hanna", family: "Vogt-Sucher", email: "h.vogt@hoexter.example" },
  { given: "Tom", family: "Brune-Bieter", email: "t.brune@lemgo.example" },
];
let site, browser, phone, desktop, mine;

before(async () => {
  site = await startSite();
  browser = await launch();
  phone = await open(browser, site, { script: false, width: 320, height: 640 });
  desktop = await open(browser, site);
  const request = (await browser.newContext()).request;
  mine = [];
  for (const who of people) mine.push((await placeOrder(site, request, [who])).my[0]);
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

/** Joins from "my congress", by the link that comes by mail, with one tick. */
async function join(page, path, who, organisation, town) {
  await page.goto(path);
  await page.getByRole("link", { name: "Mitmachen oder einsteigen" }).click();
  await page.getByRole("button", { name: "Link schicken" }).click();
  await page.getByText("ist ein Link unterwegs").waitFor();
  await page.goto(new URL(link(await site.mails.get(who.email, 2), "/entrance/")).pathname);
  await page.locator("#organisation").fill(organisation);
  await page.locator("#kind").selectOption("municipality");
  await page.locator("#town").fill(town);
  await page.locator("#topic-lorawan").check();
  await page.locator("#agree").check();
  await page.getByRole("button", { name: "Ins Verzeichnis eintragen" }).click();
  await page.getByText("Sie stehen im Verzeichnis.").waitFor();
}

async function write(page, side, title) {
  await page.goto("/owl/network/topics/lorawan");
  await page.getByRole("link", { name: "Angebot oder Gesuch schreiben" }).click();
  assert.equal(await page.locator("select[name=topic]").inputValue(), "lorawan");
  await page.getByLabel(side).check();
  await page.locator("#form").selectOption("experience");
  await page.locator("#title").fill(title);
  await page.getByRole("button", { name: "Speichern" }).click();
  await page.getByText("Gespeichert.").waitFor();
}

test("both join with what is known of them", async () => {
  await join(desktop, mine[1], people[1], "Stadt Steinheim", "Steinheim");
  await join(phone, mine[0], people[0], "Stadt Nieheim", "Nieheim");
  const wide = await phone.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 320, `the page is ${wide} px wide`);
});

test("an offer and a need find each other, and the reason says why", async () => {
  await write(desktop, "Ich biete", "Pegel an drei Bächen");
  await write(phone, "Ich suche", "Wer misst schon Pegel?");
  await phone.goto("/owl/network/mine/suggestions");
  const card = phone.getByRole("article", { name: "Tom Brune-Bieter" });
  await card.getByText("Bietet Erfahrung zu „LoRaWAN“, und Sie suchen Erfahrung").waitFor();
  await card.getByText("aus demselben Kreis", { exact: false }).waitFor();
});

test("interest is blind, and mutual it connects", async () => {
  await phone.getByRole("article", { name: "Tom Brune-Bieter" }).getByRole("button", { name: "Interesse zeigen" }).click();
  await phone.getByText("Ihr Interesse steht.").first().waitFor();
  await desktop.goto("/owl/network/mine");
  assert.equal(await desktop.getByText("möchte mit Ihnen").count(), 0);
  await desktop.goto("/owl/network/mine/suggestions");
  await desktop.getByRole("article", { name: "Hanna Vogt-Sucher" }).getByRole("button", { name: "Interesse zeigen" }).click();
  await desktop.getByText("Sie kennen sich jetzt.").first().waitFor();
  await desktop.getByRole("link", { name: people[0].email }).waitFor();
  const mail = await site.mails.get(people[0].email, 3);
  assert.ok(mail.text.includes("Tom Brune-Bieter"), mail.text);
});

test("who leaves is gone at once", async () => {
  await desktop.goto("/owl/network/mine/profile");
  await desktop.getByRole("link", { name: "Das Verzeichnis verlassen" }).click();
  await desktop.getByRole("button", { name: "Verlassen und löschen" }).click();
  await desktop.getByText("Sie haben das Verzeichnis verlassen.").waitFor();
  await phone.goto("/owl/network/mine");
  assert.equal(await phone.getByText("Tom Brune-Bieter").count(), 0);
  for (const window of [desktop, phone]) assertQuiet(window);
});
