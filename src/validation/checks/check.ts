/**
 * What a check is: it looks at a registration and remarks what staff should look at. It never refuses and never
 * decides; a check that cannot be made throws, and is made again later. What it throws holds nothing personal.
 */
import type { CalendarDate } from "../../enrolment/calendar.ts";
import type { Registration } from "../../enrolment/registration.ts";
import type { Finding } from "../../enrolment/submission.ts";

export type Check = (registration: Registration, needs: CheckNeeds) => Promise<readonly Finding[]>;

export type CheckNeeds = {
  /** In Asia/Jakarta. */
  readonly today: CalendarDate;
  /** How many other people have handed in the NIK of this registration. */
  readonly othersWithNik: () => Promise<number>;
};
