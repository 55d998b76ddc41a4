/**
 * The environment → Config, or the full list of what is wrong with it. The only file that reads `process.env`.
 * A fault names the setting, never its value: a value may be a secret. An empty setting counts as unset.
 * `.env.example` says the same to operators; test/house/settings.test.ts holds the two together.
 */
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";
import {
  type ChannelSettings,
  channelFaults,
  channelSettings,
  channelShape,
} from "./config/channels.ts";
import { type EnvFile, readEnvFile } from "./config/env-file.ts";
import { fileInTheWay } from "./config/folder.ts";
import { defaultKeyFile, isInside } from "./config/key-file.ts";
import { meantBy } from "./config/misspelt.ts";
import {
  type Operator,
  operatorNames,
  operatorParts,
  operatorSchema,
  operatorShape,
} from "./config/operator.ts";
import { keyBytes, origin, text, url, wholeNumber } from "./config/values.ts";

export type { Operator };

export type LogLevel = (typeof logLevels)[number];

export type Config = {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Origin under which people reach the program, without a slash at the end; unset: where it listens. */
  readonly publicUrl: string | undefined;
  /** Absolute path of the folder of everything that is kept. */
  readonly dataDir: string;
  readonly database: /** One file in `dataDir`. */
  { readonly kind: "sqlite" } | { readonly kind: "postgres"; readonly url: string };
  /** Unset: the queue server that comes along. */
  readonly redisUrl: string | undefined;
  /** The root key: given (32 bytes), or in a file outside `dataDir`. */
  readonly dataKey: { readonly given: Buffer } | { readonly file: string };
  readonly logLevel: LogLevel;
  /** Days within which a submission is looked at, as promised to people; unset: nothing is promised. */
  readonly reviewPromiseDays: number | undefined;
  readonly draftKeepDays: number;
  readonly submissionKeepDays: number;
  readonly channels: ChannelSettings;
  readonly backup: {
    /** Absolute path; by default in `dataDir`. */
    readonly folder: string;
    /** The newest so many stay; 0: the program makes none by itself. */
    readonly newest: number;
    /** Of the older ones the last of each day stays for so many days. */
    readonly days: number;
  };
} /** `missing`: the settings of the operator that are not set. */ & (
  | {
      readonly trial: true;
      readonly operator: Partial<Operator>;
      readonly missing: readonly string[];
    }
  | { readonly trial: false; readonly operator: Operator }
);

/** `why` is the text `operator.setting.<why>`, with these values. */
export type ConfigFault = {
  readonly name: string;
  readonly why: string;
  readonly values?: Readonly<Record<string, string | number>>;
};

export type Environment = Readonly<Record<string, string | undefined>>;

type Read = { readonly config: Config } | { readonly faults: readonly ConfigFault[] };

/** The settings of the environment, and of the file `.env` in the folder where they are not set there. */
export function readSettings(folder: string): Read {
  return withEnvFile(process.env, readEnvFile(join(folder, ".env"), settingNames));
}

/** What the file sets and the environment does not, and what is wrong with either. */
export function withEnvFile(env: Environment, file: EnvFile, home = homedir): Read {
  const read = readConfig({ ...file.set, ...env }, home);
  if (file.faults.length === 0) return read;
  const named = new Set(file.faults.map(({ name }) => name));
  const others = "faults" in read ? read.faults.filter(({ name }) => !named.has(name)) : [];
  return { faults: [...file.faults, ...others] };
}

/** `home` is where a key file is kept by default. */
export function readConfig(env: Environment, home: () => string = homedir): Read {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
  const parsed = settings.safeParse(set);
  const misformed = parsed.success ? [] : parsed.error.issues.map(faultOf);
  const dataDir = resolve(projectFolder, set["DATA_DIR"] ?? "data");
  // With DATA_KEY no file is used, so it does not matter where one would stand.
  const keyFile = set["DATA_KEY"] === undefined ? keyFileOf(set, dataDir, home) : { file: "" };
  const backupDir = resolve(projectFolder, set["BACKUP_DIR"]?.trim() ?? join(dataDir, "backups"));
  const faults = [
    ...("file" in keyFile && keyFile.file !== "" && isInside(backupDir, keyFile.file)
      ? [{ name: "BACKUP_DIR", why: "holds-key" }]
      : []),
    ...blocked(dataDir, backupDir),
    ...misformed,
    ...("why" in keyFile ? [keyFile] : []),
    ...misspelt(set),
    // Not twice of one setting: that it has the wrong form is enough.
    ...channelFaults(set).filter(({ name }) => misformed.every((fault) => fault.name !== name)),
  ];
  if (!parsed.success || "why" in keyFile || faults.length > 0) return { faults };

  const known = parsed.data;
  const config = {
    host: known.HOST,
    port: known.PORT,
    publicUrl: known.PUBLIC_URL,
    dataDir,
    database:
      known.DATABASE_URL === undefined
        ? { kind: "sqlite" as const }
        : { kind: "postgres" as const, url: known.DATABASE_URL },
    redisUrl: known.REDIS_URL,
    dataKey: known.DATA_KEY === undefined ? keyFile : { given: known.DATA_KEY },
    logLevel: known.LOG_LEVEL,
    reviewPromiseDays: known.REVIEW_PROMISE_DAYS,
    draftKeepDays: known.DRAFT_KEEP_DAYS,
    submissionKeepDays: known.SUBMISSION_KEEP_DAYS,
    channels: channelSettings(known),
    backup: { folder: backupDir, newest: known.BACKUP_KEEP, days: known.BACKUP_KEEP_DAYS },
  };
  const operator = operatorSchema.safeParse(operatorParts(known));
  return operator.success
    ? { config: { ...config, trial: false, operator: operator.data } }
    : {
        config: {
          ...config,
          trial: true,
          operator: operatorParts(known),
          missing: operatorNames.filter((name) => known[name] === undefined),
        },
      };
}

/** The language of the terminal, e.g. `en_GB.UTF-8`: not a setting of this program, but of the machine (POSIX locale(1)). */
export function terminalLocale(env: Environment = process.env): string | undefined {
  return ["LC_ALL", "LC_MESSAGES", "LANG"].map((name) => env[name]).find((value) => value);
}

/** Where the machine looks for programs, as PATH: not a setting of this program either. */
export function searchPath(env: Environment = process.env): string {
  return env["PATH"] ?? "";
}

const projectFolder = resolve(import.meta.dirname, "..");

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const settings = z.object({
  HOST: z.string().trim().default("127.0.0.1"),
  PORT: wholeNumber(0, 65_535).default(8080),
  PUBLIC_URL: origin.optional(),
  ...operatorShape,
  DATA_DIR: text,
  DATABASE_URL: url(["postgres:", "postgresql:"], "postgres-address").optional(),
  REDIS_URL: url(["redis:", "rediss:"], "redis-address").optional(),
  DATA_KEY: keyBytes.optional(),
  DATA_KEY_FILE: text,
  LOG_LEVEL: z.enum(logLevels, "level").default("info"),
  REVIEW_PROMISE_DAYS: wholeNumber(1, 90).optional(),
  DRAFT_KEEP_DAYS: wholeNumber(1, 365).default(30),
  SUBMISSION_KEEP_DAYS: wholeNumber(1, 3650).default(365),
  ...channelShape,
  BACKUP_DIR: text,
  BACKUP_KEEP: wholeNumber(0, 1000).default(48),
  BACKUP_KEEP_DAYS: wholeNumber(1, 365).default(30),
});

/** What may be set, in the order of `.env.example`. */
export const settingNames: readonly string[] = Object.keys(settings.shape);

/**
 * Where the key stands. By default in the home of whoever runs the program, one file per data folder: two
 * copies of the program on one machine have two keys, and a copy or backup of the data folder holds none.
 */
function keyFileOf(
  set: Environment,
  dataDir: string,
  home: () => string,
): { readonly file: string } | ConfigFault {
  const named = set["DATA_KEY_FILE"]?.trim();
  const file = named === undefined ? defaultKeyFile(dataDir, home) : resolve(projectFolder, named);
  if (file === undefined) {
    return { name: "DATA_KEY_FILE", why: "no-home" };
  }
  if (isInside(dataDir, file)) {
    return { name: "DATA_KEY_FILE", why: "inside-data" };
  }
  return { file };
}

function faultOf(issue: z.core.$ZodIssue): ConfigFault {
  const name = String(issue.path[0]);
  const values = {
    ...(issue.code === "custom" ? (issue.params as ConfigFault["values"]) : {}),
    ...(name === "LOG_LEVEL" ? { levels: logLevels.join(", ") } : {}),
  };
  return { name, why: issue.message, ...(Object.keys(values).length > 0 ? { values } : {}) };
}

/** Where a file stands in the way nothing can be kept; backups in the data folder are named with it. */
function blocked(dataDir: string, backupDir: string): readonly ConfigFault[] {
  const [data, backup] = [fileInTheWay(dataDir), fileInTheWay(backupDir)];
  const why = "not-a-folder";
  return [
    ...(data === undefined ? [] : [{ name: "DATA_DIR", why, values: { file: data } }]),
    ...(backup === undefined || backup === data
      ? []
      : [{ name: "BACKUP_DIR", why, values: { file: backup } }]),
  ];
}

function misspelt(set: Environment): readonly ConfigFault[] {
  return Object.keys(set).flatMap((name) => {
    const meant = meantBy(name, settingNames, (setting) => set[setting] !== undefined);
    return meant === undefined ? [] : [{ name, why: "misspelt", values: { meant } }];
  });
}
