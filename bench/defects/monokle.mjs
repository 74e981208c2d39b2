// Monokle is a library of ES modules; MONOKLE names a folder in which "npm install @monokle/validation @monokle/parser" was run.
import { readFileSync } from 'fs';
import { createRequire } from 'module';
import { pathToFileURL } from 'url';

const { resolve } = createRequire(`${process.env.MONOKLE}/`);
const load = (name) => import(pathToFileURL(resolve(name)));
const { createDefaultMonokleValidator, processRefs, ResourceParser } = await load('@monokle/validation');
const { extractK8sResources } = await load('@monokle/parser');

const validator = createDefaultMonokleValidator();
// The schemas of Kubernetes and the policies would be fetched.
await validator.preload({ plugins: { 'yaml-syntax': true, 'resource-links': true, 'practices': true } });
const reports = [];
for (const path of process.argv.slice(2)) {
  const resources = extractK8sResources([{ id: path, path, content: readFileSync(path, 'utf8') }]);
  processRefs(resources, new ResourceParser());
  const { runs } = await validator.validate({ resources });
  reports.push(runs.flatMap(({ results }) => results).map(({ ruleId }) => ruleId));
}
process.stdout.write(JSON.stringify(reports));
