// Imports cdk8s, then this library, then what its names stand for, in a process of its own.
const { startStopwatch } = require('./stopwatch');

const stopCdk8s = startStopwatch();
require('cdk8s');
const cdk8s = stopCdk8s();

const stopLibrary = startStopwatch();
const exported = require('..');
const library = stopLibrary();

const stopNames = startStopwatch();
Object.values(exported);
const names = stopNames();

process.stdout.write(JSON.stringify({ cdk8s, library, names }));
