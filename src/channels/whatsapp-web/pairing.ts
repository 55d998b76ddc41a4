/** The QR code by which a telephone is paired. Whoever scans it owns the channel: it is never logged nor in an error. */
import QRCode from "qrcode";

export type Pairing = {
  readonly qr: string;
  /** UTC: WhatsApp takes another one about then. */
  readonly until: string;
};

/** WhatsApp changes it every 20 seconds or so, the first time after a minute. */
const keptMs = 60_000;

export function pairingWith(qr: string, now: Date): Pairing {
  return { qr, until: new Date(now.getTime() + keptMs).toISOString() };
}

/** For a terminal: small half blocks, as many lines as fit on a usual screen. */
export function drawnInTerminal(qr: string): Promise<string> {
  return QRCode.toString(qr, { type: "terminal", small: true, errorCorrectionLevel: "L" });
}
