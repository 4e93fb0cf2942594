// Every calendar that the program gives out, read by three parsers that are not ours: they must understand the same.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import ICAL from "ical.js";
import { launch, open } from "./kit/browser.mjs";
import { attachment, link } from "./kit/mail.mjs";
import { startSite } from "./kit/site.mjs";
import { placeOrder } from "./kit/steps.mjs";

const python = process.env.KONGRESS_CALENDAR_PYTHON;
const who = { given: "Hanna", family: "Vogt", email: "h.vogt@hoexter.example" };
let site, browser, phone, my;

before(async () => {
  assert.ok(python, "infra/test browser says where the parsers are");
  site = await startSite();
  browser = await launch();
  phone = await open(browser, site, { script: false, width: 320, height: 640 });
  my = (await placeOrder(site, (await browser.newContext()).request, [who])).my[0];
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

/** What ical.js understands, in the words of tests/calendar/read.py. */
function byIcalJs(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zones = new Map(
    calendar.getAllSubcomponents("vtimezone").map((zone) => [zone.getFirstPropertyValue("tzid"), new ICAL.Timezone(zone)]),
  );
  const utc = (event, name) => {
    const property = event.getFirstProperty(name);
    const zone = zones.get(property.getParameter("tzid"));
    const time = property.getFirstValue();
    assert.ok(zone || time.zone === ICAL.Timezone.utcTimezone, `${name} has a zone that the file describes`);
    if (zone) time.zone = zone;
    return time.convertToZone(ICAL.Timezone.utcTimezone).toString();
  };
  return calendar.getAllSubcomponents("vevent").map((event) => ({
    uid: event.getFirstPropertyValue("uid"),
    sequence: event.getFirstPropertyValue("sequence"),
    stamp: utc(event, "dtstamp"),
    changed: utc(event, "last-modified"),
    starts: utc(event, "dtstart"),
    ends: utc(event, "dtend"),
    title: event.getFirstPropertyValue("summary"),
    place: event.getFirstPropertyValue("location") ?? "",
    text: event.getFirstPropertyValue("description") ?? "",
    url: event.getFirstPropertyValue("url") ?? "",
    status: event.getFirstPropertyValue("status"),
  }));
}

/** The text by all three: what they agree on. */
async function agreed(name, text) {
  assert.ok(!/[^\r]\n/.test(text), "lines end with CR and LF");
  for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
  const path = join(site.folder, `${name}.ics`);
  await writeFile(path, text);
  const read = join(import.meta.dirname, "../calendar/read.py");
  const said = JSON.parse((await promisify(execFile)(python, [read, path], { maxBuffer: 1 << 26 })).stdout)[path];
  const events = byIcalJs(text);
  assert.deepEqual(said.icalendar, events, `${name}: icalendar and ical.js`);
  assert.deepEqual(said.vobject, events, `${name}: vobject and ical.js`);
  assert.equal(new Set(events.map((event) => event.uid)).size, events.length, `${name}: ids are told apart`);
  return events;
}

async function fetched(name, address) {
  const path = new URL(address, site.url);
  const answer = await fetch(`${site.url}${path.pathname}${path.search}`);
  assert.equal(answer.status, 200, address);
  assert.equal(answer.headers.get("content-type"), "text/calendar; charset=utf-8");
  return agreed(name, await answer.text());
}

test("the programme and all its parts mean the same to all", async () => {
  await phone.goto("/owl/programme");
  await phone.getByRole("link", { name: "Kalender abonnieren" }).click();
  const addresses = await phone.locator('.row-list a[href^="http"]').evaluateAll((all) => all.map((link) => link.href));
  const wide = await phone.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 320, `the page is ${wide} px wide`);
  assert.ok(addresses.length > 3, addresses.join(" "));
  const [all, ...parts] = await Promise.all(addresses.map((address, n) => fetched(`feed-${n}`, address)));
  assert.ok(all.length > 10);
  const known = new Map(all.map((event) => [event.uid, event]));
  for (const event of parts.flat()) assert.deepEqual(event, known.get(event.uid));
  const english = await fetched("english", "/owl/schedule.ics?language=en");
  assert.deepEqual(english.map(({ uid, starts }) => [uid, starts]), all.map(({ uid, starts }) => [uid, starts]));
});

test("a session and somebody who speaks", async () => {
  await phone.goto("/owl/speakers");
  await phone.locator(".speaker-list a").first().click();
  const speaker = await phone.getByRole("link", { name: "Diese Beiträge als Kalender abonnieren" }).getAttribute("href");
  assert.ok(speaker.startsWith("webcal://"));
  const events = await fetched("speaker", speaker.replace("webcal:", "http:"));
  await phone.goto(new URL(events[0].url).pathname);
  const file = await phone.getByRole("link", { name: "Apple und andere (.ics)" }).getAttribute("href");
  assert.deepEqual((await fetched("session", file))[0], events[0]);
});

test("my congress, and the file of the ticket's mail", async () => {
  await phone.goto(my);
  const file = await phone.getByRole("link", { name: "Apple und andere (.ics)" }).getAttribute("href");
  const [day] = await fetched("day", file);
  await phone.getByRole("button", { name: "Kalender einrichten" }).click();
  await phone.getByText("Ihr Kalender ist eingerichtet. Seine Adresse steht auf dieser Seite.").waitFor();
  const address = await phone.getByLabel("Adresse Ihres Kalenders").inputValue();
  const own = await fetched("own", address);
  assert.deepEqual(own, [day]);
  const attached = attachment(await site.mails.get(who.email), "text/calendar");
  const [sent] = await agreed("mail", attached.content.toString("utf8"));
  assert.deepEqual(sent, day);
  assert.match(attached.content.toString("utf8"), /\r\nMETHOD:PUBLISH\r\n/);
});

test("a seat that is booked and given back", async () => {
  await phone.goto(`${my}/workshops`);
  await phone.getByRole("button", { name: /^Platz buchen/ }).first().click();
  await phone.getByText("Ihr Platz ist gebucht.").waitFor();
  const invited = await appointed(await site.mails.get(who.email, 2), "REQUEST");
  await phone.goto(new URL(link(await site.mails.get(who.email, 2), "/invitations/")).pathname);
  await phone.getByRole("button", { name: "Ja, ich komme" }).click();
  await phone.getByText("Zugesagt").waitFor();
  await phone.goto(`${my}/workshops`);
  await phone.getByRole("link", { name: /^Platz zurückgeben/ }).first().click();
  await phone.getByRole("button", { name: "Platz zurückgeben" }).click();
  const ended = await appointed(await site.mails.get(who.email, 3), "CANCEL");
  assert.deepEqual([invited.status, invited.sequence, ended.status, ended.sequence], ["CONFIRMED", 0, "CANCELLED", 1]);
  assert.equal(ended.uid, invited.uid);
});

/** The appointment of a mail: beside its text and, the same, as a file. */
async function appointed(mail, method) {
  const part = attachment(mail, "text/calendar");
  assert.equal(part.headers.get("content-type").params.method, method);
  const text = part.content.toString("utf8");
  assert.ok(text.includes(`\r\nMETHOD:${method}\r\n`), text);
  assert.equal(attachment(mail, "application/ics").content.toString("utf8"), text);
  return (await agreed(`mail-${method}`, text))[0];
}

test("nights in which clocks change", async () => {
  const event = (id, title, date, duration) => ({
    id, guid: `00000000-0000-4000-8000-00000000000${id}`, title, date, start: date.slice(11, 16), duration,
    room: "Saal", slug: `n${id}`, subtitle: "", track: null, type: "", language: "de", abstract: "", description: "",
    persons: [], links: [], attachments: [], recording_license: "", do_not_record: false,
  });
  const day = (index, date, events) => ({ index, date, day_start: `${date}T00:00:00+01:00`, day_end: `${date}T23:59:00+01:00`, rooms: { Saal: events } });
  const sent = {
    spring: [event(1, "Der Sprung", "2027-03-28T01:30:00+01:00", "01:00"), event(2, "Danach", "2027-03-28T03:30:00+02:00", "01:00")],
    autumn: [
      event(3, "Das erste Mal", "2027-10-31T02:30:00+02:00", "00:30"),
      event(4, "Das zweite Mal", "2027-10-31T02:30:00+01:00", "00:30"),
      event(5, "Über Nacht", "2027-10-31T00:30:00+02:00", "06:00"),
    ],
  };
  const expected = {
    "Der Sprung": ["2027-03-28T00:30:00Z", "2027-03-28T01:30:00Z"],
    Danach: ["2027-03-28T01:30:00Z", "2027-03-28T02:30:00Z"],
    "Das erste Mal": ["2027-10-31T00:30:00Z", "2027-10-31T01:00:00Z"],
    "Das zweite Mal": ["2027-10-31T01:30:00Z", "2027-10-31T02:00:00Z"],
    "Über Nacht": ["2027-10-30T22:30:00Z", "2027-10-31T04:30:00Z"],
  };
  for (const [slug, date] of [["spring", "2027-03-28"], ["autumn", "2027-10-31"]]) {
    const conference = {
      acronym: slug, title: slug, start: date, end: date, daysCount: 1, timeslot_duration: "00:05",
      time_zone_name: "Europe/Berlin", rooms: [{ name: "Saal" }], days: [day(1, date, sent[slug])],
    };
    const file = join(site.folder, `${slug}.json`);
    await writeFile(file, JSON.stringify({ schedule: { version: "1", base_url: "https://example.org", conference } }));
    await site.run("import", "schedule", file, "--congress", slug, "--create", "--zone", "Europe/Berlin");
    for (const { title, starts, ends } of await fetched(slug, `/${slug}/schedule.ics`)) {
      assert.deepEqual([starts, ends], expected[title], title);
      delete expected[title];
    }
  }
  assert.deepEqual(expected, {});
});
