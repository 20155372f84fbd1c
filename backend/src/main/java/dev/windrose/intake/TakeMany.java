package dev.windrose.intake;

import dev.windrose.intake.IntakeStore.Given;
import dev.windrose.platform.error.AppException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes several texts in, in their order and each as if it came alone, but some of them in one transaction: a commit takes longer than most
 * texts. Where one of them fails, or others write the same records, these are taken again one by one.
 */
@Component
public class TakeMany {

    private static final int MOST = 10;
    /** Nobody should notice that others are waiting for the records of all of them. */
    private static final Duration LONGEST = Duration.ofMillis(200);

    private static final Set<String> NAMED = Set.of("company", "contact", "deal", "product");
    private static final Set<String> NAMING = Set.of("name", "company", "email", "website_url");

    private final Intake intake;
    private final IntakeStore store;
    private final TransactionTemplate transactions;

    TakeMany(Intake intake, IntakeStore store, TransactionTemplate transactions) {
        this.intake = intake;
        this.store = store;
        this.transactions = transactions;
    }

    /** @param all each with a key */
    public List<OneOfMany> of(List<Incoming> all) {
        var out = new ArrayList<OneOfMany>();
        while (out.size() < all.size()) {
            var left = all.subList(out.size(), all.size());
            // A model takes long, and nothing may be held meanwhile.
            var some = left.stream()
                    .limit(MOST)
                    .takeWhile(incoming -> !intake.takesLong(incoming))
                    .toList();
            out.addAll(some.size() < 2 ? List.of(alone(left.getFirst())) : some(some));
        }
        return out;
    }

    private OneOfMany alone(Incoming incoming) {
        try {
            return new OneOfMany.Decided(intake.take(incoming));
        } catch (AppException refused) {
            return new OneOfMany.Refused(refused);
        }
    }

    /** The first of those that are left, at least one. */
    private List<OneOfMany> some(List<Incoming> left) {
        var done = new ArrayList<OneOfMany>();
        try {
            transactions.executeWithoutResult(_ -> SameForAll.during(() -> together(left, done)));
            return done;
        } catch (RuntimeException failed) {
            var again = new ArrayList<OneOfMany>();
            left.subList(0, Math.min(done.size() + 1, left.size())).forEach(incoming -> again.add(alone(incoming)));
            return again;
        }
    }

    private void together(List<Incoming> left, List<OneOfMany> done) {
        long end = System.nanoTime() + LONGEST.toNanos();
        var some = ofOwnKeys(left);
        var keys = some.stream().map(TakeMany::key).toList();
        store.lockWithoutPatience(keys);
        var given = store.byKeys(keys);
        for (var incoming : some) {
            var decision = taken(incoming, given.get(key(incoming)));
            done.add(new OneOfMany.Decided(decision));
            if (names(decision) || System.nanoTime() >= end) {
                return;
            }
        }
    }

    private Map<String, @Nullable Object> taken(Incoming incoming, @Nullable Given given) {
        return intake.takeHeld(intake.prepare(incoming), given);
    }

    private static List<Incoming> ofOwnKeys(List<Incoming> left) {
        var keys = new HashSet<String>();
        return left.stream()
                .limit(MOST)
                .takeWhile(incoming -> keys.add(key(incoming)))
                .toList();
    }

    private static String key(Incoming incoming) {
        return Objects.requireNonNull(incoming.key());
    }

    /** The next text may speak of a record by a name that is known to all only once it is committed. */
    private static boolean names(Map<String, @Nullable Object> decision) {
        return decision.get("operations") instanceof List<?> operations
                && operations.stream()
                        .map(operation -> (Map<?, ?>) Objects.requireNonNull(operation))
                        .anyMatch(operation -> NAMED.contains(String.valueOf(operation.get("entity")))
                                && (!"update".equals(operation.get("op"))
                                        || operation.get("fields") instanceof Map<?, ?> fields
                                                && fields.keySet().stream().anyMatch(NAMING::contains)));
    }
}
