// One chart of Services.
const { Chart } = require('cdk8s');
const oneService = require('./one-service');

for (const way of Object.keys(oneService)) exports[way] = () => inOneChart(oneService[way]());

function inOneChart(addService) {
  return (app, size) => {
    const chart = new Chart(app, 'services');
    for (let index = 0; index < size; index++) addService(chart, index);
  };
}
