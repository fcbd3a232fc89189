"""The map over blocks: here, in several processes, or on a cluster, through joblib."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from itertools import groupby
from typing import Any

from evolve.errors import SettingsError
from evolve.matching.block import Block, link_block
from evolve.model import Link

__all__ = ["link_blocks"]


def _link_group(group: Sequence[Block]) -> list[Sequence[Link]]:
    return [link_block(block) for block in group]


def link_blocks(
    work: Iterable[Block], jobs: int, backend: str | None
) -> Iterator[tuple[Block, Sequence[Link]]]:
    """Link blocks, in their order; they are taken as they are needed and not kept.

    Blocks with the same later document travel together, so that what they share is sent once.

    Args:
        work: Blocks, those with the same later document side by side.
        jobs: Processes; 1 for this one.
        backend: A registered joblib backend, such as ``dask``.

    Raises:
        SettingsError: there is no such backend, or what it needs is not installed.
    """
    if jobs == 1 and backend is None:
        for block in work:
            yield block, link_block(block)
        return
    from joblib import Parallel, delayed, parallel_config

    sent: deque[list[Block]] = deque()
    with _client(backend):
        try:
            context = parallel_config(backend=backend or "loky", n_jobs=jobs)
        except (ImportError, ValueError) as error:
            raise SettingsError(f"backend {backend}: {error}") from error
        with context, _terminable(), Parallel(return_as="generator") as parallel:
            with _uninterrupted():
                deque(parallel(delayed(int)() for _ in range(jobs)), maxlen=0)
            for links in parallel(_sent(work, sent)):
                yield from zip(sent.popleft(), links, strict=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Start processes that Ctrl-C does not reach, for whoever started them ends them.

    What is ignored here while they start they ignore for good; a Ctrl-C meanwhile is lost.
    """
    import signal
    import threading

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _terminable() -> Iterator[None]:
    """Let SIGTERM end this process as an exit does, which ends its workers, too."""
    import signal
    import sys
    import threading

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _sent(work: Iterable[Block], sent: deque[list[Block]]) -> Iterator[Any]:
    """What to do for each group of blocks, which is noted when it is sent."""
    from joblib import delayed

    for _, group in groupby(work, key=lambda block: block.names[1]):
        sent.append(list(group))
        yield delayed(_link_group)(sent[-1])


def _client(backend: str | None) -> AbstractContextManager[Any]:
    """A connection to the dask cluster that is configured, where no other is open."""
    if backend != "dask":
        return nullcontext()
    try:
        from distributed import Client, get_client
    except ImportError as error:
        raise SettingsError(
            "backend dask: install policy-evolve[cluster], which brings dask.distributed"
        ) from error
    try:
        get_client()
    except ValueError:
        return _opened(Client)
    return nullcontext()


def _opened(client: Any) -> AbstractContextManager[Any]:
    from dask import config

    try:
        opened: AbstractContextManager[Any] = client()
    except OSError as error:
        where = config.get("scheduler-address", None) or "this machine"
        raise SettingsError(
            f"backend dask: no scheduler answers at {where} (DASK_SCHEDULER_ADDRESS)"
        ) from error
    return opened
