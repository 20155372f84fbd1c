package dev.windrose.context.use;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.query.Records;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides what is done about a use that is out with words that no longer hold. What was left comes back when the entry changes again. */
@Component
public class SettleUses {

    public static final String CORRECTED = "corrected";
    public static final String LEFT = "left";
    private static final int LONGEST = 1_000;
    private static final int MOST = 200;

    private final UseStore store;
    private final SeenUses seen;
    private final Records records;
    private final Clock clock;

    SettleUses(UseStore store, SeenUses seen, Records records, Clock clock) {
        this.store = store;
        this.seen = seen;
        this.records = records;
        this.clock = clock;
    }

    /** @param as {@code corrected}: it says the right thing now; {@code left}: it stays as it is, for a reason */
    @Transactional
    public void settle(UUID use, @Nullable String as, @Nullable String why) {
        var found = open(use);
        if (as == null || !Set.of(CORRECTED, LEFT).contains(as)) {
            throw new AppException(
                    CommonError.BAD_VALUE, "Say what was done: \"corrected\", or \"left\" with a reason.", "as");
        }
        String reason = why == null || why.isBlank() ? null : why.strip();
        if (as.equals(LEFT) && reason == null) {
            throw new AppException(CommonError.REQUIRED, "Say why it is left as it is.", "why");
        }
        if (reason != null && reason.length() > LONGEST) {
            throw new AppException(CommonError.TOO_LONG, "A reason has up to %d characters.".formatted(LONGEST), "why");
        }
        long version = records.get(Uses.ENTRY, found.entry()).version();
        var person = ActorScope.current().person();
        var settled = new Settled(found, as, reason, person == null ? null : person.value(), clock.instant());
        store.settle(settled, version);
    }

    /** What was decided is taken back: the use is out as before. */
    @Transactional
    public void reopen(UUID use) {
        open(use);
        store.reopen(use);
    }

    /** The latest first, up to 200. */
    @Transactional(readOnly = true)
    public List<Settled> all() {
        Permissions.require(Operation.READ, Uses.ENTRY);
        var all = store.settled(MOST);
        var shown = seen.of(all.stream().map(Settled::use).toList());
        return all.stream()
                .flatMap(settled -> shown.stream()
                        .filter(use -> use.id().equals(settled.use().id()))
                        .map(use -> new Settled(use, settled.as(), settled.why(), settled.by(), settled.at())))
                .toList();
    }

    private Use open(UUID use) {
        Permissions.require(Operation.UPDATE, Uses.ENTRY);
        return seen.of(store.find(use).map(List::of).orElse(List.of())).stream()
                .findFirst()
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such use."));
    }
}
