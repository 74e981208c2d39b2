#!/usr/bin/env node
import { main } from './main';

// Whoever reads the output, such as "head", may have seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = main(process.argv.slice(2));
