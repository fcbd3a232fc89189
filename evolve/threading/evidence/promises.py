"""What kind of promise a commitment is: something to deliver, or work that never ends.

Official trackers keep standing work (不设年度目标，常态化开展) as a class of its own: it is
carried on or not, but that a document reports some of it does not complete it.
"""

import re
from functools import lru_cache

from evolve.threading.evidence import cues

__all__ = ["announces", "deliverable", "new_cycle", "same_deliverable", "sustaining"]

_DELIVER = re.compile(
    r"制[定订]|出台|印发|颁布|编制|编撰|起草|拟制|修订|发布|立法|组建|成立|设立|挂牌|召开|举办|承办|启动|建成"
    r"|完成|实现|配备|配足|配齐|达标|达到|认定|竣工|开工|投入使用|新增|新建|新开办|创建|申报|申办|开通|上线"
    r"|(?<!落实)(?<!贯彻)(?<!执行)(?<!遵循)《[^》]+》|[100１]{3}[%％]|(?<!健)全覆盖|开设|开发(?=[^,，]{0,24}(?:课程|教材|系统|平台|软件|资源[包库]|产品|标准|指南|工具))|落地|占比|比例|(?<![效频])率(?!先|领)"
)
_ANNOUNCE = re.compile(
    r"^(?:研究|加快|推动|探索|起草)?(?:出台|拟制|制[定订]|印发|编制|修订|组建|构建|搭建|建立|成立|召开|起草|推出|策划"
    r"|启动|争创|举办)|^《|编制工作$"
)


@lru_cache(maxsize=65536)
def announces(text: str) -> bool:
    """Whether a commitment announces something to be made, rather than work to be gone on with."""
    return bool(_ANNOUNCE.search(text))


@lru_cache(maxsize=65536)
def deliverable(text: str) -> bool:
    """Whether a commitment names something that can be there or not."""
    return bool(_DELIVER.search(text))


@lru_cache(maxsize=65536)
def sustaining(text: str) -> bool:
    """Whether a later plan keeps up what was done (巩固、持续、常态化 ...)."""
    return bool(cues.SUSTAINING.search(text))


@lru_cache(maxsize=65536)
def new_cycle(text: str) -> bool:
    """Whether a later plan begins it anew (新一轮、第二批、再新增 ...)."""
    return bool(cues.NEW_CYCLE.search(text))


_FIGURE = re.compile(r"\d+(?:\.\d+)?")


def same_deliverable(old: str, new: str) -> bool:
    """Whether a later plan promises the very same figures or named documents once more."""
    return bool(named := _named(old)) and named <= _named(new)


def _named(text: str) -> set[str]:
    figures = {found for found in _FIGURE.findall(text) if not _is_year(found)}
    return figures | set(re.findall(r"《[^》]+》", text))


def _is_year(figure: str) -> bool:
    return len(figure) == len("2025") and figure.startswith(("19", "20"))
