import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { quietly, synthesize, synthesizeApp } from '../manifest';
import { samples } from './services';
import * as l4 from '../../src';

test('the same app gives the same bytes', () => {
  fc.assert(fc.property(samples, ({ make }) => {
    expect(synthesize(make).yaml).toBe(synthesize(make).yaml);
  }));
});

test('an object that is rendered twice stays the same', () => {
  fc.assert(fc.property(samples, ({ make }) => {
    const chart = new Chart(new App(), 'shop');
    make(chart);
    expect(quietly(() => chart.toJson())).toEqual(quietly(() => chart.toJson()));
  }));
});

test('moving a construct changes no name, no label and no selector', () => {
  fc.assert(fc.property(samples, fc.array(fc.stringMatching(/^[A-Za-z][a-z0-9]{0,6}$/), { minLength: 1, maxLength: 4 }), ({ make }, path) => {
    const moved = synthesizeApp((app) => {
      make(path.reduce<Construct>((scope, id) => new Construct(scope, id), new Chart(app, 'elsewhere')));
    });
    expect(moved.yaml).toBe(synthesize(make).yaml);
  }));
});

test('its neighbours change nothing about a construct', () => {
  fc.assert(fc.property(fc.uniqueArray(samples, { minLength: 2, maxLength: 4, selector: ({ id }) => id }), (several) => {
    const together = synthesize((chart) => {
      // They may well ask for the same cluster IP or node port.
      l4.NetworkAnalysis.of(chart, { failOn: l4.FailOn.NOTHING });
      several.forEach(({ make }) => make(chart));
    });
    expect(together.objects).toEqual(several.flatMap(({ make }) => synthesize(make).objects));
  }));
});
