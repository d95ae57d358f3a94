// Tokens a second of wink-nlp (tokens, sentences, negation, parts of speech, named entities; no syntax) on a text.
const fs = require('fs');
const path = require('path');

const modules = process.argv[2];
const winkNLP = require(path.join(modules, 'wink-nlp'));
const model = require(path.join(modules, 'wink-eng-lite-web-model'));
const text = fs.readFileSync(process.argv[3], 'utf8');
const nlp = winkNLP(model);
const times = [];
let tokens = 0;
for (let round = 0; round < 7; ++round) {
  const begin = process.hrtime.bigint();
  tokens = nlp.readDoc(text).tokens().length();
  times.push(Number(process.hrtime.bigint() - begin) / 1e9);
}
times.sort((a, b) => a - b);
console.log(JSON.stringify({tokens, seconds: times[3]}));
