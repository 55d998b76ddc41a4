/**
 * A page that whatsapp-web.js takes for WhatsApp Web. It has the modules that the library asks for, as far as the
 * library uses them; their shapes come from the library's source, not from WhatsApp.
 */
import { arrives, lineBroke } from "./arrives.ts";
import { modules } from "./modules.ts";
import { connect } from "./wire.ts";

Object.assign(globalThis, {
  require: (name: string) => {
    const found = modules[name];
    if (found === undefined) throw new Error(`fake WhatsApp: the module ${name} is not there`);
    return found;
  },
  Debug: { VERSION: "2.3000.1017054665" },
});
connect(arrives, lineBroke);
