/** Mobile numbers of Indonesia: kept in E.164, read back the way people write them. */
import { parsePhoneNumberFromString } from "libphonenumber-js/mobile";
import { plainText } from "./plain-text.ts";

declare const brand: unique symbol;

/** `+628…`, a number that a mobile phone in Indonesia can have. */
export type Phone = string & { readonly [brand]: "Phone" };

/** `abroad`: a number of another country, written with its code. */
export type PhoneFault = "not-a-phone" | "landline" | "abroad";

/** Reads one number: 08…, 8…, 62…, +62…, 0062…, with spaces, dots, dashes and brackets. */
export function parsePhone(typed: string): Phone | { readonly fault: PhoneFault } {
  const dialled = plainText(typed)
    .replace(/[\s.()/‐-―-]/g, "")
    .replace(/^00/, "+");
  if (!/^\+?[0-9]+$/.test(dialled)) return { fault: "not-a-phone" };
  if (/^\+(?!62)[1-9][0-9]{6,14}$/.test(dialled)) return { fault: "abroad" };
  // People write "+62 0812 …" and "62 812 …" alike; after the country's code no zero is dialled.
  const national = dialled.replace(/^\+?62/, "").replace(/^0/, "");
  if (/^[2-79][0-9]{6,10}$/.test(national)) return { fault: "landline" };
  // The library takes long over what is none; a mobile number has nine to twelve digits.
  if (!/^8[0-9]{7,12}$/.test(national)) return { fault: "not-a-phone" };
  const number = parsePhoneNumberFromString(national, "ID");
  if (number?.isValid() !== true) return { fault: "not-a-phone" };
  return String(number.number) as Phone;
}

/** As it is dialled in Indonesia: 081234567890. */
export function dialledPhone(phone: Phone): string {
  return `0${phone.slice(3)}`;
}

/** As read back to its owner: 0812-3456-7890. */
export function printPhone(phone: Phone): string {
  const national = dialledPhone(phone);
  return `${national.slice(0, 4)}-${national.slice(4, 8)}-${national.slice(8)}`;
}

/** All that is shown where others may look: the last four digits. */
export function maskPhone(phone: string): string {
  return phone.slice(-4);
}
