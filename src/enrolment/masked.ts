/** A registration as it may lie open on a desk: who it is about, without what could be misused. */
import { maskNik } from "./nik.ts";
import type { Registration } from "./registration.ts";

/** The NIK and the phone number, as people are shown them. */
export function masked(registration: Registration): Registration {
  const { nik, phone } = registration;
  return { ...registration, nik: maskNik(nik), phone: maskedPhone(phone) };
}

/** Data whose change must not show through a mask. */
export function maskedValue(about: string, value: unknown): unknown {
  if (typeof value !== "string") return value;
  if (about === "nik") return maskNik(value);
  return about === "phone" ? maskedPhone(value) : value;
}

/** `none` is no number. */
function maskedPhone(phone: string): string {
  return phone.startsWith("+") ? `••••${phone.slice(-4)}` : phone;
}
