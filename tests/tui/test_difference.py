"""Two wordings set against each other in the browser."""

from dataclasses import replace

import pytest

from evolve.model import Role, Timeline
from tui.strings import Language, Words
from tui.view.difference import difference_blocks
from tui.view.glyphs import UNICODE
from tui.view.index import Index
from tui.view.scene import Scene
from tui.view.text import Block, lay, plain

OLD = "推进集团化办学，新增教育集团10个。加强乡村教师培训。办好老年开放大学。"
NEW = "推进集团化办学，新增教育集团12个。办好老年开放大学。取消特长生招生。"


@pytest.fixture
def scene(timeline: Timeline) -> Scene:
    return Scene(Index(timeline), Words(Language.CHINESE), UNICODE)


def shown(scene: Scene, columns: int, old: str = OLD, new: str = NEW) -> list[str]:
    return [plain(line).rstrip() for line in lay(difference_blocks(scene, old, new), columns).lines]


def test_changes_carry_signs_beside_their_colours(scene: Scene) -> None:
    lines = shown(scene, 60)
    assert "~ 推进集团化办学，新增教育集团[-10个-]{+12个+}。" in lines
    assert "- 加强乡村教师培训。" in lines
    assert "  办好老年开放大学。" in lines
    assert "+ 取消特长生招生。" in lines


def test_a_wide_page_sets_old_and_new_side_by_side(scene: Scene) -> None:
    (line,) = [line for line in shown(scene, 100) if "集团[" in line]
    old, new = line.split("│")
    assert "[-10个-]" in old
    assert "{+12个+}" in new
    narrow = shown(replace(scene, diff="side"), 60)
    assert any("│" in line for line in narrow)
    wide = shown(replace(scene, diff="inline"), 100)
    assert not any("│" in line for line in wide)


@pytest.mark.parametrize("mode", ["auto", "side", "inline"])
def test_the_keys_for_changes_stop_at_each_of_them(scene: Scene, mode: str) -> None:
    blocks = difference_blocks(replace(scene, diff=mode), OLD, NEW)
    assert sum(block.change for block in blocks) == 3


def test_figures_stand_below_with_what_their_change_means(scene: Scene) -> None:
    blocks = difference_blocks(scene, OLD, NEW, (Role.PLAN, Role.PLAN))
    texts = [plain(block.runs) for block in blocks if isinstance(block, Block)]
    assert "教育集团  10个 → 12个  +2 (+20%)  加强" in texts


def test_a_rewritten_text_shows_shared_phrases_and_answering_clauses(scene: Scene) -> None:
    old = (
        "学位建设提档升级。实施五个一批，多渠道加快普通高中学位供给，新开办51所基础教育学校，"
        "全年全市新增基础教育公办学位7.92万个。全力争取上级资金，获批超长期国债8.13亿元。"
    )
    new = (
        "全力办好民生实事，满足人民群众上好学的需求。全年新增基础教育公办学位6万个。"
        "指导各区开展潮汐使用机制前瞻性研究，加快建立同学龄人口变化相协调的供给机制。"
    )
    text = "\n".join(shown(replace(scene, diff="inline"), 160, old, new))
    assert "【新增基础教育公办学位】" in text
    assert "[-7.92万个-]{+6万个+}" in text


def test_nothing_in_a_document_steers_the_terminal(scene: Scene) -> None:
    assert "\x1b" not in "".join(shown(scene, 60, "红\x1b[31m色[/b]。", "红色[/b]\x1b]0;x。"))
