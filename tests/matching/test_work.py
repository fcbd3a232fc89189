"""Where the work is done and what is kept of it changes nothing in what comes out."""

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from evolve.errors import FormatError, InputError, SettingsError
from evolve.evaluation.readings import DocumentReading, ItemReading, Readings, corpus_of
from evolve.matching import link_corpus, mapping
from evolve.matching.block import Block, link_block
from evolve.matching.blocks import blocks
from evolve.matching.cache import _program
from evolve.model import Corpus, Link, Role
from evolve.settings import Settings

TOPICS = ("图书馆分馆", "黑臭水体", "老旧小区电梯", "乡道硬化", "社区食堂", "非遗工坊", "湿地公园")


def _corpus(years: int) -> Corpus:
    """A plan a year, each with something of every topic."""
    documents, items = {}, {}
    for year in range(2015, 2015 + years):
        name = f"plan{year}"
        documents[name] = DocumentReading(issuer="甲市", role=Role.PLAN, start=year, end=year)
        items[name] = tuple(
            ItemReading(
                id=f"{name}/{k}", doc=name, text=f"推进{topic}。{topic}新增{year % 7 + k}处。"
            )
            for k, topic in enumerate(TOPICS)
        )
    return corpus_of(Readings(documents, items, ()))


@pytest.fixture
def linked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Names of the blocks that were worked on."""
    seen: list[tuple[str, str]] = []

    def watched(block: Block) -> object:
        seen.append(block.names)
        return link_block(block)

    monkeypatch.setattr(mapping, "link_block", watched)
    return seen


def test_two_processes_give_the_same_links() -> None:
    corpus = _corpus(4)
    assert link_corpus(corpus, Settings(), jobs=2) == link_corpus(corpus, Settings())


def test_whoever_ends_this_process_ends_its_workers() -> None:
    def work() -> Iterator[Block]:
        os.kill(os.getpid(), signal.SIGTERM)
        yield from blocks(_corpus(3), Settings())

    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(SystemExit) as ended:
        list(mapping.link_blocks(work(), 2, None))
    assert ended.value.code == 128 + signal.SIGTERM
    assert signal.getsignal(signal.SIGTERM) == before


def test_a_cluster_of_two_processes_gives_the_same_links() -> None:
    distributed = pytest.importorskip("distributed", reason="the extra cluster is not installed")
    corpus = _corpus(3)
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address="127.0.0.1:0"
        ) as cluster,
        distributed.Client(cluster),
    ):
        assert link_corpus(corpus, Settings(), backend="dask") == link_corpus(corpus, Settings())


def test_a_cluster_that_does_not_answer_is_told() -> None:
    pytest.importorskip("distributed", reason="the extra cluster is not installed")
    dask = pytest.importorskip("dask")
    nowhere = {"scheduler-address": "tcp://127.0.0.1:9", "distributed.comm.timeouts.connect": 0.1}
    with (
        dask.config.set(nowhere),
        pytest.raises(SettingsError, match="no scheduler answers at tcp:"),
    ):
        link_corpus(_corpus(2), Settings(), backend="dask")


def test_an_unknown_backend_is_told() -> None:
    with pytest.raises(SettingsError, match="backend nowhere"):
        link_corpus(_corpus(2), Settings(), jobs=2, backend="nowhere")


def test_a_second_build_works_on_nothing(tmp_path: Path, linked: list[tuple[str, str]]) -> None:
    corpus = _corpus(3)
    first = link_corpus(corpus, Settings(), cache=tmp_path)
    assert len(linked) == 3
    assert link_corpus(corpus, Settings(), cache=tmp_path) == first
    assert len(linked) == 3


def test_another_year_touches_only_its_own_blocks(
    tmp_path: Path, linked: list[tuple[str, str]]
) -> None:
    link_corpus(_corpus(3), Settings(), cache=tmp_path)
    linked.clear()
    links = link_corpus(_corpus(4), Settings(), cache=tmp_path)
    assert {target for _, target in linked} == {"plan2018"}
    assert links == link_corpus(_corpus(4), Settings())


def test_another_setting_is_another_key(tmp_path: Path, linked: list[tuple[str, str]]) -> None:
    link_corpus(_corpus(2), Settings(), cache=tmp_path)
    link_corpus(_corpus(2), Settings(near_best=0.9), cache=tmp_path)
    assert len(linked) == 2


def test_another_program_is_another_key(
    tmp_path: Path, linked: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    link_corpus(_corpus(2), Settings(), cache=tmp_path)
    changed = tmp_path / "program"
    (changed / "matching").mkdir(parents=True)
    for name in ("duties.py", "matching/block.py"):
        (changed / name).write_text("", encoding="utf-8")
    monkeypatch.setattr("evolve.matching.cache.files", lambda _: changed)
    _program.cache_clear()
    link_corpus(_corpus(2), Settings(), cache=tmp_path)
    _program.cache_clear()
    assert len(linked) == 2


def test_a_damaged_file_is_worked_out_again(tmp_path: Path) -> None:
    corpus = _corpus(2)
    first = link_corpus(corpus, Settings(), cache=tmp_path)
    for path in tmp_path.rglob("*.json"):
        path.write_text("[", encoding="utf-8")
    assert link_corpus(corpus, Settings(), cache=tmp_path) == first


def test_a_cache_that_cannot_be_written_to_keeps_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert link_corpus(_corpus(2), Settings(), cache=blocked)


OLD = ("打造智慧水闸。", "新建口袋公园。", "修复古戏台。")
NEW = ("推广测流机器人。", "增设街角绿地。", "整理方言童谣。")


def _pair() -> Corpus:
    documents = {
        name: DocumentReading(issuer="乙市", role=Role.PLAN, start=year, end=year)
        for name, year in (("old", 2019), ("new", 2020))
    }
    items = {
        name: tuple(ItemReading(id=f"{name}/{k}", doc=name, text=t) for k, t in enumerate(texts))
        for name, texts in (("old", OLD), ("new", NEW))
    }
    return corpus_of(Readings(documents, items, ()))


def _ends(links: tuple[Link, ...]) -> set[tuple[str, str]]:
    return {(link.source, link.target) for link in links}


def test_a_lexicon_of_ones_own_links_what_shares_no_word(tmp_path: Path) -> None:
    path = tmp_path / "words.json"
    words = {"小微绿地": ["口袋公园", "街角绿地"], "水利自动化": ["智慧水闸", "测流机器人"]}
    path.write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")
    assert ("old/1", "new/1") not in _ends(link_corpus(_pair(), Settings()))
    found = link_corpus(_pair(), Settings(lexicon=str(path)))
    assert {("old/0", "new/0"), ("old/1", "new/1")} <= _ends(found)


def test_a_broken_lexicon_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "words.json"
    path.write_text('{"绿地": "公园"}', encoding="utf-8")
    with pytest.raises(FormatError, match=r"words\.json: 绿地"):
        link_corpus(_pair(), Settings(lexicon=str(path)))
    with pytest.raises(InputError, match="no lexicon"):
        link_corpus(_pair(), Settings(lexicon=str(tmp_path / "none.json")))


def test_broken_weights_are_told_with_their_place(tmp_path: Path) -> None:
    path = tmp_path / "weights.json"
    path.write_text('{"note": "", "items": {"prior": "x"}}', encoding="utf-8")
    with pytest.raises(FormatError, match=r"weights\.json: items\.prior"):
        link_corpus(_pair(), Settings(weights=str(path)))


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A model that puts what means the same on the same axis."""
    model2vec = pytest.importorskip("model2vec", reason="the extra embeddings is not installed")
    tokenizers = pytest.importorskip("tokenizers")
    axes = {"闸": 0, "测": 0, "园": 1, "绿": 1, "戏": 2, "谣": 3}
    unknown = "[UNK]"
    words = {unknown: 0} | {word: k for k, word in enumerate(axes, 1)}
    vectors = np.zeros((len(words), 4), dtype=np.float32)
    for word, axis in axes.items():
        vectors[words[word], axis] = 1
    tokenizer = tokenizers.Tokenizer(tokenizers.models.WordLevel(words, unk_token=unknown))
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Split(tokenizers.Regex("."), "isolated")
    folder = tmp_path / "model"
    model2vec.StaticModel(vectors, tokenizer).save_pretrained(folder)
    return folder


def test_an_embedding_model_of_ones_own_is_a_signal(tiny: Path) -> None:
    every = Settings(embedding=str(tiny), link_threshold=1e-9, near_best=0)
    meant = {
        (link.source, link.target): link.signals["meaning"] for link in link_corpus(_pair(), every)
    }
    assert meant["old/1", "new/1"] > 0
    assert meant["old/1", "new/1"] == max(meant.values())


def test_a_model_that_is_not_there_is_told_and_never_downloaded(tmp_path: Path) -> None:
    pytest.importorskip("model2vec", reason="the extra embeddings is not installed")
    with pytest.raises(InputError, match="none is ever downloaded"):
        link_corpus(_pair(), Settings(embedding=str(tmp_path / "none")))
