/** No browser is left of a program or a child that was killed. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { browserOf, childOf, leftOf } from "./processes.ts";
import { endsOf, newSetting, opens, patience, patient } from "./with-telephone.ts";

describe("after a SIGKILL nothing is left", patient, () => {
  test("of five programs, and each next one starts on the same profile", async () => {
    const { fake, dataDir } = await newSetting();
    for (let times = 0; times < 5; times += 1) {
      const script = new URL("./killed-parent.ts", import.meta.url);
      const parent = fork(script, [dataDir, ...fake.chromiumArgs], {
        execArgv: ["--disable-warning=ExperimentalWarning"],
        stdio: ["ignore", "ignore", "ignore", "ipc"],
      });
      await expect.poll(() => browserOf(dataDir), patience).toBeGreaterThan(0);
      parent.kill("SIGKILL");
      await once(parent, "exit");
      await expect.poll(() => leftOf(dataDir), patience).toEqual([]);
    }
  });

  test("of five children, while another one is there at once", async () => {
    const setting = await newSetting();
    const { dataDir } = setting;
    const { channel } = await opens(setting, { times: { pauseMs: [10, 20] } });
    const browsers = new Set<number | undefined>();
    for (let times = 0; times < 5; times += 1) {
      await expect
        .poll(() => browserOf(dataDir), patience)
        .toSatisfy((pid) => typeof pid === "number" && !browsers.has(pid));
      browsers.add(browserOf(dataDir));
      process.kill(Number(childOf(dataDir)), "SIGKILL");
      await expect.poll(() => endsOf(setting).length, patience).toBe(times + 1);
    }
    await channel.close();
    // The browser's helpers end a moment after it.
    await expect.poll(() => leftOf(dataDir), patience).toEqual([]);
  });
});
