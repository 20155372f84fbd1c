package dev.windrose.records.query;

import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.access.AccessSql;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins the compilation of a statement. */
@Component
class OpenScope {

    private final Descriptors descriptors;
    private final AccessSql access;
    private final Workspaces workspaces;
    private final Clock clock;
    private final Colleagues colleagues;
    private final Lookups lookups;
    private final PastTables past;

    OpenScope(
            Descriptors descriptors,
            AccessSql access,
            Workspaces workspaces,
            Clock clock,
            Colleagues colleagues,
            Lookups lookups,
            PastTables past) {
        this.descriptors = descriptors;
        this.access = access;
        this.workspaces = workspaces;
        this.clock = clock;
        this.colleagues = colleagues;
        this.lookups = lookups;
        this.past = past;
    }

    Descriptor type(String name) {
        return descriptors.get(name);
    }

    StatementScope of() {
        return of(false);
    }

    /** @param wholeRecords also by fields that the actor does not see */
    StatementScope of(boolean wholeRecords) {
        return at(clock.instant(), wholeRecords, null);
    }

    /** @param moment null for today's records */
    StatementScope of(@Nullable Instant moment) {
        return moment == null ? of() : at(moment, false, new Past(moment, past, null, null));
    }

    /** For lists of a type: what is computed for the past is computed for those records only that the filters may find. */
    StatementScope of(@Nullable Instant moment, Descriptor type, List<Filter> filters) {
        return moment == null
                ? of()
                : at(moment, false, new Past(moment, past, null, FindsAmong.of(descriptors, type, filters)));
    }

    /** For all records of the past. */
    StatementScope of(Instant moment, boolean whole) {
        return at(moment, whole, new Past(moment, past, null, null));
    }

    /**
     * For some records of the past only.
     *
     * @param whole whoever asks, for what the product works out of them
     */
    StatementScope of(Instant moment, Set<UUID> records, boolean whole) {
        return at(moment, whole, new Past(moment, past, records, null));
    }

    private StatementScope at(Instant now, boolean wholeRecords, @Nullable Past of) {
        return new StatementScope(
                descriptors, access, new Calendar(now, workspaces::current), colleagues, lookups, wholeRecords, of);
    }
}
