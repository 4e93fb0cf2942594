// Paper and light: a ticket's PDF as a picture, the code in it as text, a code held in front of a camera.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The texts of all codes on a PDF as it is printed. */
export function codesInPdf(pdf, folder) {
  const file = join(folder, "ticket.pdf");
  writeFileSync(file, pdf);
  execFileSync("pdftoppm", ["-r", "150", "-png", "-singlefile", file, join(folder, "ticket")]);
  const read = execFileSync("zbarimg", ["-q", "--raw", "-Sdisable", "-Sqrcode.enable", join(folder, "ticket.png")], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  return read.trim().split("\n");
}

export const textOfPdf = (pdf) => execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8" });

/** A second of film, in the uncompressed format that Chromium's camera takes, with one header for all: frames of another
 * film must stand where those before stood. */
function film(...picture) {
  const made = execFileSync("ffmpeg", ["-loglevel", "error", ...picture, "-t", "1", "-r", "10", "-f", "yuv4mpegpipe", "-"], { maxBuffer: 1e8 });
  return Buffer.concat([Buffer.from("YUV4MPEG2 W640 H480 F10:1 Ip A1:1 C420jpeg\n"), made.subarray(made.indexOf("\n") + 1)]);
}

/** A file that a camera shows, and what stands in front of it. */
export function camera(folder) {
  const file = join(folder, "camera.y4m");
  const nothing = film("-f", "lavfi", "-i", "color=gray:s=640x480,format=yuv420p");
  writeFileSync(file, nothing);
  // Written over in place: the browser reads the same file again and again.
  const put = (film) => writeFileSync(file, film, { flag: "r+" });
  return {
    file,
    /** Holds a code up. */
    show(text) {
      const picture = join(folder, "code.png");
      execFileSync("qrencode", ["-o", picture, "-s", "8", "-m", "4", "-l", "M", text]);
      const middle = "scale=440:440:flags=neighbor,pad=640:480:(ow-iw)/2:(oh-ih)/2:color=gray,format=yuv420p";
      put(film("-loop", "1", "-i", picture, "-vf", middle));
    },
    /** Takes it away. */
    clear: () => put(nothing),
  };
}
