package dev.windrose.platform.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Recomputes the chains of all workspaces from the entries as they are now, with the owner's eyes. */
public final class VerifyAudit {

    /** @param problems in words; none means that the chain is whole */
    public record Chain(
            String workspace, long seals, long entries, long unsealed, String head, List<String> problems) {}

    private final AuditChainStore store;
    private final Path data;

    /** @param connection of the owner of the database, whom the policies do not bind */
    public VerifyAudit(Connection connection, Path data) {
        this.store = AuditChainStore.on(connection);
        this.data = data;
    }

    public List<Chain> all() {
        var chains = new ArrayList<Chain>();
        store.workspaces().forEach((id, name) -> chains.add(chain(id, name)));
        return chains;
    }

    Chain chain(UUID tenant, String name) {
        var problems = new ArrayList<String>();
        var seals = store.seals(tenant);
        long expected = 1;
        for (var seal : seals) {
            if (seal.number() != expected) {
                problems.add(
                        seal.number() == expected + 1
                                ? "Seal %d is missing.".formatted(expected)
                                : "Seals %d to %d are missing.".formatted(expected, seal.number() - 1));
            }
            expected = seal.number() + 1;
            check(seal, problems);
        }
        long unsealed = store.outside(tenant);
        if (unsealed > 0) {
            problems.add("%d entries are in no seal and do not wait for one.".formatted(unsealed));
        }
        long late = store.removedWhileWaiting(tenant);
        if (late > 0) {
            problems.add("%d entries that wait for a seal have been removed.".formatted(late));
        }
        long waiting = store.waiting(tenant);
        var head = seals.isEmpty() ? new AuditChainStore.Seal(0, true, true, true, 0, 0, "") : seals.getLast();
        checkHead(tenant, head, problems);
        return new Chain(
                name,
                seals.size(),
                seals.stream().mapToLong(AuditChainStore.Seal::entries).sum(),
                waiting,
                head.hash(),
                List.copyOf(problems));
    }

    private static void check(AuditChainStore.Seal seal, List<String> problems) {
        if (!seal.follows()) {
            problems.add("Seal %d does not follow the one before it.".formatted(seal.number()));
        }
        if (seal.missing() > 0) {
            problems.add("%d entries of seal %d have been removed.".formatted(seal.missing(), seal.number()));
        } else if (!seal.sameEntries()) {
            problems.add("An entry of seal %d has been changed.".formatted(seal.number()));
        }
        if (!seal.sameSeal()) {
            problems.add("Seal %d itself has been changed.".formatted(seal.number()));
        }
    }

    /** The file knows the newest seal that this machine wrote. */
    private void checkHead(UUID tenant, AuditChainStore.Seal head, List<String> problems) {
        kept(tenant).ifPresent(kept -> {
            long number = Long.parseLong(kept[0]);
            if (number > head.number()) {
                problems.add(
                        "The chain ends at seal %d, but seal %d had been written.".formatted(head.number(), number));
            } else if (number == head.number() && !kept[1].equals(head.hash())) {
                problems.add("Seal %d is not the one that was written.".formatted(number));
            }
        });
    }

    private Optional<String[]> kept(UUID tenant) {
        Path file = AuditHeads.folder(data).resolve(tenant.toString());
        try {
            return Files.exists(file)
                    ? Optional.of(Files.readString(file).strip().split(" ", 2))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
