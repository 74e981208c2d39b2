const { App, Chart, Testing, Yaml } = require('cdk8s');
const { writeFileSync } = require('fs');
const { join } = require('path');
const { IngressNginx } = require('..');

/** Writes the built-in installation of ingress-nginx for the ways that start from its objects or its YAML. */
exports.writeInputs = (folder) => {
  const chart = new Chart(new App({ outdir: folder }), 'controller');
  new IngressNginx(chart, 'nginx');
  const objects = Testing.synth(chart);
  const inputs = { controllerJson: join(folder, 'controller.json'), controllerYaml: join(folder, 'controller.yaml') };
  writeFileSync(inputs.controllerJson, JSON.stringify(objects));
  writeFileSync(inputs.controllerYaml, Yaml.stringify(...objects));
  return inputs;
};
