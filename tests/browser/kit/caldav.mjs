// A real CalDAV server (Radicale) with one calendar, and somebody's calendar program before it, as far as it takes
// invitations from mails: RFC 4791 to the server, RFC 5546 to the mail.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ICAL from "ical.js";
import { freePort } from "./site.mjs";

const PATIENCE = 20_000;
const HOME = "/lea/kalender/";
const AUTHORIZATION = `Basic ${Buffer.from("lea:geheim").toString("base64")}`;

/** Starts the server, and makes the calendar. */
export async function startCalendar(python) {
  const folder = await mkdtemp(join(tmpdir(), "kongress-caldav-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = `[server]\nhosts = 127.0.0.1:${port}\n[auth]\ntype = none\n[storage]\nfilesystem_folder = ${join(folder, "data")}\n`;
  await writeFile(join(folder, "config"), settings);
  const log = join(folder, "log");
  const out = openSync(log, "w");
  const server = spawn(python, ["-m", "radicale", "--config", join(folder, "config")], { cwd: folder, stdio: ["ignore", out, out] });
  const ended = once(server, "exit");
  // Whatever ends the tests ends the server.
  const kill = () => server.kill("SIGKILL");
  process.on("exit", kill);
  const stop = async () => {
    server.kill("SIGTERM");
    const late = setTimeout(kill, 5_000);
    await ended;
    clearTimeout(late);
    process.off("exit", kill);
    await rm(folder, { recursive: true, force: true });
  };

  /** One request; what is not among `expected` is an error. */
  async function ask(method, path, expected, { body, ...headers } = {}) {
    const answer = await fetch(url + path, { method, body, headers: { authorization: AUTHORIZATION, ...headers } });
    const text = await answer.text();
    assert.ok(expected.includes(answer.status), `${method} ${path}: ${answer.status} ${text}`);
    return { text, etag: answer.headers.get("etag") };
  }

  /** The events that the server finds: all, or those within some time. */
  async function found(within = "") {
    const body = `<?xml version="1.0"?><C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><D:getetag/></D:prop>
      <C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">${within}</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>`;
    const { text } = await ask("REPORT", HOME, [207], { body, depth: "1", "content-type": "application/xml" });
    const paths = [...text.matchAll(/<(?:\w+:)?href>([^<]+)<\/(?:\w+:)?href>/g)].map(([, path]) => path);
    return Promise.all(paths.map(async (path) => ({ path, ...(await ask("GET", path, [200])) })));
  }

  try {
    for (const end = Date.now() + PATIENCE; ; ) {
      if (await fetch(url).catch(() => undefined)) break;
      if (server.exitCode !== null || Date.now() > end) throw new Error(`no CalDAV server: ${await readFile(log, "utf8")}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await ask("MKCALENDAR", HOME, [201]);
  } catch (error) {
    await stop();
    throw error;
  }

  return {
    stop,
    /**
     * Takes an invitation, a move or a cancellation as programs do: kept without its METHOD, under its UID; over what is there
     * only if it is of the same organiser and newer. Whether it was taken.
     */
    async take(text) {
      const calendar = new ICAL.Component(ICAL.parse(text));
      calendar.removeAllProperties("method");
      const [next, before] = [said(calendar), (await found()).find(({ text }) => saidIn(text).uid === said(calendar).uid)];
      if (before) {
        const now = saidIn(before.text);
        const newer = next.sequence > now.sequence || (next.sequence === now.sequence && next.stamp > now.stamp);
        if (next.organiser !== now.organiser || !newer) return false;
      }
      const path = before?.path ?? `${HOME}${encodeURIComponent(next.uid)}.ics`;
      const only = before ? { "if-match": before.etag } : { "if-none-match": "*" };
      await ask("PUT", path, [201, 204], { body: calendar.toString(), "content-type": "text/calendar; charset=utf-8", ...only });
      return true;
    },
    /** What is in the calendar: all, or what the server finds within these times. */
    async events(from, until) {
      const utc = (time) => new Date(time).toISOString().replace(/[-:]|\.\d+/g, "");
      const within = from ? `<C:time-range start="${utc(from)}" end="${utc(until)}"/>` : "";
      return (await found(within)).flatMap(({ text }) => saidIn(text));
    },
  };
}

const saidIn = (text) => said(new ICAL.Component(ICAL.parse(text)));

/** What its one event says. */
function said(calendar) {
  const [event, ...more] = calendar.getAllSubcomponents("vevent");
  assert.equal(more.length, 0, "one event");
  const zones = new Map(calendar.getAllSubcomponents("vtimezone").map((zone) => [zone.getFirstPropertyValue("tzid"), new ICAL.Timezone(zone)]));
  const moment = (name) => {
    const property = event.getFirstProperty(name);
    const time = property.getFirstValue();
    const zone = zones.get(property.getParameter("tzid"));
    if (zone) time.zone = zone;
    return time.toJSDate().toISOString();
  };
  return {
    uid: event.getFirstPropertyValue("uid"),
    sequence: event.getFirstPropertyValue("sequence"),
    stamp: moment("dtstamp"),
    starts: moment("dtstart"),
    ends: moment("dtend"),
    status: event.getFirstPropertyValue("status"),
    organiser: event.getFirstPropertyValue("organizer"),
    title: event.getFirstPropertyValue("summary"),
  };
}
