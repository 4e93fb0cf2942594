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

const FILM = ["-t", "1", "-r", "10", "-f", "yuv4mpegpipe", "-y", "-loglevel", "error"];

/** A file that a camera shows, and what stands in front of it. */
export function camera(folder) {
  const file = join(folder, "camera.y4m");
  const grey = join(folder, "grey.y4m");
  execFileSync("ffmpeg", ["-f", "lavfi", "-i", "color=gray:s=640x480,format=yuv420p", ...FILM, grey]);
  writeFileSync(file, readFileSync(grey));
  // Written over in place: the browser reads the same file again and again.
  const show = (film) => writeFileSync(file, readFileSync(film), { flag: "r+" });
  return {
    file,
    /** Holds a code up. */
    show(text) {
      const [picture, film] = [join(folder, "code.png"), join(folder, "code.y4m")];
      execFileSync("qrencode", ["-o", picture, "-s", "8", "-m", "4", "-l", "M", text]);
      const scale = "scale=440:440:flags=neighbor,pad=640:480:(ow-iw)/2:(oh-ih)/2:color=gray,format=yuv420p";
      execFileSync("ffmpeg", ["-loop", "1", "-i", picture, "-vf", scale, ...FILM, film]);
      show(film);
    },
    /** Takes it away. */
    clear: () => show(grey),
  };
}
