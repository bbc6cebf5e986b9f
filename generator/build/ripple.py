"""From a look at the world that changed forward to what uses it: so that a page that somebody waits for comes first.

The engine asks from the wanted end, which means to look at everything. That is what makes a build right, and one is
done after this; but a person who has just saved a file looks at one page. Nodes are brought up to date in the order of
their height above the world, and the wave ends where a value is what it was (Hammer et al., "Adapton", 2014).
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Hashable, Iterable

from generator.build.engine import Engine


class Ripple:
    """What uses what in an engine, turned round."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.seen = 0
        """The build up to which what follows is known."""
        self.users: list[list[int]] = []
        self.heights: list[int] = []
        """For each node how many steps it stands above the world."""

    def learn(self) -> None:
        """Note what ran since, with what it used. What a node used once and does not any more does no harm."""
        engine, users = self.engine, self.users
        users += ([] for _ in range(len(engine.keys) - len(users)))
        self.heights += [0] * (len(users) - len(self.heights))
        fresh = [node for node, ran in enumerate(engine.ran) if ran > self.seen or not self.seen]
        for node in fresh:
            for each in engine.inputs[node]:
                if not self.seen or node not in users[each]:
                    users[each].append(node)
        self._lift(fresh)
        self.seen = engine.build

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

    def spread(self, looks: Iterable[tuple[str, Hashable]], last: Collection[str]) -> list[tuple[str, Hashable]]:
        """Bring up to date what depends on these looks, but for steps named in `last`: those are returned, to be asked.

        What was not known when this was made, or fails, is left to the build that follows.
        """
        self.learn()
        engine, found = self.engine, []
        engine.build += 1
        nodes = {node for name, key in looks if (node := engine.nodes.get(name, {}).get(key)) is not None}
        waiting = [(0, node) for node in sorted(nodes)]
        queued = set(waiting)
        while waiting:
            _, node = heapq.heappop(waiting)
            engine.good[node] = 0
            if engine.keys[node][0] in last:
                found.append(engine.keys[node])
                continue
            try:
                engine.renew(node)
            except Exception:
                continue  # a fault: the build will tell it
            if engine.changed[node] == engine.build:
                for user in self.users[node]:
                    each = (self.heights[user], user)
                    if each not in queued:
                        queued.add(each)
                        heapq.heappush(waiting, each)
        return found
