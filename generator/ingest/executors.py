"""Where sources are read: in processes of this machine, or on a cluster that somebody runs. One line here for each.

No source needs another to be read, so that it does not matter where it is. What a cluster does not give back, because a
worker died of it or took too long, is read on this machine, where one can tell which of the two it was.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import BroadsheetError, guess, problem
from generator.ingest.sources import Source

if TYPE_CHECKING:
    from distributed import Client

    from generator.ingest.workers import Event

LOCAL = "local"
PATIENCE = 10
"""Seconds in which a cluster must answer, and have a worker."""
_AHEAD = 4
"""So many files are sent for each core of a cluster, so that it need not wait for the next."""

Read = Callable[[str, Path, Sequence[Source], int, Collection[str]], "Iterator[Event]"]
"""From the address of the executor, the site's folder, what is to be read, how many processes may do it here, and what
must be read apart, to what happens meanwhile."""


def read(
    executor: str, folder: Path, wanted: Sequence[Source], jobs: int, apart: Collection[str] = ()
) -> Iterator[Event]:
    """What happens while sources are read, in the order in which it does; those `apart` in a process of their own.

    Raises BroadsheetError when the executor is not to be had, or ceases to be.
    """
    scheme, _, address = executor.partition("://")
    if wanted:
        yield from EXECUTORS[scheme](address, folder, wanted, jobs, apart)


def check(executor: str) -> None:
    """Raise BroadsheetError when there is no such executor, or what it needs is not installed."""
    scheme, _, address = executor.partition("://")
    if scheme not in EXECUTORS:
        raise BroadsheetError(problem(f"there is no executor `{executor}`", hint=guess(scheme, EXECUTORS)))
    if scheme == "dask":
        if not address:
            hint = "name the scheduler of your cluster: --executor dask://HOST:8786"
            raise BroadsheetError(problem("the executor has no address", hint=hint))
        try:
            import distributed  # noqa: F401  it takes most of a second, which the extra is worth
        except ImportError as error:
            hint = "install the extra: pip install 'broadsheet[dask]'"
            raise BroadsheetError(problem("`--executor dask://` needs the package distributed", hint=hint)) from error


def _local(_: str, folder: Path, wanted: Sequence[Source], jobs: int, apart: Collection[str]) -> Iterator[Event]:
    from generator.ingest import workers  # in most runs there is nothing to be read

    return workers.read(folder, wanted, jobs, apart)


def _dask(address: str, folder: Path, wanted: Sequence[Source], jobs: int, apart: Collection[str]) -> Iterator[Event]:
    from generator.ingest import remote, workers

    far = [each for each in wanted if each.path not in apart and each.size <= remote.LARGEST]
    near = [each for each in wanted if each.path in apart or each.size > remote.LARGEST]
    if far:
        with _cluster(address) as client, client.get_executor(pure=False) as executor:
            lost = yield from remote.read(folder, far, executor, _AHEAD * sum(client.ncores().values()))
        apart = {*apart, *(each.path for each in lost)}
        near += lost
    yield from workers.read(folder, near, jobs, apart)


def _cluster(address: str) -> Client:
    """A connection to a cluster with a worker. Raises BroadsheetError when there is none at the address."""
    from distributed import Client

    try:
        client = Client(f"tcp://{address}", timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        hint = "is it running, and can it be reached from here? `dask scheduler` prints its address"
        raise BroadsheetError(problem(f"no Dask scheduler answers at {address}", hint=hint)) from error
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as error:
        client.close()
        hint = f"start some: dask worker tcp://{address} --nthreads 1"
        raise BroadsheetError(problem(f"the cluster at {address} has no worker", hint=hint)) from error
    return client


EXECUTORS: dict[str, Read] = {
    LOCAL: _local,
    "dask": _dask,
}
"""By what stands before `://`. To add one that speaks the interface of `concurrent.futures` is to connect to it."""
