// Charts of ten Services each; the size is the number of Services.
const { Chart } = require('cdk8s');
const oneService = require('./one-service');

const SERVICES_PER_CHART = 10;

for (const way of ['cdk8s-l4', 'ApiObject']) exports[way] = () => inManyCharts(oneService[way]());

function inManyCharts(addService) {
  return (app, size) => {
    for (let first = 0; first < size; first += SERVICES_PER_CHART) {
      const chart = new Chart(app, `services-${first}`);
      for (let index = first; index < first + SERVICES_PER_CHART; index++) addService(chart, index);
    }
  };
}
