/** `npm start`: opens the house and its doors, says where they are, and stops in reverse on SIGINT or SIGTERM. */
import { resolve } from "node:path";
import { type News, watchChannels } from "./channel-news.ts";
import { drawnInTerminal } from "./channels/whatsapp-web/pairing.ts";
import { type Config, readSettings, terminalLocale } from "./config.ts";
import { type Read, readContent } from "./content/content.ts";
import { languageOfOperator, operatorWording, printSettingFaults } from "./content/operator.ts";
import { explain } from "./content/operator-fault.ts";
import { printFault } from "./content/reading/fault.ts";
import { newId } from "./database/ids.ts";
import { doorsOf, textsOf } from "./doors.ts";
import { type CalendarDate, todayIn } from "./enrolment/calendar.ts";
import { openHouse } from "./house.ts";
import { type Log, openLog } from "./log.ts";
import { noteHead } from "./operations/note-head.ts";
import { inwardOf, makeChannels } from "./sent-to.ts";
import { allStaff } from "./staff/staff-store.ts";
import { networkAddresses } from "./web/network.ts";
import { openWeb, type Web } from "./web/open.ts";

const projectFolder = resolve(import.meta.dirname, "..");
/** After this long a stop is no longer waited for: longer than a channel takes that gets no answer, and then the house. */
const patienceMs = 14_000;
const dayMs = 86_400_000;

const wording = operatorWording(projectFolder, languageOfOperator(terminalLocale()));
const say = (key: string, values = {}) =>
  process.stdout.write(`${wording.bubbles(`operator.start.${key}`, values).join("\n")}\n`);

await start().catch((error: unknown) => {
  say("failed", { why: explain(error, wording) });
  process.exit(1);
});

async function start(): Promise<void> {
  const read = readSettings(projectFolder);
  if ("faults" in read) {
    say("settings", { faults: printSettingFaults(read.faults, wording) });
    process.exit(1);
  }
  const content = readContent(projectFolder, today());
  if ("faults" in content) {
    say("content", { faults: content.faults.map(printFault).join("\n") });
    process.exit(1);
  }
  const { config } = read;
  const log = openLog(config.logLevel);
  const made = makeChannels({
    ...{ config, log, showPairing },
    clock: () => new Date(),
    texts: textsOf(content.material),
  });
  const channels = new Map(made.map(({ channel }) => [channel.name, channel]));
  const house = await openHouse(config, log, content.material, channels);
  if (house.validation === undefined) {
    await house.close();
    say("already-running", { folder: config.dataDir });
    process.exit(1);
  }
  const web = await openWeb({
    host: config.host,
    port: config.port,
    publicUrl: config.publicUrl,
    doors: [
      ...doorsOf(
        house,
        content.material,
        { operatorName: config.operator.name, publicUrl: config.publicUrl },
        log,
      ),
      ...made.flatMap(({ door }) => door ?? []),
    ],
    texts: textsOf(content.material),
    waitingFor: async () => house.waitingFor(),
    log,
    newId: () => newId("q"),
  }).catch(async (error: unknown) => {
    await house.close();
    throw error;
  });
  const inward = inwardOf(house.inbox);
  await Promise.all(made.map(({ channel }) => channel.open(inward)));
  const news = watchChannels(
    made.map(({ channel }) => channel),
    sayNews,
  );
  say("open", { address: config.publicUrl ?? web.address });
  say(config.redisUrl === undefined ? "queue-embedded" : "queue-redis");
  sayChannels(config, web);
  const isStaffed = (await allStaff(house.database.read)).length > 0;
  say("console", { address: config.publicUrl ?? web.address, staffed: isStaffed ? "yes" : "no" });
  if (config.trial) say("trial", { missing: config.missing.join(", ") });
  sayWhereToOpen(config, web);
  const endings = warnOfEndings(content, log);
  const noting = noteHead({ read: house.database.read, log });

  let isStopping = false;
  const stop = () => {
    if (isStopping) process.exit(130);
    isStopping = true;
    say("stopping");
    clearInterval(endings);
    noting.stop();
    news.stop();
    setTimeout(() => process.exit(1), patienceMs).unref();
    // Nothing new is heard, and what is being answered is finished; then what was said leaves, as far as it can.
    Promise.all([web.close(), ...made.map(({ channel }) => channel.close())])
      .then(house.close)
      .then(
        () => {
          say("stopped");
          process.exit(0);
        },
        (err: unknown) => {
          log.error({ event: "stop.failed", err });
          process.exit(1);
        },
      );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

/** A phone cannot open 127.0.0.1: that is the phone itself. */
function sayWhereToOpen({ host, publicUrl }: Config, web: Web): void {
  const onNetwork = publicUrl === undefined ? networkAddresses(host, web.address) : [];
  for (const address of onNetwork) say("on-network", { address });
  if (publicUrl === undefined && onNetwork.length === 0) say("this-machine-only");
  say("next");
}

/** Which channels people can write on, and what their owner must know of each. */
function sayChannels({ channels, publicUrl }: Config, web: Web): void {
  const { telegram, whatsappWeb, whatsappCloud } = channels;
  if (telegram !== undefined) say("telegram", { mode: telegram.mode });
  if (whatsappWeb !== undefined) say("whatsapp-web");
  if (whatsappCloud !== undefined)
    say("whatsapp-cloud", { address: publicUrl ?? web.address, public: publicUrl ? "yes" : "no" });
}

function sayNews({ channel, state, why }: News): void {
  const reason = why === "none" ? "" : wording.text(`operator.channels.why.${why}`);
  // A dash ends a name in the language of the texts.
  say("channel-news", { channel: channel.replaceAll("-", "_"), state, why: reason });
}

/** A credential: to whoever sits at this terminal, never to the log. */
function showPairing(code: string): void {
  // Where nobody sits (a journal, a file) it would be kept.
  if (!process.stdout.isTTY) say("pairing-unseen");
  else void drawnInTerminal(code).then((drawn) => say("pairing", { code: drawn }));
}

function today(): CalendarDate {
  return todayIn(new Date().toISOString());
}

/** Said at the start, for whoever is there, and logged every day, for whoever watches a program that never stops. */
function warnOfEndings({ endingSoon }: Read, log: Log): NodeJS.Timeout {
  for (const { id, to } of endingSoon(today())) {
    say("ending", { rule: id, until: wording.date(to) });
  }
  const note = () => {
    for (const { id, to } of endingSoon(today())) {
      log.warn({ event: "rule.ending", rule: id, until: to });
    }
  };
  note();
  return setInterval(note, dayMs);
}
