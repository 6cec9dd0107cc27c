/** What was tried while the recipes were made; figures on the development data, kept by hand. */
export const findings = `## What helped and what did not

To be written.`
