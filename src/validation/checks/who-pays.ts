import { receiverFor } from "../../enrolment/receiver.ts";
import { checkOf } from "./check.ts";

/**
 * Who is to pay, where it is not the person: nobody is protected before that is clear. Whoever asked to be proposed for
 * help waits for staff to do it; who receives names today may be another than when it was asked, or nobody.
 */
export const whoPays = checkOf(
  "who-pays",
  {
    "proposed-for-help": { level: "warning", about: "cannot_pay" },
    "nobody-to-propose-to": { level: "warning", about: "cannot_pay" },
    "cannot-pay-yet": { level: "note", about: "payer" },
    "somebody-else-pays": { level: "note", about: "payer" },
  },
  ({ payer, cannot_pay, regency }, { rules, today }) => {
    if (payer === "sponsor") return { "somebody-else-pays": {} };
    if (payer !== "cannot-yet") return {};
    if (cannot_pay !== "propose") return { "cannot-pay-yet": {} };
    const receiver = receiverFor(regency, today, rules.receivers)?.receiver;
    return receiver === undefined
      ? { "nobody-to-propose-to": {} }
      : { "proposed-for-help": { receiver } };
  },
);
