/** A program with the channel, which waits to be killed. Arguments: the data folder, then Chromium's own. */
import { openWhatsAppWeb } from "../../../src/channels/whatsapp-web/open.ts";
import { installedChromium, quick } from "./quick.ts";

const [dataDir = "", ...chromiumArgs] = process.argv.slice(2);
const nothing = () => undefined;
const { channel } = openWhatsAppWeb({
  settings: { chromium: installedChromium(), chromiumArgs, perMinute: 15, perDay: 300 },
  dataDir,
  searchPath: "",
  log: { info: nothing, warn: nothing, error: nothing },
  clock: () => new Date(),
  showPairing: nothing,
  times: quick,
});
await channel.open({
  receive: async () => undefined,
  reach: async () => undefined,
  reported: async () => undefined,
});
