/** `lindung whatsapp on | off | status`: the switch of the paired telephone, and how it is. Works beside `npm start`. */
import { placeIn } from "../channels/whatsapp-web/folder/place.ts";
import { isSwitchedOff, readStatus, switchTo } from "../channels/whatsapp-web/folder/switch.ts";
import { readSettings } from "../config.ts";
import { printSettingFaults } from "../content/operator.ts";
import { minuteOf } from "./minute.ts";
import type { Terminal } from "./terminal.ts";

/** The exit code: 1 where the settings are broken. */
export function whatsapp(to: "on" | "off" | "status", now: Date, terminal: Terminal): 0 | 1 {
  const { print, complain, wording, folder } = terminal;
  const read = readSettings(folder);
  if ("faults" in read) {
    complain(printSettingFaults(read.faults, wording));
    return 1;
  }
  const say = (key: string, values = {}) => wording.text(`operator.whatsapp.${key}`, values);
  const { dataDir, channels } = read.config;
  const place = placeIn(dataDir);
  if (to !== "status") {
    switchTo(place, to, now);
    print(say(`switched-${to}`, { set: channels.whatsappWeb === undefined ? "no" : "yes" }));
    return 0;
  }
  if (isSwitchedOff(place)) print(say("is-off"));
  else if (channels.whatsappWeb === undefined) print(say("not-set"));
  else {
    const status = readStatus(place);
    if (status === undefined) print(say("not-running"));
    else {
      const { state, since, why = "none" } = status;
      // A dash ends a name in the language of the texts.
      print(say("state", { state: state.replaceAll("-", "_"), since: minuteOf(since) }));
      if (why !== "none") print(wording.text(`operator.channels.why.${why}`));
    }
  }
  return 0;
}
