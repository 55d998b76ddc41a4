import { expect, test } from "vitest";
import { networkAddresses } from "../../src/web/network.ts";

const part = (address: string, family: "IPv4" | "IPv6", internal: boolean) => ({
  address,
  internal,
  netmask: "",
  mac: "",
  cidr: null,
  ...(family === "IPv4" ? { family } : { family, scopeid: 0 }),
});
const found = {
  lo: [part("127.0.0.1", "IPv4", true), part("::1", "IPv6", true)],
  wlan0: [part("192.168.1.7", "IPv4", false), part("fe80::1", "IPv6", false)],
  gone: undefined,
};

test.each([
  ["on this machine alone, none", "127.0.0.1", "http://127.0.0.1:8080", []],
  ["by its name, none", "localhost", "http://localhost:8080", []],
  ["everywhere, those of the network", "0.0.0.0", "http://localhost:81", ["http://192.168.1.7:81"]],
  ["everywhere, the newer way", "::", "http://localhost:81", ["http://192.168.1.7:81"]],
  ["on one address, that one", "10.0.0.5", "http://10.0.0.5:81", ["http://10.0.0.5:81"]],
])("a phone reaches a program that listens %s", (_where, host, address, expected) => {
  expect(networkAddresses(host, address, found)).toEqual(expected);
});
