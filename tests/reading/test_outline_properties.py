"""Properties of reading: a tree that is printed is read again, and nothing is ever lost."""

import hashlib
import re
from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from evolve.errors import InputError
from evolve.model import Corpus
from evolve.reading.corpus import corpus_of
from evolve.reading.coverage import gaps
from evolve.reading.formats.base import Line, RawText
from evolve.reading.layout.paragraphs import Paragraph
from evolve.reading.numbers.ordinals import number_of
from evolve.reading.outline.nodes import Node
from evolve.reading.outline.tree import outline_of
from evolve.reading.sources import Found, recognised

HAN = "一二三四五六七八九十"
STYLES = [
    ("第{}章 ", True),
    ("{}、", True),
    ("（{}）", True),
    ("{}.", False),
    ("（{}）", False),
]
"""Forms in the usual order, and whether their numerals are ideographs."""
WORDS = st.text(alphabet="建设推进学校教育服务质量发展改善提升", min_size=3, max_size=12)

Tree = list[tuple[str, "Tree"]]


def trees(depth: int) -> st.SearchStrategy[Tree]:
    below = st.just([]) if depth == 1 else st.one_of(st.just([]), trees(depth - 1))
    return st.lists(st.tuples(WORDS, below), min_size=1, max_size=4)


def printed(tree: Tree, styles: Sequence[tuple[str, bool]]) -> list[str]:
    form, han = styles[0]
    lines = []
    for number, (words, below) in enumerate(tree, start=1):
        lines.append(form.format(HAN[number - 1] if han else number) + words)
        lines += printed(below, styles[1:]) if below else []
    return lines


def read(lines: Sequence[str]) -> Node:
    paragraphs, at = [], 0
    for line in lines:
        paragraphs.append(Paragraph(at, at + len(line), line))
        at += len(line) + 1
    return outline_of(paragraphs)[0]


def tree_of(node: Node) -> Tree:
    return [(child.text, tree_of(child)) for child in node.children]


@given(tree=trees(3), skipped=st.sets(st.integers(0, 4), max_size=2))
def test_a_printed_tree_is_read_again(tree: Tree, skipped: set[int]) -> None:
    styles = [style for index, style in enumerate(STYLES) if index not in skipped]
    assert tree_of(read(printed(tree, styles))) == tree


@given(tree=trees(3))
def test_a_sound_numbering_has_no_faults(tree: Tree) -> None:
    lines = printed(tree, STYLES)
    paragraphs = [Paragraph(i, i + 1, line) for i, line in enumerate(lines)]
    faults = [fault for fault in outline_of(paragraphs)[1] if "skipped" not in fault]
    assert faults == []


@given(st.integers(1, 199))
def test_numerals_are_read(number: int) -> None:
    tens, ones = divmod(number % 100, 10)
    words = "一百" if number >= 100 else ""
    words += "零" if words and not tens and ones else ""
    words += (HAN[tens - 1] if tens and (tens > 1 or words) else "") + ("十" if tens else "")
    words += HAN[ones - 1] if ones else ""
    assert number_of(words) == number


PIECES = st.sampled_from(
    [
        "2023年长沙市民政工作要点",
        "关于印发《2023年工作要点》的通知",
        "现将《2023年工作要点》印发给你们，请认真贯彻执行。",
        "长沙市民政局",
        "2023年3月1日",
        "目录",
        "一、总体要求……………3",
        "一、总体要求",
        "二、重点任务",
        "（一）加强养老服务。建设机构5所。",
        "(二)完善社会救助",
        "1.提高低保标准，年内达到1000元。",
        "2、规范社会组织。",
        "①检查",
        "一是强化领导。",
        "二是落实责任。",
        "第一章 发展回顾",
        "专栏1 重点工程",
        "附件",
        "附表",
        "表1 主要指标",
        "指标名称",
        "2020年基准值",
        "118.7",
        ">100",
        "约束性",
        "各位代表！",
        "同时，还存在一些问题：基础薄弱。",
        "2024年是关键之年，要继续推进各项工作，确保完成目标。",
        "全市民政工作稳步推进，完成投资30亿元，新增床位2000张，群众满意度明显提升，获得省级表彰。",
        "相关文章 | 联系我们",
        "公开方式：主动公开",
        "• 网站首页",
        "2023年工作回顾",
        "[red]不是标记[/red] \x1b[31m",
        "1.1 分项",
        "3.5亿元投资完成。",
        "A. first",
        "Section 2 Schools",
        "　　全角缩进的一段话，用于检查空白。",
    ]
)
LINES = st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=40)


def raw_of(text: str) -> RawText:
    lines = tuple(Line(*match.span()) for match in re.finditer(r"\S(?:.*\S)?", text))
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return RawText(
        file="a.txt", sha256=digest, format="txt", encoding="utf-8", text=text, lines=lines
    )


def corpus(text: str) -> Corpus | None:
    found = Found()
    recognised(found, raw_of(text), None)
    try:
        return corpus_of(found)
    except InputError:
        return None


@given(LINES, st.sampled_from(["\n", "\n\n", "\n  "]))
def test_nothing_is_lost_and_no_items_overlap(lines: list[str], glue: str) -> None:
    text = glue.join(lines)
    made = corpus(text)
    if made is None:
        return
    spans = [section.span for section in made.sections] + [item.span for item in made.items]
    spans += [piece.span for piece in made.discarded]
    assert gaps(text, spans) == []
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert "unassigned" not in {piece.reason for piece in made.discarded}
    items = sorted(item.span for item in made.items)
    assert all(before[1] <= after[0] for before, after in pairwise(items))
    assert len({item.id for item in made.items}) == len(made.items)


@given(LINES)
def test_reading_is_the_same_every_time(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert corpus(text) == corpus(text)
