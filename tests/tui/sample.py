"""A realistic timeline made of the reference readings, independent of the engine's judgement."""

import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from evolve.model import Timeline

READINGS = Path(__file__).parents[1] / "readings"
DOCUMENTS = {
    "gz2017plan": ("guangzhou", "广州市教育局", "广州市", "plan", 2017, 2017),
    "gz2020out": ("guangzhou", "广州市教育局", "广州市", "outcome", 2020, 2020),
    "gz2021plan": ("guangzhou", "广州市教育局", "广州市", "plan", 2021, 2021),
    "gz2024out": ("guangzhou", "广州市教育局", "广州市", "outcome", 2024, 2024),
    "gz2025plan": ("guangzhou", "广州市教育局", "广州市", "plan", 2025, 2025),
    "dg2021plan": ("dongguan", "东莞市教育局", "东莞市", "plan", 2021, 2021),
    "hz2021plan": ("haizhu", "海珠区人民政府", "海珠区", "multi_year_plan", 2021, 2025),
}
ROLE = {"plan": "工作要点", "outcome": "工作总结", "multi_year_plan": "教育发展规划"}
FIGURE = re.compile(r"(\d+(?:\.\d+)?)(万?)(个|所|人|%|名)")
_NUMERALS = "一二三四五六七八九十"


def rows(document: str) -> list[dict[str, str]]:
    text = (READINGS / "items" / f"{document}.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def documents() -> Iterator[dict[str, Any]]:
    for key, (series, issuer, place, role, start, end) in sorted(
        DOCUMENTS.items(), key=lambda pair: (pair[1][0], pair[1][5])
    ):
        years = str(start) if start == end else f"{start}—{end}"
        yield {
            "id": key,
            "series": series,
            "title": f"{issuer}{years}年{ROLE[role]}",
            "issuer": issuer,
            "jurisdiction": place,
            "role": role,
            "period": {"start": start, "end": end},
            "published": f"{start}-03-23" if role == "plan" else None,
            "source": {
                "file": f"{key}.txt",
                "sha256": "0" * 64,
                "format": "txt",
                "encoding": "utf-8",
                "span": (0, 100_000),
            },
            "completeness": "full",
            "notices": ("（三）出现两次",) if key == "gz2020out" else (),
        }


def text_parts(key: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, str]]:
    """Sections, items and the id of each row of one document."""
    sections: list[dict[str, Any]] = []
    items: list[dict[str, Any]] = []
    ids: dict[str, str] = {}
    at, number = 40, 0
    for row in rows(key):
        head = row["section"]
        if not sections or sections[-1]["text"] != head:
            label = f"{_NUMERALS[len(sections) % 10]}、"
            span = (at, at + len(label) + len(head))
            sections.append(
                {"document": key, "depth": 1, "label": label, "text": head, "span": span}
            )
            at, number = span[1] + 1, 0
        number += 1
        label = f"（{_NUMERALS[(number - 1) % 10]}）"
        item = f"{key}/{len(sections)}.{number}"
        ids[row["id"]] = item
        span = (at, at + len(label) + len(row["text"]))
        items.append(
            {
                "id": item,
                "document": key,
                "kind": "item",
                "label": label,
                "path": (sections[-1]["label"] + head,),
                "heading": re.split("[。；]", row["text"])[0][:40],
                "text": row["text"],
                "span": span,
            }
        )
        at = span[1] + 1
    return sections, items, ids


def measures(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for item in items:
        clauses = [m for m in re.finditer("[^。；]+", item["text"]) if len(m[0]) > 8]
        for number, clause in enumerate(clauses[1:], 1):
            yield {
                "id": f"{item['id']}/m{number}",
                "item": item["id"],
                "text": clause[0],
                "span": clause.span(),
                "modality": "report" if "out" in item["document"] else "commitment",
                "quantities": [quantity(found, item) for found in FIGURE.finditer(clause[0])],
            }


def quantity(found: re.Match[str], item: dict[str, Any]) -> dict[str, Any]:
    value = float(found[1]) * (10_000 if found[2] else 1)
    return {
        "text": found[0],
        "value": value,
        "low": value,
        "high": value,
        "operator": "=",
        "unit": found[3],
        "kind": "actual" if "out" in item["document"] else "target",
        "name": "数量",
        "span": found.span(),
    }


def links(ids: dict[str, str]) -> Iterator[dict[str, Any]]:
    relation = {"gz2021plan-gz2024out": "reported", "gz2024out-gz2025plan": "followed_up"}
    for name, kind in relation.items():
        found = json.loads((READINGS / "links" / f"{name}.json").read_text("utf-8"))["links"]
        sources: set[str] = set()
        targets: set[str] = set()
        for link in found:
            source, target = ids[link["a"]], ids[link["b"]]
            primary = link["strength"] == "core" and not {source, target} & (sources | targets)
            if primary:
                sources.add(source)
                targets.add(target)
            yield {
                "level": "item",
                "source": source,
                "target": target,
                "relation": kind,
                "type": "reworded" if primary else "related",
                "score": 0.93 if primary else 0.61,
                "primary": primary,
                "signals": {"prior": -1.2, "shared terms": 2.9 if primary else 1.6, "figures": 0.1},
                "evidence": (),
            }


def chains(found: list[dict[str, Any]], items: list[dict[str, Any]]) -> list[list[str]]:
    following = {link["source"]: link["target"] for link in found if link["primary"]}
    begun = {item["id"] for item in items} - set(following.values())
    result = []
    for item in items:
        if item["id"] in begun:
            chain = [item["id"]]
            while chain[-1] in following:
                chain.append(following[chain[-1]])
            result.append(chain)
    return result


def thread(chain: list[str], items: dict[str, Any], also: dict[str, list[str]]) -> dict[str, Any]:
    keys = [items[item]["document"] for item in chain]
    last = DOCUMENTS[keys[-1]]
    series, first = last[0], DOCUMENTS[keys[0]]
    new = len(chain) == 1 and keys[0] == "gz2025plan"
    latest = keys[-1] in {"gz2025plan", "dg2021plan", "hz2021plan"}
    done = keys[-1] == "gz2024out"
    state = "new" if new else "continued" if latest else "completed" if done else "dropped"
    alone = series != "guangzhou"
    entries = [
        {
            "document": items[item]["document"],
            "members": (item,),
            "also": tuple(also.get(item, ()))[:1],
            "state": "completed" if done and item == chain[-1] else "continued",
            "change": None if n == 0 else 0.42,
        }
        for n, item in enumerate(chain)
    ]
    events = [
        {
            "type": "strengthened",
            "document": items[b]["document"],
            "items": (a, b),
            "text": "目标由 5万个 提高到 7万个",
            "text_en": "the target rises from 50,000 to 70,000",
        }
        for a, b in pairwise(chain)
        if "学位" in items[b]["text"]
    ]
    return {
        "id": f"t/{chain[0]}",
        "series": series,
        "level": "item",
        "parent": None,
        "title": items[chain[-1]]["heading"],
        "state": state,
        "certainty": "provisional" if alone or len(chain) == 1 else "settled",
        "caveats": ("no_earlier_document", "no_later_document") if alone else ("self_reported",),
        "reasons": (
            {
                "rule": f"{state}_by_presence",
                "text": f"最后见于{last[1]}{last[5]}年的文件。",
                "items": (chain[-1],),
                "spans": ((0, min(18, len(items[chain[-1]]["text"]))),),
                "text_en": f"Last seen in the {last[5]} document.",
            },
        ),
        "first_year": first[4],
        "last_year": last[5],
        "entries": entries,
        "events": events,
        "override": None,
    }


def measure_threads(
    parents: list[dict[str, Any]], of_item: dict[str, list[dict[str, Any]]]
) -> Iterator[dict[str, Any]]:
    for parent in parents:
        entry = parent["entries"][0]
        for n, measure in enumerate(of_item.get(entry["members"][0], [])):
            state = "dropped" if parent["state"] != "new" and n % 3 == 2 else parent["state"]
            yield {
                **parent,
                "id": f"t/{measure['id']}",
                "level": "measure",
                "parent": parent["id"],
                "title": measure["text"],
                "state": state,
                "last_year": DOCUMENTS[entry["document"]][5],
                "reasons": (),
                "events": (),
                "entries": ({**entry, "members": (measure["id"],), "also": ()},),
            }


def indicators() -> Iterator[dict[str, Any]]:
    figures = {
        "新增公办基础教育学位": ("个", (("gz2021plan", 50_000), ("gz2025plan", 70_000))),
        "公办幼儿园在园幼儿占比": ("%", (("gz2020out", 50.9), ("gz2024out", 58.2))),
    }
    for name, (unit, values) in figures.items():
        yield {
            "id": f"guangzhou/{name}",
            "series": "guangzhou",
            "name": name,
            "unit": unit,
            "direction": "up",
            "observations": [
                {
                    "document": key,
                    "item": f"{key}/1.1",
                    "year": DOCUMENTS[key][5],
                    "kind": "actual" if "out" in key else "target",
                    "operator": ">=",
                    "value": value,
                    "low": value,
                    "high": None,
                    "text": f"{value:g}{unit}",
                    "span": (0, 4),
                }
                for key, value in values
            ],
        }


@cache
def sample() -> Timeline:
    """Seven documents, 290 items and what is woven from them."""
    sections: list[dict[str, Any]] = []
    items: list[dict[str, Any]] = []
    ids: dict[str, str] = {}
    described = list(documents())
    for document in described:
        heads, parts, found = text_parts(document["id"])
        sections += heads
        items += parts
        ids |= found
    by_id = {item["id"]: item for item in items}
    clauses = list(measures(items))
    of_item: dict[str, list[dict[str, Any]]] = {}
    for clause in clauses:
        of_item.setdefault(clause["item"], []).append(clause)
    found_links = list(links(ids))
    also: dict[str, list[str]] = {}
    for link in found_links:
        if not link["primary"]:
            also.setdefault(link["source"], []).append(link["target"])
    threads = [thread(chain, by_id, also) for chain in chains(found_links, items)]
    series = sorted({(v[0], v[1], v[2]) for v in DOCUMENTS.values()})
    return Timeline.model_validate(
        {
            "generator": {
                "name": "policy-evolve",
                "version": "0",
                "settings": {},
                "settings_sha256": "0" * 64,
            },
            "as_of": 2025,
            "series": [
                {
                    "id": key,
                    "issuer": issuer,
                    "jurisdiction": place,
                    "documents": [d["id"] for d in described if d["series"] == key],
                    "parent": "guangzhou" if key == "haizhu" else None,
                }
                for key, issuer, place in series
            ],
            "documents": described,
            "sections": sections,
            "items": items,
            "measures": clauses,
            "tables": (),
            "links": found_links,
            "threads": [*threads, *measure_threads(threads, of_item)],
            "indicators": list(indicators()),
            "coverage": [
                {"series": d["series"], "role": d["role"], "year": year, "status": "full"}
                for d in described
                for year in range(d["period"]["start"], d["period"]["end"] + 1)
            ],
            "discarded": [
                {"file": f"{key}.txt", "span": (0, 38), "reason": "navigation"}
                for key in sorted(DOCUMENTS)
            ],
        }
    )
