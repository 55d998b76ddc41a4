/** Every kind of answer by its name: the one table a new kind is added to. */
import type { KindName } from "../flow/flow.ts";
import { address } from "./address.ts";
import { choice } from "./choice.ts";
import { consent } from "./consent.ts";
import { date } from "./date.ts";
import { income } from "./income.ts";
import type { Kind } from "./kind.ts";
import { nik } from "./nik.ts";
import { occupation } from "./occupation.ts";
import { personName } from "./person-name.ts";
import { phone } from "./phone.ts";
import { place } from "./place.ts";
import { text } from "./text.ts";
import { yesNo } from "./yes-no.ts";

export const kinds: Readonly<Record<KindName, Kind>> = {
  address,
  choice,
  consent,
  date,
  income,
  nik,
  occupation,
  "person-name": personName,
  phone,
  place,
  text,
  "yes-no": yesNo,
};
