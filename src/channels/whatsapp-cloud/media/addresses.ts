/** Which machine a file may be fetched from: a host that is named beforehand, at an address that is public. */
import { BlockList, isIP } from "node:net";

/** Meta's host of files. */
const metaHost = "lookaside.fbsbx.com";
const metaApi = "https://graph.facebook.com";

export type Place =
  /** `isOwn`: the API root that the operator set, which may stand in a private network. */
  { readonly url: URL; readonly isOwn: boolean } | { readonly fault: "not-allowed" };

/** `apiRoot` is the origin that is asked for everything; only another than Meta's own may hand out files itself. */
export function placeOf(address: string, apiRoot: string): Place {
  const url = URL.parse(address);
  if (url === null || url.username !== "" || url.password !== "") return { fault: "not-allowed" };
  if (apiRoot !== metaApi && url.origin === apiRoot) return { url, isOwn: true };
  const isMeta = url.protocol === "https:" && url.host === metaHost;
  return isMeta ? { url, isOwn: false } : { fault: "not-allowed" };
}

const notPublic = new BlockList();
/** IANA's registries of special-purpose addresses, and what is no address of one machine. */
for (const [network, bits, family] of [
  ["0.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["127.0.0.0", 8, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.0.0.0", 24, "ipv4"],
  ["192.0.2.0", 24, "ipv4"],
  ["192.88.99.0", 24, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["198.18.0.0", 15, "ipv4"],
  ["198.51.100.0", 24, "ipv4"],
  ["203.0.113.0", 24, "ipv4"],
  ["224.0.0.0", 3, "ipv4"],
] as const) {
  notPublic.addSubnet(network, bits, family);
}

const publicV6 = new BlockList();
publicV6.addSubnet("2000::", 3, "ipv6");
/** Within it: documentation, benchmarks, and tunnels that carry an IPv4 address of anybody's choice. */
const notPublicV6 = new BlockList();
for (const [network, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const) {
  notPublicV6.addSubnet(network, bits, "ipv6");
}

export function isPublic(address: string): boolean {
  const kind = isIP(address);
  if (kind === 4) return !notPublic.check(address, "ipv4");
  if (kind !== 6) return false;
  return publicV6.check(address, "ipv6") && !notPublicV6.check(address, "ipv6");
}
