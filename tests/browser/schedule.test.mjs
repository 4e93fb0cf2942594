// The schedule: dragged by mouse, by finger and by keys, seen by a second organiser at once, and by a form alone.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assertQuiet, launch, open, sessionOf } from "./kit/browser.mjs";
import { startSite } from "./kit/site.mjs";

const PLACE = "/plan/desk/schedule";
let site, browser, katrin, miriam, phone, plain;

const event = (id, room, time, title) => `<event id="${id}" guid="00000000-0000-4000-8000-00000000000${id}"><date>2027-03-11T${time}:00+01:00</date>
  <start>${time}</start><duration>00:30</duration><room>${room}</room><title>${title}</title><type>Vortrag</type><language>de</language>
  <persons><person id="${id}">Person ${id}</person></persons></event>`;

before(async () => {
  site = await startSite();
  const plan = `<?xml version="1.0" encoding="UTF-8"?><schedule><version>1</version><conference><acronym>plan2027</acronym><title>Plan</title>
    <time_zone_name>Europe/Berlin</time_zone_name></conference>
    <day index="1" date="2027-03-11" start="2027-03-11T09:00:00+01:00" end="2027-03-11T18:00:00+01:00">
    <room name="Saal">${event(1, "Saal", "10:00", "Eins")}${event(2, "Saal", "11:00", "Zwei")}</room>
    <room name="Kammer">${event(3, "Kammer", "10:00", "Drei")}</room></day></schedule>`;
  await writeFile(join(site.folder, "plan.xml"), plan);
  await site.run("import", "schedule", "plan.xml", "--congress", "plan", "--create");
  browser = await launch();
  const session = await sessionOf(browser, site, "admin");
  // High enough that nothing has to be scrolled to.
  katrin = await open(browser, site, { session, height: 1700 });
  miriam = await open(browser, site, { session, height: 1700 });
  phone = await open(browser, site, { session, width: 390, height: 800, touch: true });
  plain = await open(browser, site, { session, script: false });
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

const slot = (page, title) => page.locator(`[data-slot][data-title="${title}"]`);
const column = (page, room) => page.locator(`.board__column[data-name="${room}"]`);

/** "10:00 Kammer 30": where a slot stands. */
async function standing(page, title) {
  return slot(page, title).evaluate((slot) => {
    const room = slot.closest("[data-name]")?.dataset.name ?? "geparkt";
    return `${slot.querySelector(".slot__when span")?.textContent} ${room} ${slot.dataset.minutes}`;
  });
}

async function stands(page, title, where, patience = 5000) {
  const end = Date.now() + patience;
  let now;
  do {
    now = await standing(page, title).catch(() => "");
    if (now === where) return;
    await page.waitForTimeout(50);
  } while (Date.now() < end);
  assert.equal(now, where);
}

/** The middle of a slot's upper edge, and so many minutes from the top of a room's column. */
async function points(page, title, room, minutes) {
  await page.locator(".board-box").evaluate((box) => box.scrollIntoView({ block: "start" }));
  const from = await slot(page, title).boundingBox();
  const to = await column(page, room).boundingBox();
  const hours = Number(await page.locator("#board").getAttribute("data-hours"));
  const minute = (to.height - 16) / (hours * 60);
  return [
    [from.x + 20, from.y + 4],
    [to.x + 20, to.y + minutes * minute + 4],
  ];
}

async function drag(page, title, room, minutes) {
  const [from, to] = await points(page, title, room, minutes);
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(from[0] + 10, from[1] + 10);
  await page.mouse.move(...to, { steps: 5 });
  await page.mouse.up();
}

test("dragged by mouse, and the second organiser sees it within two seconds", async () => {
  await katrin.goto(PLACE);
  await miriam.goto(PLACE);
  await stands(miriam, "Eins", "10:00 Saal 30");
  await drag(katrin, "Eins", "Kammer", 105);
  await stands(katrin, "Eins", "10:45 Kammer 30");
  await stands(miriam, "Eins", "10:45 Kammer 30", 2000);
  await katrin.locator("#said").getByText("Gespeichert.").waitFor();
});

test("its length by dragging the lower edge, and both taken back", async () => {
  await slot(katrin, "Eins").scrollIntoViewIfNeeded();
  const box = await slot(katrin, "Eins").boundingBox();
  await katrin.mouse.move(box.x + 30, box.y + box.height - 3);
  await katrin.mouse.down();
  await katrin.mouse.move(box.x + 30, box.y + box.height + 30, { steps: 4 });
  await katrin.mouse.move(box.x + 30, box.y + box.height - 3 + 60, { steps: 4 });
  await katrin.mouse.up();
  await stands(katrin, "Eins", "10:45 Kammer 45");
  await katrin.getByRole("button", { name: /^Zurück/ }).click();
  await stands(katrin, "Eins", "10:45 Kammer 30");
  await katrin.getByRole("button", { name: /^Zurück/ }).click();
  await stands(katrin, "Eins", "10:00 Saal 30");
});

test("by keys: moved, to the next room, longer, parked, and placed again", async () => {
  const title = slot(katrin, "Eins").getByRole("link");
  await title.focus();
  for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowRight"]) await katrin.keyboard.press(key);
  assert.match(await katrin.locator("#spoken").textContent(), /Eins: 10:35 bis 11:05, Kammer/);
  await katrin.keyboard.press("Enter");
  await stands(katrin, "Eins", "10:35 Kammer 30");
  assert.equal(await katrin.evaluate(() => document.activeElement.closest("[data-slot]")?.dataset.title), "Eins", "the focus stays");
  await katrin.keyboard.press("Shift+ArrowDown");
  assert.match(await katrin.locator("#spoken").textContent(), /35 Minuten, bis 11:10/);
  await stands(katrin, "Eins", "10:35 Kammer 35");
  await katrin.waitForTimeout(300);
  await katrin.keyboard.press("ArrowDown");
  await katrin.keyboard.press("Escape");
  await stands(katrin, "Eins", "10:35 Kammer 35");
  await katrin.waitForTimeout(300);
  await slot(katrin, "Eins").getByRole("link").focus();
  await katrin.keyboard.press("Delete");
  await katrin.locator("#ablage").getByText("Eins").waitFor();
  await slot(katrin, "Eins").getByRole("link").focus();
  await katrin.keyboard.press("ArrowDown");
  await katrin.keyboard.press("Enter");
  await stands(katrin, "Eins", "09:00 Saal 30");
});

test("what would be in the way of something is refused, with words", async () => {
  await drag(katrin, "Eins", "Saal", 125);
  const said = katrin.locator("#said [role=alert]");
  await said.getByText(/Das geht dort nicht\. Raum doppelt: Saal, 11:05 bis 11:30/).waitFor();
  await stands(katrin, "Eins", "09:00 Saal 30");
});

test("a stale move is refused and says who moved it and where to", async () => {
  await miriam.route("**/schedule/draft", (route) => route.abort());
  await miriam.goto(PLACE);
  await drag(katrin, "Eins", "Kammer", 240);
  await stands(katrin, "Eins", "13:00 Kammer 30");
  assert.equal(await standing(miriam, "Eins"), "09:00 Saal 30");
  await drag(miriam, "Eins", "Saal", 300);
  await miriam.locator("#said [role=alert]").getByText(/Nicht gespeichert: .+ hat „Eins“ inzwischen geändert\. Jetzt: .*13 bis 13:30 Uhr, Kammer/).waitFor();
  await stands(miriam, "Eins", "13:00 Kammer 30");
});

test("by finger: rested on, then dragged", async () => {
  await phone.goto(PLACE);
  await phone.locator("#tafel").scrollIntoViewIfNeeded();
  const [from] = await points(phone, "Drei", "Kammer", 60);
  const cdp = await phone.context().newCDPSession(phone);
  const touch = (type, point) => cdp.send("Input.dispatchTouchEvent", { type, touchPoints: point ? [{ x: point[0], y: point[1] }] : [] });
  await touch("touchStart", from);
  await phone.waitForTimeout(500);
  for (const y of [20, 40, 60]) await touch("touchMove", [from[0], from[1] + y]);
  await touch("touchEnd");
  await stands(phone, "Drei", "10:15 Kammer 30");
  assert.equal(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, "nothing is cut off beside");
});

test("without JavaScript a form does it", async () => {
  await plain.goto(PLACE);
  await slot(plain, "Zwei").getByRole("link").click();
  await plain.getByLabel("Beginn").fill("15:20");
  await plain.getByLabel("Minuten").fill("25");
  await plain.getByLabel("Raum").selectOption({ label: "Kammer" });
  await plain.getByRole("button", { name: "Speichern" }).click();
  await plain.getByText("Gespeichert.").waitFor();
  await stands(plain, "Zwei", "15:20 Kammer 25");
  await plain.getByRole("button", { name: "Parken" }).click();
  assert.equal(await standing(plain, "Zwei").then((where) => where.includes("geparkt")), true);
  await plain.getByRole("link", { name: "Pause" }).click();
  await plain.getByLabel("Titel, deutsch").fill("Mittagspause");
  await plain.getByLabel("Beginn").fill("12:00");
  await plain.getByRole("button", { name: "Hinzufügen" }).click();
  await plain.locator(".board__across").getByText("Mittagspause").waitFor();
});

test("the browser has nothing to complain about", () => {
  // What is refused is an error to Chromium, and told by the page.
  katrin.complaints = katrin.complaints.filter((complaint) => !complaint.includes("status of 409"));
  for (const page of [katrin, phone, plain]) assertQuiet(page);
});
