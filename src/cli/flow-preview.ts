/** `lindung flow preview`: each message as each channel will show it, with example values filled in. */
import type { Content } from "../content/checks/check.ts";
import { openContent } from "../content/content.ts";
import { printFault } from "../content/reading/fault.ts";
import type { Language, Wording } from "../conversation/wording/wording.ts";
import { type ChannelName, capabilitiesOf } from "../rendering/capabilities.ts";
import { drawn } from "./preview/drawing.ts";
import type { Sample } from "./preview/samples.ts";
import { namesNear, type Scene, scenesOf } from "./preview/sayings.ts";
import type { Terminal } from "./terminal.ts";

const channelNames = Object.keys(capabilitiesOf) as readonly ChannelName[];

export type PreviewOptions = {
  /** All where none is named. */
  readonly channel?: ChannelName;
  /** That of the terminal where none is named. */
  readonly language?: Language;
  /** As it is said while nobody runs the bot yet. */
  readonly trial?: boolean;
  /** What is printed is read by a person: in frames. */
  readonly onScreen?: boolean;
  readonly now: Date;
};

/** Reads flow and texts, and shows them; a flow with faults is not shown. Returns the exit code. */
export function flowPreview(
  name: string | undefined,
  options: PreviewOptions,
  terminal: Terminal,
): 0 | 1 {
  const opened = openContent(terminal.folder);
  if ("content" in opened) return show(opened.content, name, options, terminal);
  const { complain, wording } = terminal;
  for (const fault of opened.faults) complain(printFault(fault));
  complain(wording.text("operator.flow-check.faults", { count: opened.faults.length }));
  return 1;
}

/** Prints the step or texts of that name, or all questions; returns the exit code. */
export function show(
  content: Content,
  name: string | undefined,
  { channel, language, trial = false, onScreen = false, now }: PreviewOptions,
  terminal: Terminal,
): 0 | 1 {
  const sample = { content, language: language ?? terminal.language, now, trial };
  const scenes = scenesOf(name, sample);
  if (scenes === undefined) {
    terminal.complain(unknown(name ?? "", sample, terminal.wording));
    return 1;
  }
  const channels = channel === undefined ? channelNames : [channel];
  for (const scene of scenes) printScene(scene, channels, sample, onScreen, terminal);
  return 0;
}

function unknown(name: string, sample: Sample, wording: Wording): string {
  const near = namesNear(name, sample);
  return wording.text("operator.flow-preview.unknown", {
    ...{ name, meant: near.join(", "), near: near.length > 0 ? "yes" : "no" },
  });
}

function printScene(
  { title, says }: Scene,
  channels: readonly ChannelName[],
  { content, language }: Sample,
  isFramed: boolean,
  { print, complain, wording }: Terminal,
): void {
  if (says.length === 0) {
    complain(wording.text("operator.flow-preview.nobody", { step: title }));
    return;
  }
  const talk = content.material.tongues[language].wording;
  const opener = talk.has(openerKey) ? talk.text(openerKey) : "";
  for (const channel of channels) {
    print(`━━ ${title} ━━ ${wording.text(`operator.flow-preview.channel.${channel}`)}`);
    for (const [index, say] of says.entries()) {
      for (const line of drawn({ ...say, id: index + 1 }, channel, opener, isFramed)) print(line);
    }
    if (isFramed) print("");
  }
}

/** What the button says that opens a list on WhatsApp. */
const openerKey = "channels.whatsapp.choose";
