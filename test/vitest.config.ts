import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/postgres.ts"],
    // Two cores: the browser, PostgreSQL and queue suites are real processes beside the tests.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: {
      include: ["src/**/*.ts"],
      exclude: ["src/main.ts", "src/channels/web-chat/page/**"],
      thresholds: {
        lines: 85,
        "src/{enrolment,conversation}/**": { lines: 100, branches: 100 },
      },
    },
  },
});
