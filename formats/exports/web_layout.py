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
{%- macro item_text(item, below) -%}
{% if item.label %}<strong>{{ item.label }}.</strong> {% endif %}<bdi>{{ text(item.text) }}</bdi>\
{% if item.remark.spans %}{% if below %}<br>{% else %} {% endif %}\
<span class="{{ "source" if below else "quiet" }}"><bdi>{{ text(item.remark) }}</bdi></span>{% endif %}
{%- endmacro -%}
{%- macro list(items, below=False) -%}
<ul>
{% for item in items %}
<li>{{ item_text(item, below) }}</li>
{% endfor %}
</ul>
{% endmacro -%}
{%- macro show(block, boxed=False) -%}
{%- if kind(block) == "heading" %}<h{{ block.level }} dir="auto"\
{% if block.kind %} class="of-{{ block.kind.value }}"{% endif %}>{{ text(block.text) }}</h{{ block.level }}>
{% elif kind(block) == "paragraph" %}<p\
{% if block.quiet %} class="quiet"{% elif block.strong %} class="strong"{% endif %} dir="auto">\
{{ text(block.text) }}</p>
{% elif kind(block) == "bullets" and block.numbered %}<ol class="key">
{% for item in block.items %}
<li><span class="said"><bdi>{{ text(item.text) }}</bdi></span>\
{% if item.remark.spans %}<br><span class="source"><bdi>{{ text(item.remark) }}</bdi></span>{% endif %}</li>
{% endfor %}
</ol>
{% elif kind(block) == "bullets" %}{{ list(block.items, boxed) }}
{% elif kind(block) == "facts" %}<dl class="facts">
{% for fact in block.entries %}
<div><dt>{{ fact.label }}</dt><dd dir="auto">{{ text(fact.text) }}</dd></div>
{% endfor %}
</dl>
{% elif kind(block) == "cards" %}<ul class="cards">
{% for card in block.cards %}
<li>{% if card.label %}<span class="source">{{ card.label }}</span>{% endif %}\
{% if card.title.spans %}<strong dir="auto">{{ text(card.title) }}</strong>{% endif %}\
{% if card.text.spans %}<p dir="auto">{{ text(card.text) }}</p>{% endif %}</li>
{% endfor %}
</ul>
{% elif kind(block) == "marginlist" %}
{% for group in block.groups %}
<div class="margined">{% if group.margin %}<p class="margin">{{ group.margin }}</p>{% endif %}
{{ list(group.items) }}</div>
{% endfor %}
{% elif kind(block) == "table" %}<div class="scroll"><table aria-label="{{ block.name }}">
<thead><tr>{% for one in block.headings %}<th scope="col"\
{% if loop.index0 in block.figures %} class="figure"{% endif %}>{{ one }}</th>{% endfor %}</tr></thead>
<tbody>
{% for row in block.rows %}
<tr>{% for cell in row %}{% if loop.first %}<th scope="row" dir="auto">{{ text(cell) }}</th>\
{% else %}<td dir="auto"{% if loop.index0 in block.figures %} class="figure"{% endif %}>{{ text(cell) }}</td>\
{% endif %}{% endfor %}</tr>
{% endfor %}
</tbody>
</table></div>
{% elif kind(block) == "picture" %}\
<figure role="img" aria-label="{{ block.in_words }}">{{ drawing(block) }}</figure>
{% endif %}
{%- endmacro -%}
{%- macro boxes(panels) -%}
<div class="boxes">
{% for panel in panels %}
<section class="box{% if panel.filled %} filled{% endif %}{% if panel.edged %} edged{% endif %}">
{% for block in panel.blocks %}{{ show(block, True) }}{% endfor %}
</section>
{% endfor %}
</div>
{% endmacro -%}
<!DOCTYPE html>
<html lang="{{ document.tag }}"{% if document.from_the_right %} dir="rtl"{% endif %}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{{ style_hash }}'; \
font-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>{{ document.title }}</title>
<style>{{ style }}</style>
</head>
<body>
<main>
<header>
<p class="running"><strong dir="auto">{{ document.running }}</strong> <span>{{ document.purpose }}</span></p>
<h1 dir="auto">{{ document.title }}</h1>
{% if document.lead.spans %}<p class="quiet" dir="auto">{{ document.lead }}</p>{% endif %}
</header>
{% for section in sections %}
{% if kind(section[0]) in ("panel", "sidebyside") %}
{{ boxes(panels_of(section[0])) }}
{% elif kind(section[0]) == "heading" %}
<section aria-labelledby="section-{{ loop.index }}">
<h2 id="section-{{ loop.index }}" dir="auto">{{ text(section[0].text) }}</h2>
{% for block in section[1:] %}{{ show(block) }}{% endfor %}
</section>
{% else %}
{% for block in section %}{{ show(block) }}{% endfor %}
{% endif %}
{% endfor %}
</main>
</body>
</html>
"""
