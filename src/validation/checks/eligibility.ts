import type { Registration } from "../../enrolment/registration.ts";
import { checkOf } from "./check.ts";

/**
 * Who may join as one who works for themselves (BPU): what people said of their work and their home that staff have to ask
 * the agency about. Nobody is refused for it. That employers must save for old age too is Permenaker 5/2021 art. 31-32.
 */
export const eligibility = checkOf(
  "eligibility",
  {
    "registered-before": { level: "warning", about: "segment" },
    "works-for-wages": { level: "note", about: "segment" },
    "wage-and-own-business": { level: "note", about: "segment" },
    "paid-by-the-day": { level: "note", about: "segment" },
    "works-in-a-household": { level: "note", about: "segment" },
    "works-in-construction": { level: "note", about: "segment" },
    "civil-servant": { level: "warning", about: "segment" },
    "village-official": { level: "warning", about: "segment" },
    "work-unclear": { level: "note", about: "segment" },
    "employer-without-savings": { level: "serious", about: "programs" },
    "lives-elsewhere": { level: "note", about: "village" },
  },
  (registration) => {
    const { segment, programs, village } = registration;
    return {
      ...(segment === "registered-before" && { "registered-before": {} }),
      ...(segment === "wage" && ofWage(registration)),
      ...(segment === "construction" && { "works-in-construction": {} }),
      ...(segment === "other" && ofOther(registration)),
      // The village may have enrolled its own people, whatever way of working they chose.
      ...(ofTheVillage.includes(registration.occupation.code) && { "village-official": {} }),
      ...(segment === "employer" && programs === "jkk-jkm" && { "employer-without-savings": {} }),
      ...("outside" in village && { "lives-elsewhere": {} }),
    };
  },
);

/** Codes of flows/occupations.yaml. */
const ofTheVillage: readonly string[] = ["village-official", "neighbourhood-head"];

/** Whoever is only paid was sent to the employer; these went on. */
function ofWage({ wage_work }: Registration) {
  switch (wage_work) {
    case "own-business":
      return { "wage-and-own-business": {} };
    case "daily":
      return { "paid-by-the-day": {} };
    case "household":
      return { "works-in-a-household": {} };
    default:
      return { "works-for-wages": {} };
  }
}

function ofOther({ other_work }: Registration) {
  switch (other_work) {
    case "civil-servant":
      return { "civil-servant": {} };
    case "village-official":
      return { "village-official": {} };
    default:
      return { "work-unclear": {} };
  }
}
