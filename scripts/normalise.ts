/** Raw texts to reviewable Markdown: content/raw to content/reports. */
import { parseArgs } from 'node:util';
import { PROJECT_CONTENT } from '../src/content.ts';
import { printDiagnostic } from '../src/diagnostics.ts';
import { normaliseFolder } from '../src/normalise/folder.ts';

const HELP = `npm run normalise [-- options]

Turns every file below content/raw into content/reports/<agencyId>/<year>.md and adds new agencies to
content/agencies.yaml.

  --content DIR  the content folder (content)
  --check        change nothing; exit 1 if something would change
  --json         diagnostics as JSON lines
  --help         this text`;

const { values } = parseArgs({
  options: {
    content: { type: 'string', default: PROJECT_CONTENT },
    check: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(HELP);
else {
  const run = await normaliseFolder(values.content, { check: values.check });
  for (const diagnostic of run.diagnostics)
    console.log(values.json ? JSON.stringify(diagnostic) : printDiagnostic(diagnostic));
  if (!values.json) {
    for (const file of run.changed) console.log(`${values.check ? 'would change' : 'changed'}: ${file}`);
    console.log(
      `${run.reports.length} reports from ${run.sources} sources, ${run.sources - run.reports.length} left out`,
    );
  }
  if (values.check && run.changed.length > 0) process.exitCode = 1;
}
