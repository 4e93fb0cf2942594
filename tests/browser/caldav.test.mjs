// An invitation, two moves and the end of it, as they came by mail, in a real calendar: one event, and the right one.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open, sessionOf } from "./kit/browser.mjs";
import { startCalendar } from "./kit/caldav.mjs";
import { attachment } from "./kit/mail.mjs";
import { startSite } from "./kit/site.mjs";
import { placeOrder } from "./kit/steps.mjs";

const python = process.env.KONGRESS_CALENDAR_PYTHON;
const who = { given: "Hanna", family: "Vogt", email: "h.vogt@hoexter.example" };
const TITLE = "Online-Dienste in Leichter Sprache";
const OTHER = "KI-Vorhaben auf einer Seite";
const MINUTE = 60_000;
let site, browser, phone, desk, my;

before(async () => {
  assert.ok(python, "infra/test browser says where the server is");
  site = await startSite();
  browser = await launch();
  phone = await open(browser, site, { script: false });
  desk = await open(browser, site, { script: false, session: await sessionOf(browser, site, "organiser") });
  my = (await placeOrder(site, (await browser.newContext()).request, [who])).my[0];
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

async function book(title) {
  await phone.goto(`${my}/workshops`);
  await phone.getByRole("button", { name: new RegExp(`^Platz buchen.*${title}`) }).click();
  await phone.getByText("Ihr Platz ist gebucht.").waitFor();
}

async function giveBack(title) {
  await phone.goto(`${my}/workshops`);
  await phone.getByRole("link", { name: new RegExp(`^Platz zurückgeben.*${title}`) }).click();
  await phone.getByRole("button", { name: "Platz zurückgeben" }).click();
}

/** Puts the session there, and releases that. */
async function move(time) {
  await desk.goto("/owl/desk/schedule");
  await desk.locator(`[data-slot][data-title="${TITLE}"]`).getByRole("link").click();
  await desk.getByLabel("Beginn").fill(time);
  await desk.getByRole("button", { name: "Speichern" }).click();
  await desk.getByText("Gespeichert.").waitFor();
  await desk.goto("/owl/desk/releases");
  await desk.getByRole("button", { name: "Veröffentlichen" }).click();
  await desk.getByText(/^Fassung .* ist veröffentlicht\.$/).waitFor();
}

/** The appointments of the first `n` mails that are about the session, in the order of their versions. */
async function told(n) {
  for (const end = Date.now() + 30_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const of = site.mails.to(who.email).filter((mail) => mail.attachments.some((file) => file.contentType === "application/ics"));
    const texts = of.map((mail) => attachment(mail, "application/ics").content.toString("utf8")).filter((text) => text.includes(`SUMMARY:${TITLE}`));
    if (texts.length >= n) return texts;
    assert.ok(Date.now() < end, `mail ${n} about it did not come`);
  }
}

test("what was told of a seat that moves twice and is given back", async () => {
  await book(TITLE);
  await told(1);
  // What a release moves is told after a while, or with whatever is told of their other seats.
  await move("15:50");
  await book(OTHER);
  await told(2);
  await move("15:55");
  await giveBack(OTHER);
  await told(3);
  await giveBack(TITLE);
  assert.equal((await told(4)).length, 4);
});

/** With a calendar of its own, gone at the end whatever happens, and what was told. */
async function replayed(look) {
  const calendar = await startCalendar(python);
  try {
    await look(calendar, await told(4));
  } finally {
    await calendar.stop();
  }
}

test("the calendar has the right event after each mail", () =>
  replayed(async (calendar, texts) => {
    let first;
    for (const [sequence, later, status] of [[0, 0, "CONFIRMED"], [1, 5, "CONFIRMED"], [2, 10, "CONFIRMED"], [3, 10, "CANCELLED"]]) {
      assert.equal(await calendar.take(texts[sequence]), true, `version ${sequence} is taken`);
      const [event, ...more] = await calendar.events();
      assert.equal(more.length, 0, "there is one");
      first ??= event;
      const starts = Date.parse(first.starts) + later * MINUTE;
      assert.deepEqual(
        [event.uid, event.organiser, event.title, event.sequence, event.status, Date.parse(event.starts), Date.parse(event.ends)],
        [first.uid, first.organiser, TITLE, sequence, status, starts, starts + 60 * MINUTE],
      );
      // The server understands the time as well.
      assert.equal((await calendar.events(starts, starts + MINUTE)).length, 1);
      assert.equal((await calendar.events(starts - 5 * MINUTE, starts)).length, 0);
      // The same mail once more changes nothing.
      assert.equal(await calendar.take(texts[sequence]), false);
    }
  }));

test("mails that come late or in another order change nothing any more", () =>
  replayed(async (calendar, [invited, once, twice, ended]) => {
    const taken = [];
    for (const text of [invited, twice, once, ended, twice]) taken.push(await calendar.take(text));
    assert.deepEqual(taken, [true, true, false, true, false]);
    const events = await calendar.events();
    assert.deepEqual(events.map(({ sequence, status }) => [sequence, status]), [[3, "CANCELLED"]]);
  }));
