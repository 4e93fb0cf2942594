// The whole thread, as people go through it: register, get the ticket by mail, show it at the door, look it up in the
// office, change it, give it back.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertQuiet, launch, logIn, open } from "./kit/browser.mjs";
import { camera, codesInPdf, textOfPdf } from "./kit/code.mjs";
import { attachment, link } from "./kit/mail.mjs";
import { startSite } from "./kit/site.mjs";

const petra = { name: "Petra Kemper", email: "petra.kemper@stadt.example" };
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
  await guest.getByRole("radio", { name: /Öffentliche Hand|Öffentliche Stelle|Verwaltung/ }).check();
  await guest.getByLabel("Organisation").fill("Stadt Delbrück");
  await guest.getByLabel("Name", { exact: true }).fill(petra.name);
  await guest.getByLabel("E-Mail", { exact: true }).first().fill(petra.email);
  await guest.getByLabel(/Ich nehme selbst teil|Ich bin selbst dabei|als Person 1/).check();
  await guest.getByRole("group", { name: "Person 1" }).getByLabel("Ticket").selectOption("on-site-public");
  await guest.getByRole("checkbox", { name: /gelesen/ }).check();
  await guest.getByRole("button", { name: "Kostenpflichtig bestellen" }).dblclick();
  await guest.waitForURL(/\/owl\/orders\//);
  order = guest.url();
  await guest.getByRole("heading", { level: 1 }).waitFor();
  assertQuiet(guest);
});
