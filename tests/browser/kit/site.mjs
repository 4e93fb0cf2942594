// The program as it is delivered, with the OWL congress in a fresh database of its own and a mail server that keeps
// what it gets. One a test file; stopped at its end.

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { openSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { startMailServer } from "./mail.mjs";

const PATIENCE = 60_000;
const bin = resolve(process.env.KONGRESS_BIN ?? join(import.meta.dirname, "../../../target/debug/kongress"));

/** Starts it. `attendees` are in the congress already; `mail: false` leaves the program without a mail server. */
export async function startSite({ attendees = 60, mail = true } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "kongress-browser-"));
  const mails = mail ? await startMailServer() : undefined;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const log = join(folder, "log");
  const env = { PATH: process.env.PATH, ...(mails && { KONGRESS_SMTP_URL: mails.url }) };
  const server = spawn(bin, ["demo", "--attendees", String(attendees), "--listen", `127.0.0.1:${port}`], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", openSync(log, "w")],
  });
  const ended = once(server, "exit");
  // Whatever ends the tests ends the server.
  const kill = () => server.kill("SIGKILL");
  process.on("exit", kill);

  let said = "";
  server.stdout.setEncoding("utf8").on("data", (text) => (said += text));
  await ready(url, server, log);
  const logins = Object.fromEntries([...said.matchAll(/^LOGIN (\S+) (\S+) (\S+)$/gm)].map(([, role, email, password]) => [role, { email, password }]));

  return {
    url,
    folder,
    logins,
    mails,
    /** Another command of the program, on the same database: `run("congress", "add", …)`. */
    async run(...args) {
      const database = `sqlite://${join(folder, "kongress-demo.sqlite")}`;
      return (await promisify(execFile)(bin, args, { cwd: folder, env: { ...env, KONGRESS_DATABASE_URL: database } })).stdout;
    },
    /** What the program logged. */
    log: () => readFile(log, "utf8"),
    async stop() {
      server.kill("SIGTERM");
      const late = setTimeout(kill, 30_000);
      await ended;
      clearTimeout(late);
      process.off("exit", kill);
      await mails?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

// A signal runs the exit handlers, too.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));

async function ready(url, server, log) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    if (server.exitCode !== null) throw new Error(`kongress ended with ${server.exitCode}:\n${await readFile(log, "utf8")}`);
    const answer = await fetch(`${url}/health`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`kongress does not answer:\n${await readFile(log, "utf8")}`);
}

export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}
