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
{%- macro show(block) -%}
{%- if kind(block) == "heading" %}<h{{ block.level }} dir="auto">{{ block.text }}</h{{ block.level }}>
{% elif kind(block) == "paragraph" %}<p\
{% if block.quiet %} class="quiet"{% endif %} dir="auto">{{ text(block.text) }}</p>
{% elif kind(block) == "bullets" %}<ul>
{% for item in block.items %}
<li>{% if item.label %}<strong>{{ item.label }}.</strong> {% endif %}<bdi>{{ text(item.text) }}</bdi>\
{% if item.remark.spans %} <span class="quiet"><bdi>{{ item.remark }}</bdi></span>{% endif %}</li>
{% endfor %}
</ul>
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
<!DOCTYPE html>
<html lang="{{ document.language }}">
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
<h1 dir="auto">{{ document.title }}</h1>
<p class="quiet" dir="auto">{{ document.lead }}</p>
{% for section in sections %}
{% if kind(section[0]) == "heading" %}
<section aria-labelledby="section-{{ loop.index }}">
<h2 id="section-{{ loop.index }}" dir="auto">{{ section[0].text }}</h2>
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
