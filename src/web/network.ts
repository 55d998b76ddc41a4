/** Where the program can be reached from other machines, when it listens on more than this one. */
import { type NetworkInterfaceInfo, networkInterfaces } from "node:os";

/**
 * The addresses for phones on the same network, with the scheme and port of `address`; none while the program listens
 * on this machine alone. `host` is what it was told to listen on.
 */
export function networkAddresses(
  host: string,
  address: string,
  found: Readonly<
    Record<string, readonly NetworkInterfaceInfo[] | undefined>
  > = networkInterfaces(),
): readonly string[] {
  const { protocol, port } = new URL(address);
  if (host !== "0.0.0.0" && host !== "::") return isOfThisMachine(host) ? [] : [address];
  return Object.values(found)
    .flatMap((parts = []) => parts)
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map((part) => `${protocol}//${part.address}:${port}`);
}

function isOfThisMachine(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}
