// Builds and synthesizes one app in a process of its own, with the analysis at synthesis or without:
// node measure-synth.js <app> <way> <size> <output folder> <inputs> [unchecked]
const { App } = require('cdk8s');
const { startStopwatch } = require('./stopwatch');

const [name, way, size, outdir, inputs, isUnchecked] = process.argv.slice(2);
const build = require(`./apps/${name}`)[way](JSON.parse(inputs));

const stop = startStopwatch();
const app = new App({ outdir });
// The analysis is a validation of the app.
if (isUnchecked) app.node.validate = () => [];
build(app, Number(size));
app.synth();

const { elapsed, processor } = stop();
const memory = process.resourceUsage().maxRSS / 1024;
// Of the whole program, as its user waits for it: the clock starts with the process.
const program = performance.now();
process.stdout.write(JSON.stringify({ elapsed, processor, program, memory }));
