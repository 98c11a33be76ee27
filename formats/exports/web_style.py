"""How does the web page look? One style sheet: the palette of the app, light, dark and on paper."""

STYLE = """
:root { color-scheme: light dark;
  --paper: #F6F4EC; --surface: #FFFFFF; --line: #D9D5C5; --strong: #777C6E; --ink: #1E2A23; --ink2: #4E5D54;
  --moss: #2C6649; --moss2: #DDEBE1; --moss3: #EDF3EF; --amber: #8F5200; --lake: #1F6274;
  --lake2: #DCECEF; --amber2: #FBE8C8; --clay: #A3352A;
  --clay2: #F8DFD9; --on-moss: #FFFFFF; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #131C17; --surface: #1B2720; --line: #2C3A32; --strong: #71847A; --ink: #EDF3EE; --ink2: #A9B8AE;
  --moss: #7CC79F; --moss2: #22382C; --moss3: #1F2E26; --amber: #F3B55F; --lake: #7FC4D6;
  --lake2: #1B3239; --amber2: #3A2C15; --clay: #F28B7A;
  --clay2: #3D211D; --on-moss: #0E1A13; } }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%;
  font: 1.0625rem/1.55 "Atkinson Hyperlegible Next", "Atkinson Hyperlegible", system-ui, "Segoe UI", sans-serif; }
body { margin: 0; padding: 2rem 1rem 4rem; }
main { max-width: 46rem; margin: 0 auto; padding: 3rem clamp(1.25rem, 6vw, 4rem); background: var(--surface);
  border: 1px solid var(--line); border-radius: 14px; overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; margin: 0; }
h1 { font-size: 2.1rem; }
h2 { font-size: 1.3rem; color: var(--moss); margin-top: 2.5rem; padding-top: 1.5rem;
  border-top: 1px solid var(--line); }
h3 { font-size: 1.1rem; margin-top: 1.75rem; }
h4 { font-size: 1rem; color: var(--ink2); margin-top: 1.25rem; }
h3.of-insight, h3.of-idea { color: var(--moss); } h3.of-question { color: var(--amber); }
h3.of-story { color: var(--lake); }
p { margin: .5rem 0; }
.strong { font-weight: 700; }
.source { color: var(--ink2); font-size: .875rem; }
.running { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 1rem; margin: 0 0 1.25rem;
  padding-bottom: .6rem; border-bottom: 1px solid var(--line); font-size: .9rem; color: var(--ink2); }
.running strong { color: var(--moss); }
.facts, .boxes, .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(10.5rem, 100%), 1fr));
  gap: 1rem 1.5rem; margin: 1.25rem 0; padding: 0; }
.facts dt { color: var(--ink2); font-size: .875rem; font-weight: 700; }
.facts dd { margin: 0; }
.box { border: 1px solid var(--line); border-radius: 14px; padding: 1.1rem 1.4rem; }
.box.filled { background: var(--moss3); border-color: transparent; }
.box.edged { border-inline-start: 6px solid var(--moss);
  border-start-start-radius: 0; border-end-start-radius: 0; }
main .box h2 { margin: 0 0 .5rem; padding: 0; border: 0; }
.box ul { list-style: none; padding: 0; }
.key { margin: 0; padding-inline-start: 1.6rem; }
.key li { margin: .7rem 0; }
.key li::marker { color: var(--moss); font-weight: 700; }
.key .said { font-size: 1.15rem; font-weight: 700; }
.cards { list-style: none; }
.cards li { border-top: 2px solid var(--moss); margin: 0; padding-top: .6rem; }
.cards strong { display: block; font-size: 1.1rem; }
.margined { display: grid; grid-template-columns: 5.5rem 1fr; gap: 0 1rem; }
.margined ul { grid-column: 2; list-style: none; padding: 0; margin: 0 0 .25rem; }
.margined:not(:has(.margin)) { display: block; }
.margin { color: var(--ink2); font-size: .875rem; margin: .5rem 0 0; }
section h3 { margin-inline-start: 6.5rem; }
section:not(:has(.margin)) h3 { margin-inline-start: 0; }
.quiet { color: var(--ink2); }
main > section:first-of-type h2 { padding-top: 0; border-top: 0; margin-top: 2rem; }
ul { margin: .5rem 0; padding-inline-start: 1.25rem; }
li { margin: .35rem 0; }
li::marker { color: var(--moss); }
a { color: var(--lake); }
figure { margin: 1rem 0; }
figure svg { display: block; width: 100%; height: auto; }
.ink { fill: var(--ink); } .ink2 { fill: var(--ink2); }
rect.moss { fill: var(--moss); } rect.moss2 { fill: var(--moss2); } rect.lake { fill: var(--lake); }
rect.lake2 { fill: var(--lake2); } rect.amber2 { fill: var(--amber2); }
rect.stone { fill: var(--strong); } rect.planned { opacity: .45; }
rect.clay { fill: var(--clay); } rect.clay2 { fill: var(--clay2); } rect[stroke] { stroke: var(--strong); }
.on-moss, .on-lake { fill: var(--on-moss); }
.on-moss2, .on-lake2, .on-amber2, .on-clay2 { fill: var(--ink); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin-top: .75rem; font-size: 1rem; }
th, td { text-align: start; vertical-align: top; padding: .55rem .6rem; border-bottom: 1px solid var(--line);
  overflow-wrap: normal; }
tbody th { font-weight: 400; overflow-wrap: anywhere; }
thead th { border-bottom: 2px solid var(--ink); }
.figure { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
footer { max-width: 46rem; margin: 1rem auto 0; color: var(--ink2); font-size: .875rem; text-align: center; }
@media (max-width: 34rem) {
  .margined { display: block; } section h3 { margin-inline-start: 0; }
  body { padding: 0; } main { border: 0; border-radius: 0; padding: 2rem 1.25rem; } }
@media print {
  :root { color-scheme: light; --paper: #FFFFFF; --surface: #FFFFFF; --line: #D9D5C5; --ink: #1E2A23;
    --ink2: #4E5D54; --moss: #2C6649; --moss2: #DDEBE1; --moss3: #EDF3EF; --amber: #8F5200; --lake: #1F6274;
  --lake2: #DCECEF; --amber2: #FBE8C8;
    --clay: #A3352A; --clay2: #F8DFD9; --on-moss: #FFFFFF; }
  html { font-size: 10.5pt; }
  body, main { padding: 0; border: 0; max-width: none; }
  h1, h2, h3, h4 { break-after: avoid; }
  li, tr, .box { break-inside: avoid; }
  footer { text-align: start; }
}
"""

FROM_THE_RIGHT = """
main [dir=auto] { text-align: right; }
main .figure[dir=auto], main .figure { text-align: left; }
figure svg { direction: ltr; }
"""
"""What is added where the page is read from the right: a text that runs the other way still begins at its side."""
