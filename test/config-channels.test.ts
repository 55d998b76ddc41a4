/** Settings of the channels: what opens each, and what is said where a part is missing or cannot be. */
import { expect, test } from "vitest";
import { parseEnvFile } from "../src/config/env-file.ts";
import { readConfig, settingNames, withEnvFile } from "../src/config.ts";
import { operatorWording, printSettingFaults } from "../src/content/operator.ts";
import { projectFolder } from "./world.ts";

const home = () => "/home/wayan";
const wording = operatorWording(projectFolder, "en");

function channelsOf(env: Readonly<Record<string, string>>) {
  const read = readConfig(env, home);
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  return read.config.channels;
}

/** As an operator reads them. */
function faultsOf(env: Readonly<Record<string, string>>): string {
  const read = readConfig(env, home);
  return "faults" in read ? printSettingFaults(read.faults, wording) : "";
}

const token = { TELEGRAM_BOT_TOKEN: "123456:ABC-def_ghi" };
const https = { PUBLIC_URL: "https://lindung.example" };
const cloud = {
  WHATSAPP_CLOUD_TOKEN: "a token",
  WHATSAPP_CLOUD_PHONE_ID: "106540352242922",
  WHATSAPP_CLOUD_APP_SECRET: "a secret",
  WHATSAPP_CLOUD_VERIFY_TOKEN: "a word",
};

test("without settings only the page and the terminal are open", () => {
  const none = { telegram: undefined, whatsappWeb: undefined, whatsappCloud: undefined };
  expect(channelsOf({})).toEqual(none);
  expect(channelsOf({ TELEGRAM_MODE: "polling", WHATSAPP_WEB: "off" })).toEqual(none);
});

test.each([{}, { PUBLIC_URL: "http://10.0.0.5" }, { TELEGRAM_API_ROOT: "http://10.0.0.6" }])(
  "a way to be called without a token asks for no address: %j",
  (env) => {
    expect(faultsOf({ TELEGRAM_MODE: "webhook", ...env })).toBe("");
  },
);

test.each([
  ["a token alone: the program asks", token, { mode: "polling" }],
  ["with an https address Telegram calls", { ...token, ...https }, { mode: "webhook" }],
  [
    "unless it is to be asked",
    { ...token, ...https, TELEGRAM_MODE: "polling" },
    { mode: "polling" },
  ],
  [
    "an http address is none for Telegram",
    { ...token, PUBLIC_URL: "http://10.0.0.5" },
    { mode: "polling" },
  ],
  [
    "a Bot API of one's own takes any address",
    {
      ...token,
      TELEGRAM_MODE: "webhook",
      PUBLIC_URL: "http://10.0.0.5",
      TELEGRAM_API_ROOT: "http://10.0.0.6/",
    },
    { mode: "webhook", apiRoot: "http://10.0.0.6" },
  ],
])("Telegram: %s", (_why, env, expected) => {
  expect(channelsOf(env).telegram).toMatchObject({
    token: token.TELEGRAM_BOT_TOKEN,
    ...expected,
  });
});

test("the paired phone: on, with its limits", () => {
  expect(channelsOf({ WHATSAPP_WEB: "on", WHATSAPP_WEB_PER_DAY: "20" }).whatsappWeb).toEqual({
    chromium: undefined,
    chromiumArgs: [],
    perMinute: 15,
    perDay: 20,
  });
});

test.each([
  ["as it is", "--one=MAP a b, EXCLUDE c --two"],
  ["in quotes of the file", '"--one=MAP a b, EXCLUDE c --two"'],
])("arguments for Chromium with spaces in them come through .env: %s", (_how, written) => {
  const file = parseEnvFile(`WHATSAPP_WEB=on\nWHATSAPP_CHROMIUM_ARGS=${written}\n`, settingNames);
  const read = withEnvFile({}, file, home);
  const { whatsappWeb } = "config" in read ? read.config.channels : { whatsappWeb: undefined };
  expect(whatsappWeb?.chromiumArgs).toEqual(["--one=MAP a b, EXCLUDE c", "--two"]);
});

test("the Cloud API: its four settings, and the rest by default", () => {
  expect(channelsOf({ ...cloud, WHATSAPP_CLOUD_TEMPLATE: "ada_kabar:id" }).whatsappCloud).toEqual({
    token: "a token",
    phoneId: "106540352242922",
    appSecret: "a secret",
    verifyToken: "a word",
    apiRoot: "https://graph.facebook.com",
    version: "v26.0",
    template: { name: "ada_kabar", language: "id" },
  });
  expect(channelsOf(cloud).whatsappCloud?.template).toBeUndefined();
});

test.each(Object.keys(cloud))("the Cloud API without %s is named by it", (name) => {
  const { [name]: _missing, ...rest }: Record<string, string> = cloud;
  expect(faultsOf(rest)).toBe(`  ${name}: must be set too, since another WHATSAPP_CLOUD_… is`);
});

test.each([
  [{ TELEGRAM_BOT_TOKEN: "kuncisaya" }, "TELEGRAM_BOT_TOKEN: must be the token from @BotFather"],
  [{ TELEGRAM_MODE: "webhok" }, "TELEGRAM_MODE: must be polling or webhook"],
  [{ TELEGRAM_WEBHOOK_SECRET: "short" }, "TELEGRAM_WEBHOOK_SECRET: must be 16 to 256 letters"],
  [{ TELEGRAM_API_ROOT: "https://a.example/x" }, "TELEGRAM_API_ROOT: must be scheme"],
  [{ ...token, TELEGRAM_MODE: "webhook" }, "PUBLIC_URL: must be set to an https:// address"],
  [
    { ...token, TELEGRAM_MODE: "webhook", TELEGRAM_API_ROOT: "http://10.0.0.6" },
    "PUBLIC_URL: must be set, since TELEGRAM_MODE=webhook",
  ],
  [{ WHATSAPP_WEB: "ya" }, "WHATSAPP_WEB: must be on or off"],
  [{ WHATSAPP_WEB_PER_MINUTE: "61" }, "WHATSAPP_WEB_PER_MINUTE: must be from 1 to 60"],
  [{ WHATSAPP_CHROMIUM_ARGS: "no-sandbox" }, "WHATSAPP_CHROMIUM_ARGS: must be like --one=value"],
  [
    { ...cloud, WHATSAPP_CLOUD_PHONE_ID: "0812 3456" },
    "WHATSAPP_CLOUD_PHONE_ID: must be Meta's id",
  ],
  [{ WHATSAPP_CLOUD_VERSION: "26" }, "WHATSAPP_CLOUD_VERSION: must be like v26.0"],
  [{ WHATSAPP_CLOUD_TEMPLATE: "ada kabar" }, "WHATSAPP_CLOUD_TEMPLATE: must be like name_of"],
])("%j is refused by name, and its value is not repeated", (env, said) => {
  const faults = faultsOf(env);
  expect(faults).toContain(`  ${said}`);
  const secrets = Object.entries(env).filter(([name]) => !name.endsWith("MODE"));
  for (const [, value] of secrets.filter(([, text]) => text.length > 4))
    expect(faults).not.toContain(value);
});

test("what is missing is named together with what is wrong, so that nobody mends twice", () => {
  const { WHATSAPP_CLOUD_TOKEN } = cloud;
  const called = { ...token, TELEGRAM_MODE: "webhook" };
  const faults = faultsOf({ PORT: "x", ...called, WHATSAPP_CLOUD_TOKEN });
  expect(faults.match(/^ +\w+/gm)?.map((name) => name.trim())).toEqual([
    "PORT",
    "WHATSAPP_CLOUD_PHONE_ID",
    "WHATSAPP_CLOUD_APP_SECRET",
    "WHATSAPP_CLOUD_VERIFY_TOKEN",
    "PUBLIC_URL",
  ]);
  // An address of the wrong form is one fault, not two.
  const misformed = { ...called, PUBLIC_URL: "lindung.example" };
  expect(faultsOf(misformed).match(/PUBLIC_URL:/g)).toHaveLength(1);
});
