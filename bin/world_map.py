#!/usr/bin/env python3
"""Makes the map of the register of agreements from Natural Earth (public domain); its result is committed.

    npm install world-atlas@2.0.2 i18n-iso-countries
    pip install 'shapely>=2.1'
    python bin/world_map.py node_modules > pressroom/site/static/site/world.svg

Each country is one shape whose id is its ISO 3166-1 code, in the group "dunia" where the atlas of 1:110
million draws it; those too small for that are dots at the heart of their land, drawn only where used.
Equal Earth projection (equal areas), with 150° E in the middle: Indonesia's side of the world in one piece.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

from shapely import affinity, coverage_simplify, transform, unary_union
from shapely.geometry import MultiPolygon, Polygon, box, shape
from shapely.geometry.base import BaseGeometry

WIDTH = 1000
MIDDLE = 150
SOUTH, NORTH = -56, 84
SMALLEST_ISLAND, TOLERANCE = 14, 1.1
DOT = 4
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796


def features(path: Path) -> dict[str, BaseGeometry]:
    """Shapes in degrees by ISO numeric code; those without one (disputed areas) under their names."""
    topology = json.loads(path.read_text())
    arcs = list(map(decoder(topology["transform"]), topology["arcs"]))
    found: dict[str, BaseGeometry] = {}
    for one in topology["objects"]["countries"]["geometries"]:
        rings = {"type": one["type"], "coordinates": joined(one["arcs"], arcs)}
        key = one.get("id") or one["properties"]["name"]
        found[key] = unary_union([found[key], valid(rings)]) if key in found else valid(rings)
    return found


def decoder(transform: dict[str, Any]) -> Any:
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]

    def decode(arc: list[list[int]]) -> list[tuple[float, float]]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * kx + dx, y * ky + dy))
        return points

    return decode


def joined(indices: Any, arcs: list[list[tuple[float, float]]]) -> Any:
    """The coordinates of a TopoJSON geometry: rings of arcs, a negative index for one read backwards."""
    if not isinstance(indices[0], int):
        return [joined(one, arcs) for one in indices]
    ring: list[tuple[float, float]] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[1:] if ring else arc
    return unbroken(ring)


def unbroken(ring: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """A ring that runs on beyond 180° where it would jump to the other side of the world."""
    shift, last, found = 0, ring[0][0], []
    for x, y in ring:
        shift += 360 * ((x - last < -180) - (x - last > 180))
        last = x
        found.append((x + shift, y))
    return found


def valid(geometry: dict[str, Any]) -> BaseGeometry:
    """The shape, without rings that the atlas has rounded away."""
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    whole = [[ring for ring in part if len(ring) > 3] for part in parts]
    return unary_union([shape({"type": "Polygon", "coordinates": part}).buffer(0) for part in whole if part])


def turned(geometry: BaseGeometry) -> BaseGeometry:
    """The shape in degrees from the map's left edge on, cut there and whole everywhere else."""
    window = box(MIDDLE - 180, SOUTH, MIDDLE + 180, NORTH)
    copies = [affinity.translate(geometry, turn).intersection(window) for turn in (-360, 0, 360)]
    return unary_union(copies)


def projected(geometry: BaseGeometry) -> BaseGeometry:
    return transform(geometry, lambda points: [[*equal_earth(x, y)] for x, y in points])


def equal_earth(degrees_east: float, latitude: float) -> tuple[float, float]:
    """Šavrič, Patterson, Jenny 2018; scaled to the width of the map, y downwards."""
    turn = math.radians(degrees_east - MIDDLE)
    angle = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    square = angle * angle
    stretch = A1 + 3 * A2 * square + square**3 * (7 * A3 + 9 * A4 * square)
    x = 2 * math.sqrt(3) * turn * math.cos(angle) / (3 * stretch)
    y = angle * (A1 + A2 * square + square**3 * (A3 + A4 * square))
    scale = WIDTH / (2 * math.sqrt(3) * math.pi / (3 * A1) * 2)
    return (x * scale + WIDTH / 2, -y * scale)


def polygons(geometry: BaseGeometry) -> list[Polygon]:
    if isinstance(geometry, Polygon):
        return [geometry]
    return [part for part in getattr(geometry, "geoms", []) if isinstance(part, Polygon)]


def without_specks(geometry: BaseGeometry) -> BaseGeometry:
    """Without islands that would be a few pixels; the largest part always stays."""
    parts = sorted(polygons(geometry), key=lambda part: -part.area)
    return MultiPolygon([part for n, part in enumerate(parts) if n == 0 or part.area > SMALLEST_ISLAND])


def drawn(geometry: BaseGeometry, top: int) -> str:
    """Path data in whole units, relative moves."""
    rings = [ring for part in polygons(geometry) for ring in (part.exterior, *part.interiors)]
    return "".join(filter(None, (ring_path(ring.coords, top) for ring in rings)))


def ring_path(coords: Iterable[tuple[float, ...]], top: int) -> str:
    points = [(round(x), round(y) - top) for x, y in coords]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points) if a != b][:-1]
    if len(steps) < 2:
        return ""
    moves = " ".join(pair(*step) for step in steps).replace(" -", "-")
    return f"M{pair(*points[0])}l{moves}z"


def pair(x: int, y: int) -> str:
    return f"{x}{y}" if y < 0 else f"{x} {y}"


def main(modules: Path) -> None:
    atlas = modules / "world-atlas"
    listed = json.loads((modules / "i18n-iso-countries/codes.json").read_text())
    codes = {"Kosovo": "XK", **{numeric: iso2 for iso2, _, numeric, _ in listed}}
    coarse = features(atlas / "countries-110m.json")
    fine = features(atlas / "countries-10m.json") | features(atlas / "countries-50m.json")
    shown = {key: turned(one) for key, one in coarse.items() if key != "010"}
    flat = {key: without_specks(projected(one)) for key, one in shown.items()}
    simple = dict(zip(flat, coverage_simplify(list(flat.values()), TOLERANCE), strict=True))
    top = math.floor(min(one.bounds[1] for one in simple.values())) - 2
    height = math.ceil(max(one.bounds[3] for one in simple.values())) + 2 - top
    paths = {key: drawn(one, top) for key, one in simple.items()}
    land = "".join(
        f'<path{identity(codes.get(key))} d="{path}"/>' for key, path in sorted(paths.items()) if path
    )
    dots = "".join(
        dot(codes[key], one, top)
        for key, one in sorted(fine.items())
        if key in codes and key != "010" and not paths.get(key)
    )
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}">'
    sys.stdout.write(f'{opening}<defs>{dots}</defs><g id="dunia">{land}</g></svg>\n')


def identity(code: str | None) -> str:
    return f' id="{code}"' if code else ""


def dot(code: str, geometry: BaseGeometry, top: int) -> str:
    heart = max(polygons(geometry), key=lambda part: part.area).representative_point()
    x, y = equal_earth((heart.x - MIDDLE + 180) % 360 + MIDDLE - 180, heart.y)
    return f'<circle id="{code}" cx="{round(x)}" cy="{round(y) - top}" r="{DOT}"/>'


if __name__ == "__main__":
    main(Path(sys.argv[1]))
