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
    "works-in-construction": { level: "note", about: "segment" },
    "work-unclear": { level: "note", about: "segment" },
    "employer-without-savings": { level: "serious", about: "programs" },
    "lives-elsewhere": { level: "note", about: "village" },
  },
  ({ segment, programs, village }) => ({
    ...(segment === "registered-before" && { "registered-before": {} }),
    ...(segment === "wage" && { "works-for-wages": {} }),
    ...(segment === "construction" && { "works-in-construction": {} }),
    ...(segment === "other" && { "work-unclear": {} }),
    ...(segment === "employer" && programs === "jkk-jkm" && { "employer-without-savings": {} }),
    ...("outside" in village && { "lives-elsewhere": {} }),
  }),
);
