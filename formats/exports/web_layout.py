"""What stands where on the web page? One template; every value in it is escaped."""

LAYOUT = """
{%- macro text(passage) -%}
{%- for piece in pieces(passage|string) -%}
{%- if piece.address -%}
<a href="{{ piece.address }}" rel="noopener noreferrer nofollow">{{ piece.text }}</a>
{%- else -%}
{%- for line in piece.text.split("\\n") -%}{% if not loop.first %}<br>{% endif %}{{ line }}{%- endfor -%}
{%- endif -%}
{%- endfor -%}
{%- endmacro -%}
{%- macro remark(note) -%}
{%- set said = labels.step_remark(note, summary.year)|string -%}
{%- if said %} <span class="remark"><bdi>{{ said }}</bdi></span>{% endif -%}
{%- endmacro -%}
{%- macro stage_notes(stage, level) %}
{% if stage.title.spans %}<h{{ level }} dir="auto">{{ stage.title }}</h{{ level }}>{% endif %}
{% if stage.question.spans %}<p class="question" dir="auto">{{ stage.question }}</p>{% endif %}
<ul>
{% for note in stage.notes %}
<li>
{%- set label = labels.kind_label(note) -%}
{%- if label %}<strong>{{ label }}.</strong> {% endif -%}
<bdi>{{ text(note.text) }}</bdi>{{ remark(note) }}</li>
{% endfor %}
</ul>
{%- endmacro -%}
<!DOCTYPE html>
<html lang="{{ summary.language }}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{{ style_hash }}'; \
font-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>{{ summary.title }}</title>
<style>{{ style|safe }}</style>
</head>
<body>
<main>
<header>
<h1 dir="auto">{{ summary.title }}</h1>
<p class="dated">{{ summary.dated }}. <bdi>{{ summary.outline }}</bdi></p>
</header>
{% if summary.in_brief %}
<section aria-labelledby="in-brief">
<h2 id="in-brief" class="brief">{{ labels.IN_BRIEF }}</h2>
<ul>
{% for said in summary.in_brief %}
<li>{{ said }}</li>
{% endfor %}
</ul>
</section>
{% endif %}
{{ picture|safe }}
{% for part in summary.parts %}
<section aria-labelledby="part-{{ loop.index }}">
<h2 id="part-{{ loop.index }}" dir="auto">{{ part.title }}</h2>
{% for section in part.sections %}
{% if section.heading.spans %}<h3 dir="auto">{{ section.heading }}</h3>{% endif %}
{% set level = 4 if section.heading.spans else 3 %}
{% for stage in section.stages %}{{ stage_notes(stage, level) }}{% endfor %}
{% endfor %}
</section>
{% endfor %}
{% if summary.next_steps %}
<section aria-labelledby="next-steps">
<h2 id="next-steps">{{ labels.NEXT_STEPS }}</h2>
<div class="scroll"><table aria-labelledby="next-steps">
<thead><tr><th scope="col">What</th>{% if with_who %}<th scope="col">Who</th>{% endif %}\
<th scope="col">By</th></tr></thead>
<tbody>
{% for step in summary.next_steps %}
<tr><td class="what" dir="auto">{{ text(step.what) }}</td>\
{% if with_who %}<td dir="auto">{{ step.who }}</td>{% endif %}<td class="when">\
{% if step.due %}<time datetime="{{ step.due.isoformat() }}">{{ labels.due_text(step) }}</time>\
{% else %}{{ labels.due_text(step) }}{% endif %}</td></tr>
{% endfor %}
</tbody>
</table></div>
</section>
{% endif %}
{% if summary.attendance %}
<section aria-labelledby="people">
<h2 id="people">{{ labels.WHO_TOOK_PART }}</h2>
<p>{{ summary.attendance.sentence }}</p>
{% if summary.attendance.people %}
<ul>
{% for one in summary.attendance.people %}
<li><bdi>{{ one.name }}</bdi>\
{% if one.count > 1 %} <span class="remark">({{ one.count }})</span>{% endif %}\
{% for more in (one.role, one.organisation) if more.spans %}<span class="remark">, <bdi>{{ more }}</bdi></span>\
{% endfor %}</li>
{% endfor %}
</ul>
{% endif %}
</section>
{% endif %}
{% if summary.timings %}
<section aria-labelledby="timings">
<h2 id="timings">{{ labels.TIMINGS }}</h2>
<div class="scroll"><table aria-labelledby="timings">
<thead><tr><th scope="col">Part</th><th scope="col">Stage</th><th scope="col" class="number">Planned</th>\
<th scope="col" class="number">Used</th></tr></thead>
<tbody>
{% for row in summary.timings %}
<tr><td dir="auto">{{ row.part }}</td><th scope="row" dir="auto">{{ labels.timing_stage(row) }}</th>\
<td class="number">{{ minutes(row.planned) }}</td><td class="number">{{ minutes(row.used) }}</td></tr>
{% endfor %}
</tbody>
</table></div>
</section>
{% endif %}
{% if summary.next_session %}
<section aria-labelledby="next-session">
<h2 id="next-session">{{ labels.NEXT_SESSION }}</h2>
<p><strong dir="auto">{{ summary.next_session.title }}</strong>: \
<time datetime="{{ summary.next_session.starts_at.isoformat() }}">{{ summary.next_session.in_words }}</time>.</p>
</section>
{% endif %}
</main>
</body>
</html>
"""
