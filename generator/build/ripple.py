"""From a look at the world that changed forward to what uses it: so that a page that somebody waits for comes first.

The engine asks from the wanted end, which means to look at everything. That is what makes a build right, and one is
done after this; but a person who has just saved a file looks at one page. Nodes are brought up to date in the order of
their height above the world, and the wave ends where a value is what it was (Hammer et al., "Adapton", 2014).
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Container, Hashable, Iterable, Iterator, Mapping

from generator.build.engine import Engine


class Ripple:
    """What uses what in an engine, turned round."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.inputs: list[tuple[int, ...]] = []
        """What each node is known to use."""
        self.users: list[list[int]] = []
        self.heights: list[int] = []
        """For each node how many steps it stands above the world."""
        self._learn(range(len(engine.keys)))

    def learn(self) -> None:
        """Note what ran in this build, with what it used. What a node used once and does not any more does no harm."""
        self._learn(dict.fromkeys(self.engine.fresh))

    def _learn(self, fresh: Collection[int]) -> None:
        users, more = self.users, len(self.engine.keys) - len(self.users)
        users += ([] for _ in range(more))
        self.inputs += [()] * more
        self.heights += [0] * more
        for node in fresh:
            before, self.inputs[node] = self.inputs[node], self.engine.inputs[node]
            for each in set(self.inputs[node]).difference(before):
                users[each].append(node)
        self._lift(fresh)

    def _lift(self, fresh: Iterable[int]) -> None:
        """Set each of these above what it uses, after those of them that it uses."""
        chosen = set(fresh)
        left = {node: sum(each in chosen for each in self.engine.inputs[node]) for node in chosen}
        ready = [node for node, count in left.items() if not count]
        for node in ready:  # grows while it is walked along
            self.heights[node] = 1 + max((self.heights[each] for each in self.engine.inputs[node]), default=-1)
            for user in self.users[node]:
                if user in left:
                    left[user] -= 1
                    if not left[user]:
                        ready.append(user)

    def spread(
        self,
        looks: Iterable[tuple[str, Hashable]],
        last: Mapping[str, Container[Hashable]],
        since: int = 0,
        narrow: bool = False,
    ) -> Iterator[tuple[str, Hashable]]:
        """Bring up to date what depends on these looks, in the order of heights, in a build of the engine's own.

        Steps named in `last` are not run: those of them with a key that is wanted are given, each as soon as all that
        it stands on is as it must be. What has changed after build `since` is walked on from, by default what changes
        now. Where the wave is to be `narrow`, it passes by steps without a key: they tell of everything, and take long.
        What was not known when this was made, or fails, is left to the build that follows.
        """
        self.learn()
        engine = self.engine
        engine.go_on()
        since = since or engine.build - 1
        nodes = {
            node
            for name, key in looks
            if (node := engine.nodes.get(name, {}).get(key)) is not None and not (narrow and key == ())
        }
        waiting = [(0, node) for node in sorted(nodes)]
        queued = set(waiting)
        while waiting:
            _, node = heapq.heappop(waiting)
            engine.good[node] = 0
            if engine.keys[node][0] in last:
                yield engine.keys[node]
                continue
            try:
                engine.renew(node)
            except Exception:  # noqa: BLE001  the build will tell it
                continue
            if engine.changed[node] > since:
                for user in self.users[node]:
                    (name, key), each = engine.keys[user], (self.heights[user], user)
                    asked = key in last[name] if name in last else not (narrow and key == ())
                    if asked and each not in queued:
                        queued.add(each)
                        heapq.heappush(waiting, each)
