/** Answers through a channel as Siti would, by what the house asked last. */

import { siti } from "../whole/person.ts";
import type { ContractHouse } from "./contract-house.ts";
import type { Phone } from "./stand.ts";

/** Until `upTo` is asked, or nothing is any more. */
export async function answersThrough(
  house: ContractHouse,
  phone: Phone,
  upTo?: string,
): Promise<void> {
  const asked = async () => (await house.saidTo(phone)).at(-1)?.asks?.name;
  await house.after(() => phone.says("halo"));
  if ((await asked()) === undefined) await house.after(() => phone.says("daftar"));
  for (let turns = 0; ; turns += 1) {
    const name = await asked();
    if (name === upTo) return;
    const answer = name === undefined ? undefined : siti[name];
    if (answer === undefined || turns > 30) throw new Error(`no way to ${upTo}: stuck at ${name}`);
    await house.after(() => phone.says(answer));
  }
}
