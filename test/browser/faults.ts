/** What a person who sees or hears badly would stumble over on the page as it stands now. */
import { AxeBuilder } from "@axe-core/playwright";
import { type Person, settings } from "./person.ts";

const [phoneLight, , , wideDark] = settings;

/** All rules on a phone in light, and again on a wide screen in dark: every colour and both layouts. */
export async function faultsOf({ page }: Person): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { name, viewport, colorScheme } of [wideDark, phoneLight]) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    // Legacy mode judges in the page itself; the other mode opens a second page each time, for frames we have not.
    const { violations, incomplete } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    // A contrast that could not be judged counts as a fault too.
    const unjudged = incomplete.filter(({ id }) => id === "color-contrast");
    for (const { id, nodes } of [...violations, ...unjudged]) {
      faults.push(`${name}: ${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
    }
  }
  return faults;
}
