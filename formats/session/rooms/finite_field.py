"""How does one count in a finite field? Addition and multiplication tables of GF(p^d)."""

from functools import lru_cache
from itertools import product

FieldTable = tuple[tuple[int, ...], ...]


def prime_power(number: int) -> tuple[int, int] | None:
    """(p, d) with p^d == number and p prime, or None."""
    prime = next((divisor for divisor in range(2, number + 1) if number % divisor == 0), None)
    if prime is None:
        return None
    degree, rest = 0, number
    while rest % prime == 0:
        rest, degree = rest // prime, degree + 1
    return (prime, degree) if rest == 1 else None


@lru_cache(maxsize=16)
def field(order: int) -> tuple[FieldTable, FieldTable] | None:
    """(sums, products) of the field with so many elements, 0 and 1 first; None when there is no such field."""
    power = prime_power(order)
    if power is None:
        return None
    prime, degree = power
    elements = [tuple(reversed(digits)) for digits in product(range(prime), repeat=degree)]
    number = {element: place for place, element in enumerate(elements)}
    sums = tuple(
        tuple(number[tuple((x + y) % prime for x, y in zip(a, b, strict=True))] for b in elements)
        for a in elements
    )
    for tail in elements:
        products = tuple(tuple(number[_times(a, b, tail, prime)] for b in elements) for a in elements)
        if all(0 not in row[1:] for row in products[1:]):
            return sums, products
    return None


def _times(a: tuple[int, ...], b: tuple[int, ...], tail: tuple[int, ...], prime: int) -> tuple[int, ...]:
    """Product of two polynomials where x^degree stands for -tail."""
    degree = len(a)
    result = [0] * (2 * degree - 1)
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            result[i + j] += x * y
    for place in range(2 * degree - 2, degree - 1, -1):
        high = result[place]
        for i, x in enumerate(tail):
            result[place - degree + i] -= high * x
    return tuple(x % prime for x in result[:degree])
