package dev.windrose.context.use;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is out with words that have changed, ended, been taken back, or whose customer does not want to be named any more. */
@Component
public class OutdatedUses {

    private static final int MOST = 500;

    private final UseStore store;
    private final SeenUses seen;
    private final Records records;
    private final Workspaces workspaces;

    OutdatedUses(UseStore store, SeenUses seen, Records records, Workspaces workspaces) {
        this.store = store;
        this.seen = seen;
        this.records = records;
        this.workspaces = workspaces;
    }

    /** The newest uses first, up to 500. */
    @Transactional(readOnly = true)
    public List<Outdated> all() {
        Permissions.require(Operation.READ, Uses.ENTRY);
        var today = workspaces.today();
        var uses = seen.of(store.outdated(today, MOST));
        var entries = records.byIds(Uses.ENTRY, uses.stream().map(Use::entry).collect(Collectors.toSet()));
        var instead = new LinkedHashMap<UUID, Optional<RecordData>>();
        return uses.stream()
                .map(use -> {
                    var entry = Objects.requireNonNull(entries.get(use.entry()));
                    return of(use, entry, today, instead);
                })
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Outdated of(Use use, RecordData entry, LocalDate today, Map<UUID, Optional<RecordData>> instead) {
        String reason = reason(use, entry, today);
        if (reason == null) {
            return null;
        }
        if (reason.equals("changed")) {
            return new Outdated(use, entry, reason, why(reason, entry), use.words(), entry.title(), entry);
        }
        var other =
                instead.computeIfAbsent(entry.id(), _ -> instead(entry, today)).orElse(null);
        return new Outdated(
                use, entry, reason, why(reason, entry), use.words(), other == null ? null : other.title(), other);
    }

    private static @Nullable String reason(Use use, RecordData entry, LocalDate today) {
        if (entry.binned()) {
            return "removed";
        }
        if (entry.value("details") instanceof Map<?, ?> details && "refused".equals(details.get("citation"))) {
            return "permission";
        }
        if ("expired".equals(entry.value("status"))
                || entry.value("effective_to") instanceof LocalDate to && to.isBefore(today)) {
            return "expired";
        }
        if (!"live".equals(entry.value("status"))) {
            return "withdrawn";
        }
        return entry.title().equals(use.words()) ? null : "changed";
    }

    private static String why(String reason, RecordData entry) {
        return switch (reason) {
            case "removed" -> "The message was removed.";
            case "permission" -> "The customer does not want to be named any more.";
            case "expired" ->
                entry.value("effective_to") instanceof LocalDate to
                        ? "The message held until %s.".formatted(to)
                        : "The message has expired.";
            case "withdrawn" -> "The message is not live any more.";
            default -> "The message says something else now.";
        };
    }

    /** A live wording of the same message in the same language, or a live message of the same kind above which the same stands. */
    private Optional<RecordData> instead(RecordData entry, LocalDate today) {
        if (!(entry.value("tree_id") instanceof UUID tree)) {
            return Optional.empty();
        }
        Object original = entry.values().getOrDefault("variant_of_id", entry.id());
        return records
                .query(RecordQuery.of(Uses.ENTRY)
                        .where(Filter.and(Filter.is("tree_id", tree.toString()), Filter.is("status", "live")))
                        .sortedBy("-updated_at")
                        .limit(RecordQuery.MOST))
                .stream()
                .filter(other -> !other.id().equals(entry.id())
                        && Objects.equals(other.value("kind"), entry.value("kind"))
                        && Objects.equals(other.value("language"), entry.value("language"))
                        && !(other.value("effective_to") instanceof LocalDate to && to.isBefore(today)))
                .filter(other -> original.equals(other.values().getOrDefault("variant_of_id", other.id()))
                        || Objects.equals(entry.value("kind"), "headline"))
                .findFirst();
    }
}
