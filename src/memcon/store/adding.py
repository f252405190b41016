"""Many documents into a record file: what is known is passed over, what fails is set aside, the rest is read."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

import memcon
from memcon.errors import Error
from memcon.facts import Document, Record
from memcon.store import failures, identity
from memcon.store.failures import Failure
from memcon.store.record_file import Outcome, Store

BATCH = 16
"""Documents written in one transaction: what reading is lost at most when the process is killed."""
Step: TypeAlias = "tuple[Document, Outcome | Literal['failed']]"
Reader: TypeAlias = Callable[[Document], Record]


@dataclass(frozen=True, slots=True)
class Adding:
    """How to add: `read` makes the record, `coding` is the id of the coding it gives.

    `recode` reads again what is known, `retry` what this version has failed on before.
    """

    store: Store
    read: Reader
    coding: str
    recode: bool = False
    retry: bool = False
    batch: int = BATCH

    def add(self, documents: Iterable[Document]) -> Generator[Step]:
        """Add documents one after the other; tell what became of each. What fails is in the store's failures.

        Records are written by the batch, each batch in one transaction; a step is told when it is written.
        """
        pending: list[tuple[Document, Record]] = []
        failed = failures.known(self.store.connection)
        try:
            for document in documents:
                id = identity.document_id(document)
                waits = any(id == identity.document_id(other) for other, _ in pending)
                if waits or (not self.recode and self.store.knows(document, self.coding)):
                    yield document, "known"
                elif id in failed and failed[id].version == memcon.__version__ and not self.retry:
                    yield document, "failed"
                else:
                    record = self._read(document, id)
                    if record is None:
                        yield document, "failed"
                        continue
                    pending.append((document, record))
                    if len(pending) >= self.batch:
                        yield from self._write(pending)
                        pending = []
            yield from self._write(pending)
            pending = []
        finally:  # stopped half-way: what was read is kept
            list(self._write(pending))

    def _read(self, document: Document, id: str) -> Record | None:
        try:
            return self.read(document)
        except Error as error:
            reason = str(error)
        except Exception as error:  # a defect in reading one report shall not stop the others; it is kept and told
            reason = f"memcon failed on it, which is a defect of memcon ({type(error).__name__}: {error})"
        self._set_aside(Failure(id, document.id, reason))
        return None

    def _set_aside(self, failure: Failure) -> None:
        failures.keep(self.store.connection, failure)

    def _write(self, pending: list[tuple[Document, Record]]) -> Iterator[Step]:
        if not pending:
            return
        try:
            added = self.store.add_all([record for _, record in pending])
        except Error as error:
            if len(pending) > 1:  # one of them is not whole: the others shall not pay for it
                for one in pending:
                    yield from self._write([one])
                return
            document = pending[0][0]
            self._set_aside(Failure(identity.document_id(document), document.id, str(error)))
            yield document, "failed"
            return
        failures.forget(self.store.connection, [one.id for one in added])
        yield from ((document, one.outcome) for (document, _), one in zip(pending, added, strict=True))
