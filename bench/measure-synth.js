// Builds and synthesizes one app in a process of its own: node measure-synth.js <app> <way> <size> <output folder> <inputs>
const { App } = require('cdk8s');
const { startStopwatch, timeCalls } = require('./stopwatch');

const [name, way, size, outdir, inputs] = process.argv.slice(2);
const build = require(`./apps/${name}`)[way](JSON.parse(inputs));

const stop = startStopwatch();
const app = new App({ outdir });
// The checks at synthesis are a validation of the app; that of other ways has nothing to do.
const checks = timeCalls(app.node, 'validate');
build(app, Number(size));
app.synth();

const { elapsed, processor } = stop();
const memory = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ elapsed, processor, unchecked: processor - checks(), memory }));
