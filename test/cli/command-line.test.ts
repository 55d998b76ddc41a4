import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openWorkshop } from "../broken-flows/sound-flow.ts";

const workshop = openWorkshop();
afterAll(workshop.close);

const project = join(import.meta.dirname, "..", "..");

function lindung(args: readonly string[], locale = "id_ID.UTF-8", file = "cli.ts") {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(project, "src", file), ...args],
    { encoding: "utf8", cwd: "/", env: { PATH: process.env["PATH"], LANG: locale } },
  );
  return { status, stdout, stderr };
}

test("help names the commands, in the language of the terminal", () => {
  const { status, stdout } = lindung(["--help"]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Cara pakai: lindung/);
  expect(stdout).toContain("flow check | draw | preview | questions");
  expect(lindung(["flow", "--help"], "en_GB.UTF-8").stdout).toMatch(
    /check \[folder\] +check flows/,
  );
});

test("a mistyped command is answered with the nearest one", () => {
  const { status, stderr } = lindung(["flow", "chek"]);
  expect(status).toBe(1);
  expect(stderr).toContain("check");
});

test.each([
  [["help"], 0, "stdout", /^Cara pakai: lindung/],
  [["help", "flow"], 0, "stdout", /^Cara pakai: lindung flow/],
  [["--version"], 0, "stdout", /^\d+\.\d+\.\d+\n$/],
  [["flwo"], 1, "stderr", /^Tidak ada perintah flwo\. Mungkin maksudnya: flow\./],
  [
    ["whatsapp", "lihat"],
    1,
    "stderr",
    /^lihat tidak dikenal di sini; harus salah satu dari: on, off, status\./,
  ],
  [["whatsapp"], 1, "stderr", /^on\|off\|status harus disebut\./],
  [["menari"], 1, "stderr", /^Tidak ada perintah menari\. Daftarnya: npx lindung help\n$/],
] as const)("asked for %j", (args, status, stream, said) => {
  const run = lindung(args);
  expect(run.status).toBe(status);
  expect(run[stream]).toMatch(said);
});

test("a flow is checked from whatever folder one stands in", () => {
  const { status, stdout } = lindung(["flow", "check", workshop.sound]);
  expect([status, stdout.split(":")[0]]).toEqual([0, "Beres"]);
});

test("a folder without a flow fails, for scripts to see", () => {
  const { status, stdout, stderr } = lindung(["flow", "check", join(project, "src")], "en_GB");
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toContain("flows/enrolment.yaml:1:1 this file is missing");
});

test("the starter hands everything on: arguments, output and the code at the end", () => {
  const started = lindung(["flow", "check", workshop.sound], "en_GB", "lindung.mjs");
  expect([started.status, started.stdout.split(":")[0]]).toEqual([0, "All well"]);
  const refused = lindung(["flow", "draw", "--format", "png"], "en_GB", "lindung.mjs");
  expect([refused.status, refused.stdout]).toEqual([1, ""]);
});

test("a folder that is not there is said to be not there, not to be without files", () => {
  const { status, stderr } = lindung(["flow", "check", "/nowhere"], "en_GB");
  expect([status, stderr]).toEqual([1, "There is no folder /nowhere.\n"]);
});

test("a picture that cannot be written is told by its file, under a heading of commands", () => {
  const { status, stderr } = lindung([
    "flow",
    "draw",
    "--format",
    "mermaid",
    "--out",
    "/nowhere/f",
  ]);
  expect(status).toBe(1);
  expect(stderr).toBe(
    "Perintah ini tidak selesai.\n/nowhere/f: berkas atau foldernya tidak ada.\n",
  );
});

test("a message is previewed in a pipe without frames", () => {
  const { status, stdout } = lindung(["flow", "preview", "ecosystem", "--channel", "whatsapp-web"]);
  expect([status, stdout.split("\n")[0]]).toEqual([0, "━━ ecosystem ━━ WhatsApp lewat HP"]);
  expect(stdout).toContain("\n2  Di pasar\n");
});

test("whoever reads no further ends it quietly", () => {
  const command = `"${process.execPath}" "${join(project, "src", "cli.ts")}" flow draw --format mermaid`;
  const { stderr } = spawnSync("sh", ["-c", `${command} | true`], {
    ...{ encoding: "utf8", cwd: "/", env: { PATH: process.env["PATH"], LANG: "en_GB" } },
  });
  expect(stderr).toBe("");
});

test.each([
  [
    ["staff", "add", "--login", "siti", "--branch", "Palembng"],
    /^Tidak ada cabang Palembng di flows\/branches\.yaml\. Yang dikenal: .*Palembang/,
  ],
  [["staff", "add", "--login", "siti", "--role", "chief"], /^Perannya harus salah satu dari: /],
  [["token", "add"], /^Pilihan --name <name> harus diisi\. Lihat --help\n$/],
  [["token", "add", "--name", "", "--scope", "submissions:read"], /^--name harus berisi/],
  [
    ["flow", "draw", "--formt", "svg"],
    /^Tidak ada pilihan --formt\. Mungkin maksudnya: --format\./,
  ],
  [["flow", "draw", "--out"], /^Pilihan --out <file> perlu isinya\./],
  [
    ["flow", "draw", "--format", "png"],
    /^Pilihan --format <format> harus salah satu dari: svg, mermaid\.\n$/,
  ],
  [
    ["flow", "preview", "--channel", "pigeon"],
    /^Pilihan --channel <channel> harus salah satu dari: telegram, whatsapp-web, whatsapp-cloud, web-chat, terminal\.\n$/,
  ],
  [["restore"], /^file harus disebut\./],
  [["doctor", "a"], /^Terlalu banyak isian: a\./],
])("called as it cannot be: %j", (args, said) => {
  const run = lindung(args);
  expect(run).toMatchObject({ status: 1, stdout: "", stderr: expect.stringMatching(said) });
});

test.each([
  [["help"], /lindung perintah \[pilihan\] .*LANG/],
  [
    ["help", "token", "add"],
    /^Cara pakai: lindung token add --name[\s\S]*submissions:decide, reports:read[\s\S]*366\b[\s\S]*\(bawaan 90\)/,
  ],
  [["help", "whatsapp"], /^Cara pakai: lindung whatsapp on[\s\S]*atau status\n/],
  [["help", "flow", "draw"], /^Cara pakai: lindung flow draw [\s\S]*\(bawaan svg\)/],
])("the help of a command is its own, with what it takes: %j", (args, said) => {
  const { status, stdout } = lindung(args);
  expect(status).toBe(0);
  expect(stdout).toMatch(said);
  expect(stdout).not.toMatch(/default:|choices:|\[options\]|\[command\]/);
});
