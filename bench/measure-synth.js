// Builds and synthesizes one app in a process of its own: node measure-synth.js <app> <way> <size> <output folder> <inputs>
const { App } = require('cdk8s');
const { startStopwatch } = require('./stopwatch');

const [name, way, size, outdir, inputs] = process.argv.slice(2);
const build = require(`./apps/${name}`)[way](JSON.parse(inputs));

const stop = startStopwatch();
const app = new App({ outdir });
build(app, Number(size));
app.synth();

process.stdout.write(JSON.stringify({ ...stop(), memory: process.resourceUsage().maxRSS / 1024 }));
